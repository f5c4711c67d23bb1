"""Finds a JDK that can run the kernel."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

FEATURE = 25
# Where JDKs like to live, below the root and below the home of the user.
SHARED = ("usr/lib/jvm/*", "opt/java/*", "opt/jdk*", "Library/Java/JavaVirtualMachines/*/Contents/Home")
OWN = (
    ".sdkman/candidates/java/*",
    ".local/share/mise/installs/java/*",
    ".asdf/installs/java/*",
    ".jdks/*",
)


def feature(home: Path) -> int | None:
    """The number of the release of a JDK; None where there is none, or a mere runtime without a compiler."""
    suffix = ".exe" if os.name == "nt" else ""
    try:
        release = (home / "release").read_text(errors="replace")
    except OSError:
        return None
    version = re.search(r'^JAVA_VERSION="?(\d+)', release, re.MULTILINE)
    modules = re.search(r"^MODULES=.*\bjdk\.compiler\b", release, re.MULTILINE)
    there = all((home / "bin" / (tool + suffix)).is_file() for tool in ("java", "javac"))
    return int(version.group(1)) if version and modules and there else None


def places() -> Iterator[Path]:
    """Folders in which a JDK may lie, the likeliest first; LECTERN_JDK_PLACES names others in their stead."""
    if "LECTERN_JDK_PLACES" in os.environ:
        yield from (Path(place) for place in os.environ["LECTERN_JDK_PLACES"].split(os.pathsep) if place)
        return
    if os.environ.get("JAVA_HOME"):
        yield Path(os.environ["JAVA_HOME"])
    compiler = shutil.which("javac")
    if compiler:
        yield Path(compiler).resolve().parent.parent
    for base, patterns in ((Path(Path.home().anchor), SHARED), (Path.home(), OWN)):
        for pattern in patterns:
            yield from sorted(base.glob(pattern))
    if os.name == "nt":
        for vendor in ("Eclipse Adoptium", "Java", "Microsoft", "Zulu"):
            yield from sorted(Path(os.environ.get("PROGRAMFILES", "C:/Program Files"), vendor).glob("*"))


def find() -> Path | None:
    """The first JDK of the release that we are built for, else the first newer one."""
    newer = None
    for place in places():
        number = feature(place)
        if number == FEATURE:
            return place
        if number is not None and number > FEATURE:
            newer = newer or place
    return newer


def advice() -> str:
    """What to say, and what to do, where there is no JDK."""
    if sys.platform == "darwin":
        how = "brew install --cask temurin@25"
    elif os.name == "nt":
        how = "winget install EclipseAdoptium.Temurin.25.JDK"
    elif shutil.which("apt-get"):
        how = f"sudo apt-get install openjdk-{FEATURE}-jdk-headless"
    elif shutil.which("dnf"):
        how = f"sudo dnf install java-{FEATURE}-openjdk-devel"
    else:
        how = "the package of your distribution"
    return (
        f"Lectern needs a JDK {FEATURE} and finds none on this machine.\n"
        f"To get it: {how}\n"
        "or install one from https://adoptium.net and set JAVA_HOME to its folder.\n"
        "Then restart the kernel."
    )
