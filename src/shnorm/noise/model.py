"""What the pages of one site have in common: lines that stand on many of them are the site's, not the article's."""

from __future__ import annotations

import dataclasses
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from shnorm.errors import ConfigError
from shnorm.noise.view import squeeze, view, weight

_DIGITS = re.compile(r"\d+")
_FORM = 1


def template_key(line: str) -> str:
    """What of a line counts when pages are compared: folded, blanks squeezed, numbers made 0.

    >>> template_key("浏览次数：407"), template_key("瀏覽次數：8")
    ('浏览次数:0', '浏览次数:0')
    """
    return _DIGITS.sub("0", squeeze(view(line)))


@dataclasses.dataclass(frozen=True)
class NoiseModel:
    """Lines of a site's template, learnt from its pages: a value that can be saved, loaded, compared and explained.

    ``lines``: pairs of a line's key (:func:`template_key`) and the number of pages that have it.  ``pages``: how many were seen.

    >>> model = NoiseModel.fit([f"Harbour Gazette\\nStory number {n} is told here.\\nRing us: 555" for n in ("one", "two", "three", "four")])
    >>> print(model.explain())
    learnt from 4 pages; 2 lines stand on at least 3 of them
    4 of 4 pages: harbour gazette
    4 of 4 pages: ring us: 0
    >>> NoiseModel.loads(model.dumps()) == model
    True
    """

    lines: tuple[tuple[str, int], ...] = ()
    pages: int = 0
    least: int = 3

    @classmethod
    def fit(cls, pages: Iterable[str], *, share: float = 0.2, least: int = 3) -> NoiseModel:
        """Learn from the pages of one site: a line is template if it stands on ``least`` pages and on ``share`` of them.

        A line counts once a page.  Lines without a letter and lines of more than 200 characters take no part.
        """
        counts: Counter[str] = Counter()
        n = 0
        for page in pages:
            n += 1
            keys = {template_key(line) for line in re.split(r"\r\n|\r|\n", page) if len(line) <= 200}
            counts.update(key for key in keys if key and weight(key) > 0 and any(ch.isalpha() for ch in key))
        bound = max(least, int(share * n + 0.999))
        kept = sorted(((key, count) for key, count in counts.items() if count >= bound), key=lambda item: (-item[1], item[0]))
        return cls(tuple(kept), n, bound)

    def knows(self, line: str) -> bool:
        """Whether ``line`` belongs to the template."""
        return template_key(line) in self._keys

    @property
    def _keys(self) -> frozenset[str]:
        found: frozenset[str] | None = self.__dict__.get("_found")
        if found is None:
            found = frozenset(key for key, _ in self.lines)
            object.__setattr__(self, "_found", found)
        return found

    def explain(self) -> str:
        """The model for people: what was learnt, one line each, the most frequent first."""
        head = f"learnt from {self.pages} pages; {len(self.lines)} lines stand on at least {self.least} of them"
        return "\n".join([head, *(f"{count} of {self.pages} pages: {key}" for key, count in self.lines)])

    def dumps(self) -> str:
        """The model as JSON."""
        data = {
            "shnorm-noise-model": _FORM,
            "pages": self.pages,
            "least": self.least,
            "lines": [list(line) for line in self.lines],
        }
        return json.dumps(data, ensure_ascii=True, indent=1)

    @classmethod
    def loads(cls, data: str) -> NoiseModel:
        """Read what :meth:`dumps` wrote; raises :class:`~shnorm.errors.ConfigError` for anything else."""
        try:
            read = json.loads(data)
            if read["shnorm-noise-model"] != _FORM:
                raise KeyError(f"form {read['shnorm-noise-model']}")
            return cls(tuple((str(key), int(count)) for key, count in read["lines"]), int(read["pages"]), int(read["least"]))
        except (ValueError, KeyError, TypeError) as error:
            raise ConfigError(f"this is no saved NoiseModel ({error!r}); write it with NoiseModel.save()") from error

    def save(self, path: str | Path) -> None:
        """Write the model to a file."""
        Path(path).write_text(self.dumps(), encoding="utf-8")

    @classmethod
    def load(cls, path: str | Path) -> NoiseModel:
        """Read a model that :meth:`save` wrote."""
        return cls.loads(Path(path).read_text(encoding="utf-8"))

    def __getstate__(self) -> dict[str, object]:
        return {"lines": self.lines, "pages": self.pages, "least": self.least}
