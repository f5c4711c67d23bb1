"""Starting, restarting, ending."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from notebook import comes_to_rest


def gone(pid):
    return not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def wait_gone(pid, seconds):
    deadline = time.monotonic() + seconds
    while not gone(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return gone(pid)


@pytest.mark.parametrize("restart", [True, False])
def test_shutdown(fresh, restart):
    kernel = fresh()
    kernel.cell("1")
    reply = kernel.ask("shutdown_request", {"restart": restart}, channel="control")
    assert reply.content == {"status": "ok", "restart": restart}
    assert "shutdown_reply" in reply.types
    assert wait_gone(kernel.pid, 1)


@pytest.mark.parametrize(
    "code",
    [
        "while (true) {}",
        "Thread.sleep(60_000);",
        "new Thread(() -> { while (true) {} }).start();",
        "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} }));",
    ],
)
def test_shutdown_of_a_busy_kernel(fresh, code):
    kernel = fresh()
    pending = kernel.start(code)
    kernel.wait_until_running(pending)
    time.sleep(0.5)
    kernel.client.shutdown()
    assert wait_gone(kernel.pid, 1.5)


def test_restart(fresh):
    kernel = fresh()
    kernel.cell("int lost = 1;").works()
    kernel.manager.restart_kernel()
    kernel.client.wait_for_ready(timeout=60)
    kernel.cell("lost").fails("")
    assert kernel.cell("1").content["execution_count"] == 2


def test_ends_with_its_parent(tmp_path):
    parent = subprocess.run(
        [
            sys.executable,
            "-c",
            "from jupyter_client.manager import start_new_kernel; import os\n"
            "manager, client = start_new_kernel(kernel_name='lectern')\n"
            "print(manager.provisioner.process.pid, manager.connection_file, flush=True)\nos._exit(1)",
        ],
        capture_output=True,
        text=True,
        timeout=60,
    )
    pid, connection = parent.stdout.split(maxsplit=1)
    assert wait_gone(int(pid), 4)
    Path(connection.strip()).unlink(missing_ok=True)


def test_ports_are_on_loopback_and_the_connection_file_is_private(fresh):
    kernel = fresh()
    listening = [c for c in psutil.Process(kernel.pid).net_connections("tcp") if c.status == psutil.CONN_LISTEN]
    assert len(listening) >= 5
    assert all(c.laddr.ip in ("127.0.0.1", "::1", "::ffff:127.0.0.1") for c in listening)
    assert stat.S_IMODE(os.stat(kernel.manager.connection_file).st_mode) & 0o077 == 0


def test_no_file_is_left(fresh, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "tmp").mkdir()
    kernel = fresh(
        LECTERN_DATA_DIR=str(tmp_path / "data"),
        TMPDIR=str(tmp_path / "tmp"),
        JAVA_TOOL_OPTIONS=f"-Djava.io.tmpdir={tmp_path / 'tmp'}",
    )
    kernel.cell("int x = 3; System.out.println(x);").works()
    kernel.manager.shutdown_kernel()
    assert [f.name for f in (tmp_path / "data").iterdir()] == ["history.jsonl"]
    assert list((tmp_path / "tmp").iterdir()) == []


def test_idle_kernel_uses_no_processor_time(fresh):
    kernel = fresh()
    kernel.cell("1")
    assert comes_to_rest(kernel.pid)
