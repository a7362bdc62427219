"""The datatrove step: accounts in the metadata, counts in the statistics."""

from __future__ import annotations

import pytest

pytest.importorskip("datatrove", reason="datatrove is not installed; make test-hosts installs it")

from datatrove.data import Document

from shnorm.integrations.datatrove import ShnormCleaner

PAGE = "The council opened a library on Monday. It was full.\n\nCopyright © 2020 Example Ltd. All rights reserved.\n"


def test_removals_and_counts_are_kept() -> None:
    step = ShnormCleaner()
    (doc,) = step.run([Document(text=PAGE, id="0")])
    assert "Copyright" not in doc.text
    assert [removal["category"] for removal in doc.metadata["shnorm"]["removals"]] == ["copyright"]
    assert step.stats.to_dict()["stats"]["removed_copyright"] == 1
