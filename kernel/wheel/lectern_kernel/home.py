"""What is kept between starts: the jar that names the class path, the argument file of the JVM, the start-up cache."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from lectern_kernel import cpu, kernelspec, train_cache

PACKAGE = Path(__file__).resolve().parent
LIB = PACKAGE / "lib"
# A first lesson has the processor for itself before training begins.
PAUSE = 20


def base() -> Path:
    """The folder for everything that may be deleted at any time."""
    chosen = os.environ.get("LECTERN_CACHE_HOME")
    if chosen:
        return Path(chosen)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local")) / "lectern"
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/lectern"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lectern"


def key(jdk: Path) -> str:
    """All that a start-up cache depends on: the JVM, its flags, every jar with size and time, and where they lie."""
    digest = hashlib.sha256(f"{PACKAGE} {jdk}".encode())
    for file in (
        jdk / "release",
        *(PACKAGE / name for name in ("kernel.flags", "compiler.directives", "train_cache.py")),
    ):
        digest.update(file.read_bytes())
    for jar in kernelspec.class_path(LIB):
        digest.update(f"{jar.name} {jar.stat().st_size} {jar.stat().st_mtime_ns}".encode())
    return digest.hexdigest()[:12]


@dataclass(frozen=True)
class Home:
    """The folder of one JDK and one version of this package."""

    jdk: Path
    folder: Path
    lasting: bool

    @property
    def java(self) -> str:
        return str(self.jdk / "bin" / ("java.exe" if os.name == "nt" else "java"))

    @property
    def cache(self) -> Path:
        return self.folder / "kernel.aot"

    @property
    def log(self) -> Path:
        return self.folder / "train.log"

    def command(self, *words: str) -> list[str]:
        # Windows has no shell that could read what a person has set for his kernels.
        start = [] if os.name == "nt" else ["/bin/sh", str(PACKAGE / "start.sh")]
        return [*start, self.java, f"@{self.folder / 'kernel.args'}", *words]

    def train(self) -> None:
        """Makes the start-up cache; a kernel that starts meanwhile does without."""
        arguments = self.folder / "train.args"
        replace(arguments, kernelspec.argument_file(self.folder / "kernel.jar", None))
        spec = self.folder / "spec"
        kernelspec.write(spec, kernelspec.kernel_json(self.java, arguments, cpu.environment(), "Java (Lectern)"))
        fresh = self.cache.with_name(f"kernel.aot.{os.getpid()}")
        try:
            train_cache.train_best(spec, fresh)
            os.replace(fresh, self.cache)
        finally:
            fresh.unlink(missing_ok=True)

    def train_later(self) -> None:
        """Has another process make the start-up cache, once: where that failed, a person may ask for it."""
        if (
            os.name == "nt"
            or not self.lasting
            or self.cache.exists()
            or os.environ.get("LECTERN_CACHE", "yes") != "yes"
        ):
            return
        try:
            log = self.log.open("x")
        except FileExistsError:
            return
        with log:
            subprocess.Popen(
                [sys.executable, "-m", "lectern_kernel", "train", "--after", str(PAUSE)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )


def replace(file: Path, text: str) -> None:
    """Writes a file that another kernel may be reading."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    fresh.write_text(text)
    os.replace(fresh, file)


def at(jdk: Path) -> Home:
    """The home for this JDK, made if need be; where nothing may be kept, one among the temporary files."""
    home = Home(jdk, base() / key(jdk), True)
    try:
        fill(home)
    except OSError:
        home = Home(jdk, Path(tempfile.mkdtemp(prefix="lectern-")), False)
        fill(home)
    return home


def fill(home: Home) -> None:
    if not home.folder.exists():
        forget_others(home.folder.parent)
        home.folder.mkdir(parents=True)
        (home.folder / "owner").write_text(str(PACKAGE))
    starter = home.folder / "kernel.jar"
    if not starter.exists():
        # Made aside: two kernels may start for the first time at once. Jars are named as seen from the folder.
        fresh = home.folder / f"kernel.jar.{os.getpid()}"
        kernelspec.write_starter(fresh, kernelspec.class_path(LIB))
        os.replace(fresh, starter)
    replace(home.folder / "kernel.args", kernelspec.argument_file(starter, home.cache))


def forget_others(folder: Path) -> None:
    """Deletes what earlier versions at this place, or packages that are gone, have left."""
    for owner in folder.glob("*/owner"):
        if owner.read_text() == str(PACKAGE) or not Path(owner.read_text()).exists():
            shutil.rmtree(owner.parent, ignore_errors=True)
