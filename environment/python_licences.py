"""Are all Python packages that we install under licences that the project allows? Reads what they say of themselves.

Usage: python_licences.py LOCK_FILE...
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
from pathlib import Path

import licences

# Beyond those of the Java libraries, and only here: short permissive licences that Python packages like.
ALLOWED = {
    **licences.ALLOWED,
    "Apache-2.0": licences.ALLOWED["Apache-2.0"] + r"|^apache software license$",
    "ISC": r"\bisc\b",
    "PSF-2.0": r"\bpsf|python software foundation",
}
# What the metadata hides: a wheel of MIT lines with a program under another licence inside. Such a program is run and
# not linked; it may stand in the lock file for printing alone, which neither the image nor a student's machine has.
INSIDE = {"pypandoc-binary": "GPL-2.0-or-later (pandoc)"}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(lock: Path) -> list[str]:
    """Names of the packages in a lock file."""
    return [canonical(name) for name in re.findall(r"^([\w.-]+)==", lock.read_text(), re.MULTILINE)]


def stated(package: importlib.metadata.Distribution) -> list[str]:
    """What a package says of its licence: an SPDX expression, else classifiers, else the first line of a text."""
    metadata = package.metadata
    if expression := metadata.get("License-Expression"):
        return [expression]
    classifiers = [line for line in metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    if classifiers:
        return [line.rsplit(" :: ", 1)[-1] for line in classifiers]
    lines = (metadata.get("License") or "").strip().splitlines()
    return lines[:1]


def short(name: str) -> str | None:
    """Of an expression with AND every part must be allowed, with OR one is enough."""
    if " AND " in name:
        parts = [short(part) for part in name.strip("()").split(" AND ")]
        return " and ".join(sorted(set(parts))) if all(parts) else None
    return next((licence for licence, pattern in ALLOWED.items() if re.search(pattern, name.lower())), None)


def allowed(package: importlib.metadata.Distribution) -> tuple[str | None, list[str]]:
    """The allowed licence of a package, if it has one, and what it states."""
    names = stated(package)
    inside = INSIDE.get(canonical(package.name))
    if inside:
        return None, [*names, f"with {inside} inside"]
    return next((licence for licence in map(short, names) if licence), None), names


def installed(locks: list[Path]) -> list[importlib.metadata.Distribution]:
    """The packages of these lock files that are installed; a lock holds those of other systems as well."""
    wanted = {name for lock in locks for name in locked(lock)}
    found = {canonical(package.name): package for package in importlib.metadata.distributions()}
    return [found[name] for name in sorted(wanted & found.keys())]


def main(files: list[str]) -> int:
    packages = installed([Path(file) for file in files])
    refused = 0
    for package in packages:
        licence, names = allowed(package)
        if licence is None:
            refused += 1
            print(f"  ✗ {package.name} {package.version}: {'; '.join(names) or 'states no licence'}")
    print(f"licences: {len(packages) - refused} Python packages allowed, {refused} not")
    return 1 if refused or not packages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
