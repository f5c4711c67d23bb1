"""Writes the notice of third-party software: what class path and Python environment hold, under which licences.

Usage: notices.py CLASSPATH_FILE TARGET
Run by the Python whose packages are meant. Every licence text that a jar or a package brings along is in it, once.
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
import zipfile
from pathlib import Path

import licences
import python_licences

HERE = Path(__file__).resolve().parent
LOCKS = ("requirements.txt", "requirements-hub.txt")
TEXT = re.compile(r"(^|/)(licen[cs]e|notice|copying)[\w.-]*$", re.IGNORECASE)
NATIVE = re.compile(r"\.(so(\.\d+)*|dylib|dll)$")
RUNTIME = (
    "GPL-3.0-or-later with the GCC Runtime Library Exception 3.1 "
    "(https://www.gnu.org/licenses/gcc-exception-3.1.html)"
)
# Native libraries inside jars; their own licence files are not in there with them.
NATIVES = {
    "libopenblas": "OpenBLAS, BSD-3-Clause, Copyright (c) 2011 and later, The OpenBLAS Project",
    "libjni": "glue code of JavaCPP, Apache-2.0",
    "libnd4jcpu": "ND4J with oneDNN, Apache-2.0",
    "libgomp": f"OpenMP runtime of GCC, {RUNTIME}",
    "libgfortran": f"Fortran runtime of GCC, {RUNTIME}",
    "libgcc_s": f"runtime of GCC, {RUNTIME}",
    "libquadmath": "GCC's library for quadruple precision, LGPL-2.1-or-later (https://www.gnu.org/licenses/lgpl-2.1.html)",
    "libjnidispatch": "JNA with libffi, Apache-2.0 or LGPL-2.1-or-later; libffi is under MIT",
}


class Texts:
    """Licence texts, each kept once, however its lines are broken, with the names of all that bring it along."""

    def __init__(self) -> None:
        self.known: dict[str, tuple[str, list[str]]] = {}

    def add(self, owner: str, text: str) -> None:
        if not text.strip():
            return
        tidy = "\n".join(line.rstrip() for line in text.strip().splitlines())
        _, owners = self.known.setdefault(" ".join(text.split()), (tidy, []))
        if owner not in owners:
            owners.append(owner)


def of_jars(class_path: str, texts: Texts) -> tuple[list[str], list[str]]:
    """A line for each artefact and for each native library in it."""
    fine, refused = licences.report(class_path)
    if refused:
        raise SystemExit(f"  licences of jars that are not allowed: {refused}")
    lines, natives = [], set()
    for entry in re.split(r"[:\n]", class_path):
        jar = Path(entry)
        if jar.name not in fine:
            continue
        lines.append(f"{jar.stem}: {fine[jar.name]}")
        with zipfile.ZipFile(jar) as content:
            for name in content.namelist():
                if TEXT.search(name) and not name.endswith(".class"):
                    texts.add(jar.stem, content.read(name).decode("utf-8", "replace"))
                if NATIVE.search(name):
                    natives.add(f"{Path(name).name} in {jar.stem}: {native(Path(name).name)}")
    return sorted(lines), sorted(natives)


def native(name: str) -> str:
    """What is known of a native library by the longest beginning of its name."""
    known = [beginning for beginning in NATIVES if name.startswith(beginning)]
    return NATIVES[max(known, key=len)] if known else "under the licence of its jar"


def of_packages(texts: Texts) -> list[str]:
    """A line for each Python package of a student's environment."""
    lines = []
    for package in python_licences.installed([HERE / lock for lock in LOCKS]):
        licence, names = python_licences.allowed(package)
        if licence is None:
            raise SystemExit(f"  {package.name} {package.version} is not under an allowed licence: {'; '.join(names)}")
        lines.append(f"{package.name} {package.version}: {licence} ({'; '.join(names)})")
        for file in package.files or []:
            if ".dist-info/" in str(file) and TEXT.search(str(file)):
                texts.add(f"{package.name} {package.version}", written(package, file))
    return lines


def written(package: importlib.metadata.Distribution, file: importlib.metadata.PackagePath) -> str:
    return Path(package.locate_file(file)).read_text(encoding="utf-8", errors="replace")


def notice(class_path: str) -> str:
    texts = Texts()
    jars, natives = of_jars(class_path, texts)
    packages = of_packages(texts)
    parts = [
        "Third-party software that comes with Lectern\n\n"
        "Lectern itself is under the Apache License 2.0. This file is generated.",
        "Java libraries\n\n" + "\n".join(jars),
        "Native libraries inside them\n\n" + "\n".join(natives),
        "Python packages\n\n" + "\n".join(packages),
    ]
    parts += [f"Text that comes with {', '.join(owners)}\n\n{text}" for text, owners in texts.known.values()]
    return f"\n\n{'=' * 80}\n\n".join(parts) + "\n"


if __name__ == "__main__":
    target = Path(sys.argv[2])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(notice(Path(sys.argv[1]).read_text()), encoding="utf-8")
