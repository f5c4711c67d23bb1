"""A bare machine for the tests of the environment."""

import shutil
import subprocess
from pathlib import Path

ENVIRONMENT = Path(__file__).resolve().parent.parent
ROOT = ENVIRONMENT.parent

# What every script may call without asking: the tools of a minimal Debian.
BASICS = (
    "bash sh env cat cp mv rm mkdir mktemp ls ln find grep sed awk tr head tail sort cut df stat date touch uname nproc id "
    "dirname basename readlink chmod sha256sum tar gzip column flock xargs tee sleep wc test printf locale paste true"
).split()


class Machine:
    """A machine that has the basic tools and whatever a test puts on its PATH, and nothing else."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.bin = folder / "bin"
        self.home = folder / "home"
        self.bin.mkdir(parents=True)
        self.home.mkdir()
        self.variables = {
            "PATH": str(self.bin),
            "HOME": str(self.home),
            "LECTERN_STATE": str(folder / "state"),
            "LECTERN_JDK_PLACES": "",
            "LECTERN_ASSUME_USER": "plain",
            "LANG": "C.UTF-8",
            "NO_COLOR": "1",
        }
        for tool in BASICS:
            self.add(tool)

    def add(self, tool: str) -> None:
        """Puts a tool of the real machine on the PATH."""
        real = shutil.which(tool)
        if real:
            (self.bin / tool).symlink_to(real)

    def fake(self, tool: str, script: str = "exit 0") -> Path:
        """Puts a tool on the PATH that does what the shell script says."""
        file = self.bin / tool
        file.unlink(missing_ok=True)
        file.write_text(f"#!/bin/bash\n{script}\n")
        file.chmod(0o755)
        return file

    def fake_jdk(self, name: str, version: str, modules: str = "java.base jdk.compiler") -> Path:
        """A folder that looks like a JDK of that version."""
        home = self.folder / name
        (home / "bin").mkdir(parents=True)
        for tool in ("java", "javac"):
            (home / "bin" / tool).write_text("#!/bin/sh\n")
            (home / "bin" / tool).chmod(0o755)
        (home / "release").write_text(f'JAVA_VERSION="{version}"\nMODULES="{modules}"\n')
        return home

    def run(self, *command: str, cwd: Path = ROOT, **variables: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            list(command),
            cwd=cwd,
            env={**self.variables, **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def shell(self, script: str, cwd: Path = ROOT, **variables: str) -> subprocess.CompletedProcess:
        """Runs a snippet with the functions of environment/*.sh loaded."""
        parts = "common python jdk maven cpu packages build kernelspec"
        load = f'cd "{ENVIRONMENT}"; for part in {parts}; do . "./$part.sh"; done; '
        return self.run("bash", "-c", load + script, cwd=cwd, **variables)
