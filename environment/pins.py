"""Which jars come when a cell first needs them, each with its SHA-256: the lists beside lectern.prelude.LazyLibraries.

They are what the class path of the library holds and the Python package of the kernel does not.

Usage: pins.py [--write] FULL_CLASSPATH_FILE PACKAGE_CLASSPATH_FILE MAVEN_REPOSITORY
Without --write it compares, and fails where a list is out of date.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
from pathlib import Path

LISTS = Path(__file__).resolve().parent.parent / "lib/prelude/src/main/resources/lectern/prelude"
HEAD = "# Written by environment/pins.py: coordinate, SHA-256, length in bytes.\n"
# Of the native halves of ND4J the one that runs on every processor.
OTHER_NATIVES = re.compile(r"nd4j-native-[^/]*-linux-x86_64-onednn-\w+\.jar$")


def coordinate(jar: Path, repository: Path) -> str:
    *group, artifact, version, name = jar.relative_to(repository).parts
    classifier = name.removeprefix(f"{artifact}-{version}").removesuffix(".jar").removeprefix("-")
    return ":".join([".".join(group), artifact, *(["jar", classifier] if classifier else []), version])


def unversioned(jar: Path) -> str:
    """Folder, name and classifier: of two versions the package's own is there already."""
    version = jar.parent.name
    return str(jar.parent.parent / jar.name.replace(version, ""))


def line(jar: Path, repository: Path) -> str:
    content = jar.read_bytes()
    return f"{coordinate(jar, repository)} {hashlib.sha256(content).hexdigest()} {len(content)}\n"


def wanted(full: list[Path], package: list[Path], repository: Path) -> dict[str, str]:
    """The text of every list by the name of its file."""
    there = {unversioned(jar) for jar in package}
    missing = sorted(jar for jar in full if unversioned(jar) not in there and not OTHER_NATIVES.search(str(jar)))
    lists = {"icu.jars": [], "dl4j.jars": []}
    for jar in missing:
        lists["icu.jars" if "/com/ibm/icu/" in jar.as_posix() else "dl4j.jars"].append(line(jar, repository))
    return {name: HEAD + "".join(lines) for name, lines in lists.items()}


def jars(listing: Path) -> list[Path]:
    return [Path(name) for name in listing.read_text().strip().split(os.pathsep)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("full", type=Path)
    parser.add_argument("package", type=Path)
    parser.add_argument("repository", type=Path)
    given = parser.parse_args()
    texts = wanted(jars(given.full), jars(given.package), given.repository)
    for name, text in texts.items():
        if given.write:
            (LISTS / name).write_text(text)
        elif (LISTS / name).read_text() != text:
            raise SystemExit(f"  {LISTS / name} is out of date; write it anew: make wheel PINS=--write")


if __name__ == "__main__":
    main()
