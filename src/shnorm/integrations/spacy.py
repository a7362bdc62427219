"""spaCy: ``nlp.add_pipe("shnorm", first=True)`` cleans before anything else looks; spans tell where they stood in the original.

``import shnorm.integrations.spacy`` registers the component and the extensions ``doc._.shnorm`` (the :class:`~shnorm.Result`) and
``span._.original`` (start and end in the original text, in code points).
"""

from __future__ import annotations

from functools import lru_cache

from shnorm import Result
from shnorm.integrations import needs, pipeline_of

with needs("spacy"):
    from spacy.language import Language
    from spacy.tokens import Doc, Span

_KEY = "shnorm"


class ShnormComponent:
    """Makes the cleaned document from the raw one; the account travels in ``doc.user_data``, and so through ``to_bytes``."""

    def __init__(self, nlp: Language, cleaning: str, lang: str | None) -> None:
        self._nlp, self._pipeline, self._lang = nlp, pipeline_of(cleaning), lang

    def __call__(self, doc: Doc) -> Doc:
        result = self._pipeline.run(doc.text, lang=self._lang)
        out = self._nlp.make_doc(result.text) if result.changed else doc
        out.user_data.update({**doc.user_data, _KEY: result.to_json()})
        return out


def make(nlp: Language, name: str, cleaning: str, lang: str | None) -> ShnormComponent:
    """The component; ``cleaning`` is the name of a preset."""
    return ShnormComponent(nlp, cleaning, lang)


Language.factory("shnorm", default_config={"cleaning": "web", "lang": None}, func=make)


@lru_cache(maxsize=16)
def _result(data: str) -> Result:
    return Result.from_json(data)


def _of(doc: Doc) -> Result:
    return _result(doc.user_data[_KEY])


def _original(span: Span) -> tuple[int, int]:
    return _of(span.doc).alignment.to_original(span.start_char, span.end_char)


Doc.set_extension("shnorm", getter=_of, force=True)
Span.set_extension("original", getter=_original, force=True)
