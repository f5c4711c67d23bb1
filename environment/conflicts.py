"""Is every conflict of a merge resolved? Names the lines of tracked text files that a merge has left as marks.

Usage: conflicts.py FOLDER
A folder that git does not look after (an unpacked archive) is searched whole, without what is built or downloaded.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

MARK = re.compile(rb"^(?:<{7}|>{7}) ", re.MULTILINE)
BUILT = {".git", ".lectern", "target", "dist"}


def files(folder: Path) -> list[Path]:
    """What git keeps of a folder, or all of it."""
    if (folder / ".git").exists():
        listed = subprocess.run(["git", "-C", folder, "ls-files", "-z"], capture_output=True, check=True).stdout
        found = [folder / name.decode() for name in listed.split(b"\0") if name]
    else:
        found = [path for path in folder.rglob("*") if not BUILT & set(path.relative_to(folder).parts)]
    return sorted(path for path in found if path.is_file())


def marks(folder: Path) -> list[str]:
    """The places of marks, as FILE:LINE."""
    places = []
    for path in files(folder):
        content = path.read_bytes()
        if b"\0" not in content:
            lines = (content.count(b"\n", 0, mark.start()) + 1 for mark in MARK.finditer(content))
            places += [f"{path.relative_to(folder)}:{line}" for line in lines]
    return places


if __name__ == "__main__":
    left = marks(Path(sys.argv[1]).resolve())
    for place in left:
        print(f"{place}: a conflict of a merge is not resolved")
    sys.exit(bool(left))
