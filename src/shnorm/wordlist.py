"""Lists of words as sources write them: one string, blanks and line ends between the words."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of a list set in one string.

    >>> sorted(words("on since"))
    ['on', 'since']
    """
    return frozenset(listed.split())
