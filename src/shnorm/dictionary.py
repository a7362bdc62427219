"""The Chinese dictionary of rjieba, 34 MB of memory: loaded once, on first use, and shared by all parts that cut Chinese.

It knows how the library is loaded; it must not know what anybody asks it.  Nobody may add words to the shared one.
"""

from __future__ import annotations

import importlib
import importlib.machinery
import importlib.util
import sys
from typing import Any

from shnorm.resources import Resource


def rjieba_class() -> Any:
    """The class of rjieba's tokenizers; each of them has a dictionary of its own."""
    # ``import rjieba`` builds a tokenizer that all of its users share and change; only its compiled class is wanted here, which
    # halves the time to load and the memory.  A later ``import rjieba`` finds the same module.
    if "rjieba" not in sys.modules and "rjieba.rjieba" not in sys.modules:
        package = importlib.util.find_spec("rjieba")
        spec = package and importlib.machinery.PathFinder.find_spec("rjieba.rjieba", package.submodule_search_locations)
        if spec and spec.loader:
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            sys.modules["rjieba.rjieba"] = module
    if "rjieba.rjieba" in sys.modules:
        return sys.modules["rjieba.rjieba"].Jieba
    return importlib.import_module("rjieba").Jieba


#: A tokenizer with the library's own dictionary: ``cut(text, hmm)``, ``tag(text)``, ``has_word(word)``.
DICTIONARY: Resource[Any] = Resource("dictionary.rjieba", lambda: rjieba_class()())
