"""The default model with the word frequencies of the package ``wordfreq`` on top: the engine ``wordfreq``.

It knows which lists to read and what a word of a frequency is worth; how words and n-grams are added up is the model's affair.
The lists are CC BY-SA 4.0 and stay in that package (``pip install 'shnorm[wordfreq]'``): none of them is shipped here.
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Iterator
from typing import Any

from shnorm.errors import MissingExtraError
from shnorm.language.model import MODELS, Model
from shnorm.resources import Resource
from shnorm.script import WORD

#: Words read of each list, commonest first.  8,000 instead give away a point on texts under 20 characters, 30,000 add 0.2.
WORDS = 20_000
#: What the lists call languages otherwise.
_LISTS = {"no": "nb", "tl": "fil", "hr": "sh"}
# A word is worth six nats and the logarithm of how much commoner it is than one in ten million (700 centibels); the model counts
# in tenths of a nat.  Chosen on public test data, flat around: between 88.7 and 90.0 % on short texts for all values near by.
_ANY_WORD, _STEPS, _RAREST = 60, 10 * math.log(10) / 100, 700


def steps(centibels: int) -> int:
    """What a word of the frequency 10 ** (-centibels / 100) adds to the odds of its language, in the model's steps.

    >>> steps(200), steps(500), steps(800)
    (175, 106, 60)
    """
    return _ANY_WORD + round(_STEPS * max(0, _RAREST - centibels))


def weighted(bands: list[list[str]]) -> Iterator[tuple[str, int]]:
    """The commonest words of a list and their steps; ``bands[n]`` are the words of the frequency 10 ** (-n / 100).

    Words that the model would never ask for (with digits, apostrophes, hyphens) are left out.  A band is read to its end, so
    that the order inside it does not matter.

    >>> list(weighted([[]] * 200 + [["of", "don't"], [], ["mp3"]]))
    [('of', 175)]
    """
    count = 0
    for centibels, band in enumerate(bands):
        if count >= WORDS:
            return
        value = steps(centibels)
        for word in filter(WORD.fullmatch, band):
            count += 1
            yield word, value


def load(script: str, package: Any = None) -> Model:
    """The model of a script with the lists of ``package`` (``wordfreq`` itself if it is None).

    Raises :class:`~shnorm.errors.MissingExtraError` where the package is not installed.
    """
    if package is None:
        try:
            package = importlib.import_module("wordfreq")
        except ImportError:
            raise MissingExtraError("the language engine 'wordfreq'", "wordfreq") from None
    model = MODELS[script].get()
    there = package.available_languages("small")
    names = {code: _LISTS.get(code, code) for code in model.languages}
    return model.with_words({code: weighted(package.read_cBpack(there[name])) for code, name in names.items() if name in there})


MODELS_WITH_LISTS: dict[str, Resource[Model]] = {
    "Latin": Resource("language.wordfreq.latin", lambda: load("Latin"), by_name=True),
    "Cyrillic": Resource("language.wordfreq.cyrillic", lambda: load("Cyrillic"), by_name=True),
    "Arabic": Resource("language.wordfreq.arabic", lambda: load("Arabic"), by_name=True),
    "Devanagari": Resource("language.wordfreq.devanagari", lambda: load("Devanagari"), by_name=True),
}
