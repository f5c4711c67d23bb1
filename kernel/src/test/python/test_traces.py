"""Kernels that were used and ended, in each of four ways: no file, process, port or thread of theirs is left.

Eight of them in every run, a hundred with LECTERN_NIGHTLY=1.
"""

import json
import os
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

import psutil
import pytest
from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from jupyter_client.kernelspec import KernelSpecManager
from notebook import Kernel

WAYS = ("shutdown", "restart", "term", "kill")
ROUNDS = 25 if os.environ.get("LECTERN_NIGHTLY") == "1" else 2
FIGURE = 'plot(linspace(0, 1, 50), linspace(0, 1, 50), "$\\\\sum_i \\\\frac{\\\\alpha_i}{2}$").title("$x^2$").legend()'
# What a lesson leaves running: a child in the background, one that is waited for, one that Java started, a thread.
USES = (
    FIGURE,
    "zeros(200, 200).matmul(ones(200, 200)).sum().item()",
    "%%bash\nsleep 1111 &\nnohup sleep 1112 >/dev/null 2>&1 &\necho started",
    'var child = new ProcessBuilder("sleep", "1113").start();',
    "Thread.ofPlatform().start(() -> { while (true) { Thread.onSpinWait(); } });",
)
SLEEPERS = ("1111", "1112", "1113")


@pytest.fixture
def place(tmp_path):
    """Folders of the kernels alone: home, temporary files, what Jupyter keeps while they run."""
    for name in ("home", "tmp", "runtime"):
        (tmp_path / name).mkdir()
    return tmp_path


def files(place):
    return {str(path.relative_to(place)) for path in place.rglob("*") if not path.is_dir()}


def start(place):
    kernel = Kernel(
        HOME=str(place / "home"),
        LECTERN_DATA_DIR="",
        XDG_DATA_HOME="",
        XDG_CACHE_HOME="",
        TMPDIR=str(place / "tmp"),
        JAVA_TOOL_OPTIONS=f"-Djava.io.tmpdir={place / 'tmp'}",
    )
    for code in USES:
        kernel.cell(code).works()
    return kernel


def family(pid):
    first = psutil.Process(pid)
    return [first, *first.children(recursive=True)]


def sleepers(*seconds):
    """Processes that cells have started, wherever they hang by now."""
    wanted = seconds or SLEEPERS
    found = []
    for process in psutil.process_iter(["cmdline"]):
        words = process.info["cmdline"] or []
        if len(words) == 2 and words[0].endswith("sleep") and words[1] in wanted:
            found.append(process)
    return found


def alive(process):
    """A process that has ended may still wait for its parent to ask how."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def free(port):
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return one.connect_ex(("127.0.0.1", port)) != 0


def end(kernel, way):
    """Ends a kernel; a restarted one has a successor, which is shut down."""
    if way == "restart":
        kernel.manager.restart_kernel()
        kernel.client.wait_for_ready(timeout=60)
        way = "shutdown"
    if way == "shutdown":
        kernel.manager.shutdown_kernel()
    else:
        os.kill(kernel.pid, signal.SIGTERM if way == "term" else signal.SIGKILL)
        kernel.manager.provisioner.process.wait(timeout=20)
        kernel.manager.cleanup_resources()


def settle(question, seconds=15):
    """What is left of a question's answer, once it does not change for the better any more."""
    deadline = time.monotonic() + seconds
    while (left := question()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return left


def test_a_program_with_a_session_of_its_own_stays(fresh):
    kernel = fresh()
    kernel.cell("%%bash\nsetsid sleep 1114 >/dev/null 2>&1 &\nsleep 1115 >/dev/null 2>&1 &").works()
    kernel.manager.shutdown_kernel()
    assert settle(lambda: sleepers("1115")) == []
    (stays,) = sleepers("1114")
    stays.kill()


def test_what_others_have_started_in_the_same_session_stays(tmp_path):
    """A kernel that is started without a session of its own has neighbours."""
    neighbour = subprocess.Popen(["sleep", "1116"])
    connection, _ = write_connection_file(str(tmp_path / "kernel.json"))
    spec = KernelSpecManager().get_kernel_spec("lectern")
    words = [word.replace("{connection_file}", connection) for word in spec.argv]
    kernel = subprocess.Popen(words, env={**os.environ, **spec.env}, stdin=subprocess.DEVNULL)
    client = BlockingKernelClient(connection_file=connection)
    try:
        client.load_connection_file()
        client.start_channels(hb=False)
        code = "%%bash\nsleep 1117 >/dev/null 2>&1 &"
        reply = client.execute_interactive(code, timeout=120, output_hook=lambda message: None)
        assert reply["content"]["status"] == "ok"
        assert settle(lambda: not psutil.Process(kernel.pid).children()) is False, "the shell that waits is there"
        kernel.kill()
        kernel.wait()
        assert settle(lambda: sleepers("1117")) == []
        assert neighbour.poll() is None
    finally:
        client.stop_channels()
        kernel.kill()
        kernel.wait()
        neighbour.kill()
        neighbour.wait()


def test_nothing_is_left_of_a_kernel(place):
    start(place).stop()
    settle(sleepers)
    kept = files(place)
    assert {"home/.local/share/lectern/history.jsonl"} < kept, "history and caches are meant to stay"
    assert not [name for name in kept if name.startswith("tmp/")], kept
    threads = threading.active_count()
    for turn in range(ROUNDS):
        for way in WAYS:
            kernel = start(place)
            connection = json.loads(Path(kernel.manager.connection_file).read_text())
            members = family(kernel.pid)
            assert len(members) >= 2, "the children of its cells are there"
            end(kernel, way)
            kernel.client.stop_channels()
            name = f"round {turn}, {way}"
            assert settle(lambda these=members: [each for each in these if alive(each)]) == [], name
            assert settle(sleepers) == [], name
            assert [port for key, port in connection.items() if key.endswith("_port") and not free(port)] == [], name
            assert not Path(kernel.manager.connection_file).exists(), name
            assert files(place) - kept == set(), name
    assert settle(lambda: threading.active_count() > threads) is False


def test_a_program_in_the_background_does_not_hold_its_cell(fresh):
    """It holds the pipe of the cell's output; what the shell itself has printed is all there."""
    kernel = fresh()
    for turn in range(25):
        kernel.cell(f"%%bash\nsleep 1118 &\nseq 1 200; echo turn {turn}", timeout=20).prints(
            "".join(f"{n}\n" for n in range(1, 201)) + f"turn {turn}\n"
        )
    kernel.manager.shutdown_kernel()
    assert settle(lambda: sleepers("1118")) == []
