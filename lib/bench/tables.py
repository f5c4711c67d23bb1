"""Puts a table between its marks in a README: what stands there is always the last run.

As a program: tables.py README NAME < table
"""

from __future__ import annotations

import os
import platform
import sys
import time
from pathlib import Path

README = Path(__file__).resolve().parent / "README.md"


def write(name: str, text: str, readme: Path = README) -> None:
    """Replaces what stands between <!-- NAME --> and <!-- /NAME -->; the file changes in one go."""
    if not text.strip():
        raise SystemExit(f"There is no table to put into {readme}; what stands there stays.")
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    old = readme.read_text()
    if old.count(begin) != 1 or old.count(end) != 1:
        raise SystemExit(f"{readme} needs one line {begin.strip()} and one line {end} for the table to go between.")
    head, rest = old.split(begin)
    tail = rest.split(end)[1]
    new = readme.with_suffix(".new")
    new.write_text(f"{head}{begin}\n{text.strip()}\n\n{end}{tail}")
    new.replace(readme)


def circumstances(load: float) -> str:
    """When and on what this was measured, and how much else was going on when it began."""
    model = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    return (
        f"{time.strftime('%Y-%m-%d')}, {len(os.sched_getaffinity(0))} virtual cores ({model}), "
        f"load {load:.1f} at the start and {os.getloadavg()[0]:.1f} at the end."
    )


if __name__ == "__main__":
    write(sys.argv[2], sys.stdin.read(), Path(sys.argv[1]))
