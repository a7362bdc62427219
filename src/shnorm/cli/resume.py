"""What a killed run leaves, so that the same command can go on: how many records of which input are safely in the output.

The state is one small file beside the output, replaced atomically after the outputs have been synced: whatever was written
after the last state is cut off again, so no record is lost and none is there twice.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from shnorm.cli.exits import Trouble
from shnorm.cli.outputs import write_whole


@dataclasses.dataclass
class State:
    """How far a run is.

    ``unit``: index of the unit of work.  ``items``: items of it that are in the output, ``offset`` bytes long.  ``complete``: all of
    them are.  ``removed``, ``rejects``: lengths of the side files.  ``totals``: the counts of the closing line.
    ``report``: the report so far, as data.
    """

    key: str
    unit: int = 0
    items: int = 0
    offset: int = 0
    complete: bool = False
    removed: int = 0
    rejects: int = 0
    totals: dict[str, int] = dataclasses.field(default_factory=dict)
    report: dict[str, Any] | None = None


class Journal:
    """Keeps the state of a run at ``path``; ``None`` keeps nothing (standard output cannot be continued)."""

    def __init__(self, path: Path | None, seconds: float) -> None:
        self._path, self._seconds = path, seconds
        self._last = time.monotonic()

    def read(self, key: str) -> State:
        """The state of the interrupted run called ``key``, or that of a new one if there was none.

        Raises :class:`~shnorm.cli.exits.Trouble` if another run was interrupted here.
        """
        if self._path is None:
            raise Trouble("--resume needs --output: standard output cannot be continued")
        try:
            state = State(**json.loads(self._path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return State(key)
        except (ValueError, TypeError) as error:
            raise Trouble(f"{self._path}: not the state of a run ({error}); start again without --resume") from error
        if state.key != key:
            raise Trouble(
                f"{self._path}: the interrupted run had another pipeline, other options or other inputs; start again without --resume"
            )
        return state

    @property
    def due(self) -> bool:
        """Whether it is time to write the state again."""
        return self._path is not None and time.monotonic() - self._last >= self._seconds

    def write(self, state: State) -> None:
        """Replace the state; the outputs have to be synced before."""
        if self._path is not None:
            write_whole(self._path, json.dumps(dataclasses.asdict(state)))
            self._last = time.monotonic()

    def remove(self) -> None:
        """The run is over, or a new one begins."""
        if self._path is not None:
            self._path.unlink(missing_ok=True)


def key_of(parts: Iterable[Any]) -> str:
    """A digest of everything that has to be equal for a run to be continued."""
    return hashlib.sha256(json.dumps([str(part) for part in parts]).encode()).hexdigest()[:32]
