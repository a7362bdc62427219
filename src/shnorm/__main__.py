"""``python -m shnorm``: the command line, see :mod:`shnorm.cli`."""

from __future__ import annotations

import sys

from shnorm.cli import main

if __name__ == "__main__":
    sys.exit(main())
