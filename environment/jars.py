"""What the jars of the class path are worth: which of them are damaged, and which are not those that were pinned.

Usage: jars.py damaged FOLDER
       jars.py pin CLASSPATH_FILE PINS
       jars.py check CLASSPATH_FILE PINS
Pins are lines of SHA-256 and file name. Standard library only.
"""

import hashlib
import re
import sys
import zipfile
from pathlib import Path


def damaged(folder: Path) -> list[str]:
    """Jars that cannot be read to their end, whatever the reason."""
    found = []
    for jar in sorted(folder.glob("*.jar")):
        try:
            with zipfile.ZipFile(jar) as content:
                whole = content.testzip() is None
        except (OSError, zipfile.BadZipFile, EOFError):
            whole = False
        if not whole:
            found.append(jar.name)
    return found


def foreign(class_path: str) -> list[Path]:
    """The jars of a class path that others have made."""
    files = (Path(entry) for entry in re.split(r"[:\n]", class_path) if entry)
    jars = [file for file in files if file.is_file() and not file.name.startswith("lectern")]
    return sorted(jars, key=lambda jar: jar.name)


def checksum(jar: Path) -> str:
    with jar.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() if hasattr(hashlib, "file_digest") else slow(stream)


def slow(stream) -> str:
    """For Python 3.10."""
    sum_ = hashlib.sha256()
    while block := stream.read(1 << 20):
        sum_.update(block)
    return sum_.hexdigest()


def read(pins: Path) -> dict[str, str]:
    lines = pins.read_text().splitlines() if pins.exists() else []
    return {name: sum_ for sum_, name in (line.split() for line in lines if line and not line.startswith("#"))}


def pin(jars: list[Path], pins: Path) -> int:
    """Adds the jars to the pins; a pin that is there already is never changed."""
    known = read(pins)
    new = {jar.name: checksum(jar) for jar in jars if jar.name not in known}
    lines = [f"{sum_}  {name}\n" for name, sum_ in sorted((known | new).items())]
    pins.write_text("# SHA-256 of the jars that the project uses; `make pin` adds new ones.\n" + "".join(lines))
    return len(new)


def check(jars: list[Path], pins: Path) -> list[str]:
    """What is wrong: jars that are not pinned, and jars that are others than those that were."""
    known = read(pins)
    wrong = []
    for jar in jars:
        if jar.name not in known:
            wrong.append(f"{jar.name} is not pinned; look at where it comes from, then: make pin")
        elif checksum(jar) != known[jar.name]:
            wrong.append(f"{jar.name} is not the file that was pinned; remove {jar} and build again with a network")
    return wrong


def main(words: list[str]) -> int:
    if words[0] == "damaged":
        print("\n".join(damaged(Path(words[1]))), end="")
        return 0
    jars, pins = foreign(Path(words[1]).read_text()), Path(words[2])
    if words[0] == "pin":
        print(f"{pin(jars, pins)} jars pinned anew in {pins}")
        return 0
    wrong = check(jars, pins)
    for line in wrong:
        print(f"  ✗ {line}")
    print(f"jars: {len(jars) - len(wrong)} as pinned, {len(wrong)} not")
    return 1 if wrong or not jars else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
