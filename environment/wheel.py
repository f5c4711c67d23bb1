"""Lays out the Python package of the kernel and builds it: kernel/wheel with jars and what the checkout's kernel uses.

Usage: wheel.py CLASSPATH_FILE WORK_FOLDER DIST_FOLDER
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ENVIRONMENT = Path(__file__).resolve().parent
ROOT = ENVIRONMENT.parent
SOURCE = ROOT / "kernel/wheel"
# What kernel and launcher share with the checkout.
SHARED = ("kernel.flags", "compiler.directives", "kernelspec.py", "train_cache.py", "start.sh")
# Ten thousand small classes that are much alike: the wheel packs them together to half of what they take one by one.
ALIKE = "fastutil"
LIMIT = 60_000_000
EPOCH = (2026, 1, 1, 0, 0, 0)


def version() -> str:
    return re.search(r"<version>([^<]+)</version>", (ROOT / "pom.xml").read_text()).group(1)


def loosened(jar: Path, target: Path) -> None:
    """The same jar with its entries stored as they are."""
    with zipfile.ZipFile(jar) as packed, zipfile.ZipFile(target, "w") as loose:
        for entry in packed.infolist():
            if not entry.is_dir():
                loose.writestr(zipfile.ZipInfo(entry.filename, EPOCH), packed.read(entry))


def sources(room: Path, target: Path) -> None:
    """From the library's sources the kernel shows what a name means while people type."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as jar:
        for file in sorted(room.rglob("*.java")):
            jar.writestr(
                zipfile.ZipInfo(file.relative_to(room).as_posix(), EPOCH), file.read_bytes(), zipfile.ZIP_DEFLATED
            )


def lay_out(jars: list[Path], work: Path) -> None:
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(SOURCE, work, ignore=shutil.ignore_patterns("target", "pom.xml", "__pycache__"))
    package = work / "lectern_kernel"
    project = work / "pyproject.toml"
    text, count = re.subn(r'(?m)^version = "0".*$', f'version = "{version()}"', project.read_text())
    if count != 1:
        raise SystemExit("kernel/wheel/pyproject.toml has no line for the version")
    project.write_text(text)
    shutil.copy(ROOT / "LICENSE", work)
    for name in SHARED:
        shutil.copy(ENVIRONMENT / name, package)
    for picture in (ENVIRONMENT / "kernelspec").glob("logo-*"):
        shutil.copy(picture, work / "data/share/jupyter/kernels/lectern")
    lib = package / "lib"
    (lib / "sources").mkdir(parents=True)
    for jar in jars:
        if jar.name.startswith(ALIKE):
            loosened(jar, lib / jar.name)
        else:
            shutil.copy(jar, lib)
        if jar.name.startswith("lectern-") and not jar.name.startswith("lectern-kernel"):
            room = jar.parent.parent / "src/main/java"
            sources(room, lib / "sources" / f"{jar.stem}-sources.jar")


def main() -> None:
    listing, work, dist = (Path(word).resolve() for word in sys.argv[1:])
    lay_out([Path(name) for name in listing.read_text().strip().split(os.pathsep)], work)
    for old in dist.glob("lectern_kernel-*.whl"):
        old.unlink()
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"),
            *("--no-index", "--no-deps"),
            *("--no-build-isolation", "--wheel-dir", str(dist), str(work)),
        ],
        check=True,
        # Two builds give the same bytes.
        env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600"},
    )
    (wheel,) = dist.glob("lectern_kernel-*.whl")
    size = wheel.stat().st_size
    print(f"  {wheel.relative_to(ROOT)}: {size / 1e6:.1f} MB")
    if size > LIMIT:
        raise SystemExit(f"  That is more than {LIMIT / 1e6:.0f} MB: which jar is new in {listing}?")


if __name__ == "__main__":
    main()
