"""Lays the lectures into a student's home, and later brings corrected ones without touching what was changed.

Usage: lectures.py SOURCE TARGET
A file that is still as it was laid out is replaced by its new version. Beside one that was changed the new version is
put as NAME.new.ipynb. One that was deleted stays away. Every file arrives by rename, so that none is ever half there.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

RECORD = ".lectures.json"


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def put(content: bytes, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    part.write_bytes(content)
    os.replace(part, file)


def beside(name: str) -> str:
    path = Path(name)
    return str(path.with_name(f"{path.stem}.new{path.suffix}"))


def read(record: Path) -> dict[str, str]:
    """What was laid out before. A record that cannot be read counts as none: then nothing is replaced."""
    try:
        known = json.loads(record.read_text())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def lay_out(source: Path, target: Path) -> list[str]:
    """Lays out what is new and returns the names of files that were put beside one that the student has changed."""
    known = read(target / RECORD)
    aside = []
    for file in sorted(path for path in source.rglob("*") if path.is_file() and ".ipynb_checkpoints" not in path.parts):
        name = str(file.relative_to(source))
        content = file.read_bytes()
        new = hashlib.sha256(content).hexdigest()
        if known.get(name) == new:
            continue
        place = target / name
        if place.exists() and digest(place) not in (known.get(name), new):
            other = beside(name)
            put(content, target / other)
            aside.append(other)
        elif place.exists() or name not in known:
            put(content, place)
        known[name] = new
    put(json.dumps(known, indent=1, sort_keys=True).encode(), target / RECORD)
    return aside


if __name__ == "__main__":
    try:
        changed = lay_out(Path(sys.argv[1]), Path(sys.argv[2]))
    except OSError as problem:
        sys.exit(f"The lectures could not be laid out: {problem}")
    if changed:
        print("Lectures that you have changed were corrected; the new versions lie beside yours:", *changed, sep="\n  ")
