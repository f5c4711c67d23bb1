"""What the tests of that which others install share: places, and a kernel that is asked cell by cell."""

import os
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty
from typing import ClassVar

import pytest
from jupyter_client.manager import KernelManager

ROOT = Path(__file__).resolve().parents[3]
STATE = Path(os.environ.get("LECTERN_STATE", ROOT / ".lectern"))
PATIENCE = 240


def local_repository() -> Path:
    """Where Maven keeps the jars that the build has used; see maven_repository in maven.sh."""
    chosen = os.environ.get("LECTERN_M2")
    return next(
        path for path in (Path(chosen) if chosen else STATE / "m2", Path.home() / ".m2/repository") if path.exists()
    )


class Notebook:
    """A kernel of a Python environment, started as Jupyter starts it."""

    def __init__(self, prefix: Path, name: str, **environment: str):
        self.manager = KernelManager(kernel_name=name)
        self.manager.kernel_spec_manager.kernel_dirs = [str(prefix / "share/jupyter/kernels")]
        self.manager.kernel_spec_manager.ensure_native_kernel = False
        variables = {**os.environ, **environment}
        variables["PATH"] = f"{prefix / 'bin'}{os.pathsep}{variables['PATH']}"
        spec = self.manager.kernel_spec
        if spec.argv[0] == "python":
            # The manager would take the Python of these tests.
            spec.argv[0] = str(prefix / "bin/python")
        self.manager.start_kernel(env=variables)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)

    def run(self, code: str) -> "Answer":
        identity = self.client.execute(code)
        messages = []
        while True:
            try:
                message = self.client.get_iopub_msg(timeout=PATIENCE)
            except Empty:
                raise AssertionError(f"no answer in {PATIENCE} s to {code!r}; so far {messages}") from None
            if message["parent_header"].get("msg_id") != identity:
                continue
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return Answer(messages)
            messages.append(message)

    def stop(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


class Answer:
    """All that a cell has led to."""

    def __init__(self, messages: list[dict]):
        self.messages = messages

    def contents(self, kind: str) -> list[dict]:
        return [message["content"] for message in self.messages if message["msg_type"] == kind]

    @property
    def error(self) -> str:
        return "\n".join(f"{one['ename']}: {one['evalue']}" for one in self.contents("error"))

    @property
    def text(self) -> str:
        """What it has printed, and its value."""
        printed = "".join(one["text"] for one in self.contents("stream"))
        return printed + "".join(one["data"].get("text/plain", "") for one in self.contents("execute_result"))

    def shown(self, kind: str) -> list[str]:
        bundles = self.contents("execute_result") + self.contents("display_data")
        return [one["data"][kind] for one in bundles if kind in one["data"]]

    def works(self) -> "Answer":
        assert not self.error, self.error + self.text
        return self


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word, and keeps what was asked for."""

    asked: ClassVar[list[str]] = []
    spoilt = ""

    def log_message(self, *words) -> None:
        Quiet.asked.append(self.path)

    def copyfile(self, source, target) -> None:
        if Quiet.spoilt and Quiet.spoilt in self.path and self.path.endswith(".jar"):
            content = bytearray(source.read())
            content[len(content) // 2] ^= 1
            target.write(bytes(content))
        else:
            super().copyfile(source, target)


@pytest.fixture
def repository(tmp_path):
    """The local Maven repository behind HTTP on this machine; a home folder whose settings know no other."""
    Quiet.asked, Quiet.spoilt = [], ""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(local_repository())))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = tmp_path / "home"
    (home / ".m2").mkdir(parents=True)
    (home / ".m2/settings.xml").write_text(
        "<settings><mirrors><mirror><id>here</id><mirrorOf>*</mirrorOf>"
        f"<url>http://127.0.0.1:{server.server_port}/</url></mirror></mirrors></settings>"
    )
    yield home, server
    server.shutdown()
    server.server_close()


def virtual_environment(folder: Path, *packages: str) -> Path:
    """An empty Python environment that sees the packages of this one, with these beside them."""
    subprocess.run([sys.executable, "-m", "venv", "--system-site-packages", str(folder)], check=True)
    # Environments made from an environment see those of the real Python only; so ours are named.
    site = next(folder.glob("lib/python*/site-packages"))
    ours = next(Path(sys.prefix).glob("lib/python*/site-packages"))
    (site / "around.pth").write_text(f"{ours}\n")
    pip = [str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--no-index", "--disable-pip-version-check"]
    subprocess.run([*pip, "--find-links", str(ROOT / "dist"), *packages], check=True)
    return folder


@pytest.fixture(scope="session")
def wheel() -> Path:
    found = list((ROOT / "dist").glob("lectern_kernel-*.whl"))
    assert len(found) == 1, f"{found}: `make wheel` builds it"
    return found[0]


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory) -> Path:
    """A Python environment into which the package was installed from a local index."""
    return virtual_environment(tmp_path_factory.mktemp("wheel") / "venv", "lectern-kernel")
