"""Build the data files of ``shnorm.chinese`` that come from OpenCC's dictionaries (Apache-2.0): needs ``pip install opencc``.

usage: python tools/build_conversion_tables.py

``kept.txt``          words that OpenCC's t2s writes and would convert once more on a second pass (畢昇 -> 毕昇 -> 毕升)
``vocabulary-*.txt``  words of Taiwan and Hong Kong and those of the mainland, both in Simplified characters
``ambiguous.txt``     Traditional characters with several Simplified partners, OpenCC's first one first

OpenCC's wheel holds the dictionaries in binary form together with ``opencc_dict``, which writes them as text.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import opencc

OUT = Path(__file__).parent.parent / "src" / "shnorm" / "chinese" / "data"
PACKAGE = Path(opencc.__file__).parent / "clib"
HEAD = f"# From OpenCC {opencc.__version__} (https://github.com/BYVoid/OpenCC), Apache-2.0; made by tools/build_conversion_tables.py.\n"


def dictionary(name: str) -> dict[str, list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "dictionary.txt"
        tool = Path(folder) / "opencc_dict"
        tool.write_bytes((PACKAGE / "bin" / "opencc_dict").read_bytes())
        tool.chmod(0o700)
        source = PACKAGE / "share" / "opencc" / f"{name}.ocd2"
        subprocess.run([tool, "-i", source, "-o", out, "-f", "ocd2", "-t", "text"], check=True)
        rows = (line.split("\t") for line in out.read_text(encoding="utf-8").splitlines() if "\t" in line)
        return {key: values.split(" ") for key, values in rows}


def main() -> None:
    convert = opencc.OpenCC("t2s", include_tofu_risk_dictionaries=False).convert
    kept = sorted({value[0] for value in dictionary("TSPhrases").values() if convert(value[0]) != value[0]})
    kept.remove("不可赀計")  # half converted by mistake
    (OUT / "kept.txt").write_text(HEAD + "\n".join(kept) + "\n", encoding="utf-8")
    for region, name in (("tw", "TWPhrasesRev"), ("hk", "HKPhrasesRev")):
        words = {convert(key): convert(values[0]) for key, values in dictionary(name).items()}
        lines = [f"{key}\t{value}" for key, value in sorted(words.items()) if key != value]
        (OUT / f"vocabulary-{region}.txt").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    rows = []
    for key, values in sorted(dictionary("TSCharacters").items()):
        plain = [value for value in values if ord(value[0]) < 0x20000]
        if len(plain) > 1 and ord(key) < 0x20000:
            rows.append(key + "".join(plain))
    (OUT / "ambiguous.txt").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
