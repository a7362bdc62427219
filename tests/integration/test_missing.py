"""A host that is not installed: what to install is said, by the import of its integration."""

from __future__ import annotations

import importlib
import sys

import pytest

from shnorm import MissingExtraError

#: The integration, which is also its extra, and what it imports of its host.
HOSTS = {
    "datatrove": "datatrove.data",
    "pandas": "pandas",
    "polars": "polars",
    "sklearn": "sklearn.base",
    "spacy": "spacy.language",
    "spark": "pandas",
}


@pytest.mark.parametrize("extra", HOSTS)
def test_an_integration_without_its_host_names_the_extra(extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, HOSTS[extra], None)  # type: ignore[arg-type]  # what makes an import fail
    monkeypatch.delitem(sys.modules, f"shnorm.integrations.{extra}", raising=False)
    with pytest.raises(MissingExtraError, match=rf"is not installed; install it with: pip install 'shnorm\[{extra}\]'"):
        importlib.import_module(f"shnorm.integrations.{extra}")
