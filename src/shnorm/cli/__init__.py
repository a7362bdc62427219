"""The command line: ``shnorm`` and ``python -m shnorm``.

One file for each idea: ``arguments`` (what can be asked), ``files`` (where records come from), ``formats`` (what a record is),
``outputs`` (where they go, atomically), ``resume`` (what a killed run left), ``clean`` (the run), ``show`` (everything that only
looks), ``terminal`` (colours and progress), ``exits`` (how it ends).  Nothing outside this package prints or opens a file.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Sequence

from shnorm.cli import arguments, clean, exits, show
from shnorm.errors import ShnormError

COMMANDS = {
    "clean": clean.main,
    "explain": show.explain,
    "classify": show.classify,
    "rules": show.rules,
    "diff": show.diff,
    "stats": show.stats,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; see :mod:`shnorm.cli.exits`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal or pipe that is not UTF-8 still gets an answer
    options = arguments.parser().parse_args(argv)
    try:
        code = COMMANDS[options.command](options)
        sys.stdout.flush()
        return code
    except exits.Trouble as trouble:
        return _say(str(trouble), trouble.code)
    except ShnormError as error:
        return _say(str(error), exits.USAGE)
    except BrokenPipeError:
        _forget_output()  # the reader went away (head, less): not an error
        return exits.PIPE
    except OSError as error:
        _forget_output()
        return _say(_file_trouble(error), exits.FILES)
    except KeyboardInterrupt:
        return _say("stopped; the same command with --resume goes on where this one was", exits.INTERRUPTED)


def _forget_output() -> None:
    # Python would try to write the rest once more when it closes standard output, and complain.
    with contextlib.suppress(OSError):  # not a file, then there is nothing to forget
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str, code: int) -> int:
    print(f"shnorm: {message}", file=sys.stderr)
    return code


def _file_trouble(error: OSError) -> str:
    what = f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)
    if error.errno == errno.ENOSPC:
        return f"{what}; make room, then run the same command with --resume"
    return what
