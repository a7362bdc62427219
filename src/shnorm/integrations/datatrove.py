"""datatrove: ``ShnormCleaner("web")`` in a ``LocalPipelineExecutor``; text replaced, account in the metadata, counts in the stats."""

from __future__ import annotations

from collections import Counter
from typing import Any

from shnorm.integrations import Cleaning, needs, pipeline_of

with needs("datatrove"):
    from datatrove.data import DocumentsPipeline
    from datatrove.pipeline.base import PipelineStep


class ShnormCleaner(PipelineStep):  # type: ignore[misc]  # datatrove is untyped for those who do not have it
    """Cleans ``doc.text``.  ``cleaning`` is the name of a preset, a pipeline or a step.

    ``doc.metadata["shnorm"]`` gets the fingerprint, the count of each rule, and the removals with their reasons.
    """

    type = "🧹 - CLEANER"
    name = "shnorm"

    def __init__(self, cleaning: Cleaning = "web", *, lang: str | None = None) -> None:
        super().__init__()
        self._pipeline, self._lang = pipeline_of(cleaning), lang
        self._fingerprint = self._pipeline.fingerprint

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Any:
        """Clean the documents as they pass."""
        for doc in data:
            with self.track_time():
                result = self._pipeline.run(doc.text, lang=self._lang)
                removals = [removal._asdict() for removal in result.removals]
                doc.text = result.text
                doc.metadata["shnorm"] = {"fingerprint": self._fingerprint, "rules": dict(result.counts), "removals": removals}
                self.stat_update("changed" if result.changed else "unchanged")
                self.stat_update("edits", value=sum(result.counts.values()))
                for category, times in Counter(removal["category"] for removal in removals).items():
                    self.stat_update(f"removed_{category}", value=times)
            self.update_doc_stats(doc)
            yield doc
