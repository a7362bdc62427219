"""Where the head and the tail of a page reach beyond its first and last sentences, in the light of what is claimed.

A standfirst may stand above the byline, and a stray sentence below the notices.  It knows layout; it must not know any cue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from itertools import islice
from typing import TypeVar

from shnorm.noise.page import Line, Page
from shnorm.noise.rule import Claim

# Categories that stand after an article and are followed by nothing of it but a stray sentence.
_ENDINGS = frozenset(
    {
        "agency_footer",
        "ad_cta",
        "cms_credit",
        "comment_form",
        "cookie_privacy",
        "copyright",
        "disclaimer",
        "icp_contact",
        "related_links",
        "share_social",
        "tags_keywords",
    }
)
#: A stray sentence after the end says at most this, and all of them together at most this share of what the text before says.
STRAY, SHARE = 40.0, 0.15
#: A standfirst says at most this, stands at most this far down, and the byline at most so many lines below it.
LEDE, DEEPEST, BELOW = 120.0, 7, 4


T = TypeVar("T")


def _while_claims_stay(function: Callable[[Page], T]) -> Callable[[Page], T]:
    """``function`` of a page, worked out again only when more of the page is claimed or its edges have moved."""
    name = f"_{function.__name__}"

    @wraps(function)
    def kept(page: Page) -> T:
        key = len(page.claimed), page.body
        known: tuple[object, T] | None = page.__dict__.get(name)
        if known is None or known[0] != key:
            known = page.__dict__[name] = key, function(page)
        return known[1]

    return kept


@_while_claims_stay
def after_end(page: Page) -> int:
    """Index of the first claimed line after which only stray sentences stand; past the last line if there is none.

    Labels of advertising also stand in the middle of a text, so they end nothing.
    """
    said = [
        line.weight if line.prose and line.index not in page.claimed and not _known(line, page) else 0.0 for line in page.lines
    ]
    before, found = sum(said), len(said)
    after = 0.0
    for i in range(len(said) - 1, -1, -1):
        before -= said[i]
        after += said[i]
        if said[i] > STRAY or after > SHARE * before:
            break
        rule = page.claimed.get(i)
        if rule is not None and rule.category in _ENDINGS and rule.name != "ad-label":
            found = i
    return found


def _known(line: Line, page: Page) -> bool:
    return any(hit.force == "sure" and (hit.category, hit.rule) in page.rules for hit in line.hits)


def below_lede(page: Page) -> range:
    """Indices of the lines that are no prose right below a standfirst, if a text follows; empty if there are none."""
    first = page.body[0]
    if not 0 < first <= DEEPEST or page.lines[first].weight > LEDE:
        return range(0)
    last = first
    while last < min(first + BELOW, len(page.lines) - 1) and not page.lines[last + 1].prose:
        last += 1
    said = (line for line in page.lines[last + 1 :] if line.prose and line.index not in page.claimed)
    return range(first + 1, last + 1) if len(list(islice(said, 2))) == 2 else range(0)


@_while_claims_stay
def under_lede(page: Page) -> range:
    """The same down to the last line with a date or a byline, unless dates stand between later paragraphs too, as in a chronicle."""
    zone = below_lede(page)
    last = zone.start - 1
    for i in zone:
        own = page.claimed.get(i)
        if (own is not None and own.category == "metadata_byline") or any(
            hit.category == "metadata_byline" for hit in page.lines[i].hits
        ):
            last = i
    if last < zone.start or any(stamped(line) for line in page.lines[last + 1 :] if line.index not in page.claimed):
        return range(0)
    return range(zone.start, last + 1)


def stamped(line: Line) -> bool:
    """Whether a line is nothing but a date or a time."""
    row = line.row
    if row is None or row.cues or row.free or not row.of("date", "ago") or row.of("number", "value"):
        return False
    # More times than days: from when till when.
    return len(row.of("time")) <= max(1, len(row.of("date", "ago")))


def placed(category: str, name: str, *, last: int = 0, tail: bool = True) -> Callable[[Page], Iterator[Claim]]:
    """A finder for a rule whose cues act at the edges of the page: it takes the lines that they explain between a standfirst and
    the text, and after the end (``tail``); on a page without prose, among its ``last`` lines."""

    def find(page: Page) -> Iterator[Claim]:
        rule = page.rules.get((category, name))
        end = after_end(page) if page.body[1] >= 0 else max(1, len(page.lines) - last)
        for i in (*under_lede(page), *range(end if tail else len(page.lines), len(page.lines))):
            line = page.lines[i]
            if i in page.claimed or line.reference or (rule is not None and rule.veto is not None and rule.veto(page, i)):
                continue
            if any(
                (hit.category, hit.rule) == (category, name) and (hit.force != "one" or page.beside_noise(i)) for hit in line.hits
            ):
                yield Claim(i)

    return find
