"""How the command line ends: its exit codes, and the error that carries one."""

from __future__ import annotations

#: Everything was done and nothing was wrong.
DONE = 0
#: ``--check`` found something that would change; ``diff`` found a difference.
DIFFERS = 1
#: A wrong option, name, configuration or combination of them; nothing was written.
USAGE = 2
#: Some records were bad; they were set aside and all others were done.
REJECTS = 3
#: A file could not be read or written.
FILES = 4
#: Stopped by Ctrl-C; the reader of the output went away.
INTERRUPTED, PIPE = 130, 141


class Trouble(Exception):
    """Something that ends the command: what happened, to which input, and what to do."""

    def __init__(self, message: str, code: int = USAGE) -> None:
        super().__init__(message)
        self.code = code
