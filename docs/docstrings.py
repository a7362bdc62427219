"""Docstrings as the project writes them, made into Markdown: doctests become code blocks, roles become code."""

from __future__ import annotations

import re
from typing import Any

import griffe

_ROLE = re.compile(r":(?:class|func|meth|mod|data|attr):`~?(?:[\w.]+\.)?(\w+)`")
_DOCTEST = re.compile(r"(?:^[ ]*>>> .*\n?(?:^[ ]*(?!>>>)\S.*\n?)*)+", re.MULTILINE)


class Docstrings(griffe.Extension):
    """Rewrites every docstring once it has been read."""

    def on_instance(self, *, node: Any, obj: griffe.Object, agent: Any, **kwargs: Any) -> None:
        """Called for each object that was collected."""
        if obj.docstring is not None:
            text = _ROLE.sub(r"`\1`", obj.docstring.value).replace("``", "`")
            obj.docstring.value = _DOCTEST.sub(lambda m: f"```python\n{m[0].rstrip()}\n```\n", text)
