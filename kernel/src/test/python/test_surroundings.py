"""What a kernel takes from its surroundings: home folder, letters, memory, processors, its parent process."""

import json
import os
import pwd
import stat
import subprocess
import time
from pathlib import Path

import psutil
import pytest
from jupyter_client.connect import write_connection_file
from jupyter_client.kernelspec import KernelSpecManager

PLAIN = {"LECTERN_DATA_DIR": "", "XDG_DATA_HOME": "", "XDG_CACHE_HOME": "", "LECTERN_CACHE": ""}


def test_everything_of_a_person_goes_to_the_home_that_is_said(fresh, tmp_path):
    home = tmp_path / "another höme"
    home.mkdir()
    kernel = fresh(HOME=str(home), **PLAIN)
    kernel.cell('System.getProperty("user.home")').gives(str(home))
    kernel.cell("%cd ~").works()
    kernel.cell("%pwd").gives(str(home))
    kernel.cell("%%bash\necho $HOME").prints(f"{home}\n")
    kernel.cell('plot(linspace(0, 1, 5), linspace(0, 1, 5), "$\\\\frac{x}{2}$").legend()').works()
    kernel.cell("ones(50, 50).matmul(ones(50, 50)).sum().item()").gives("125000.0")
    found = {str(path.relative_to(home)) for path in home.rglob("*")}
    assert ".local/share/lectern/history.jsonl" in found
    assert any(name.startswith(".cache/lectern/openblas") for name in found), found


@pytest.mark.parametrize("home", ["", "relative"])
def test_a_home_that_is_no_folder_is_that_of_the_password_database(fresh, home, tmp_path):
    kernel = fresh(**PLAIN | {"HOME": home, "LECTERN_DATA_DIR": str(tmp_path)})
    kernel.cell('System.getProperty("user.home")').gives(pwd.getpwuid(os.getuid()).pw_dir)


def test_a_password_database_with_a_bad_home_hurts_nobody(fresh, tmp_path):
    """No word of history or caches: neither is looked for where the password database points."""
    kernel = fresh(HOME=str(tmp_path), **PLAIN)
    assert kernel.cell("1").text("stderr") == ""
    assert (tmp_path / ".local/share/lectern/history.jsonl").exists()


def test_history_is_for_nobody_else(fresh, tmp_path):
    folder = tmp_path / "new" / "folder"
    kernel = fresh(LECTERN_DATA_DIR=str(folder))
    kernel.cell('var password = "secret";').works()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "history.jsonl").stat().st_mode) == 0o600


def test_history_that_others_could_read_is_closed(fresh, tmp_path):
    file = tmp_path / "history.jsonl"
    file.write_text('{"session": 1, "line": 1, "input": "old"}\n')
    file.chmod(0o644)
    fresh(LECTERN_DATA_DIR=str(tmp_path)).cell("1").works()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "old" in file.read_text()


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"LC_ALL": "", "LANG": ""}, {"LC_ALL": "xx_YY.UTF-8"}, {"LC_ALL": "", "LANG": "de_DE"}]
)
def test_files_may_have_any_letters_in_their_names(fresh, tmp_path, locale):
    kernel = fresh(LECTERN_DATA_DIR=str(tmp_path / "data"), **locale)
    kernel.cell(f"%cd {tmp_path}").works()
    kernel.cell(f'var folder = Path.of("{tmp_path}");\nFiles.writeString(folder.resolve("größe-数.txt"), "ü")').works()
    kernel.cell(f'try (var out = new java.io.FileWriter("{tmp_path}/maß.txt")) {{ out.write("ß"); }}').works()
    kernel.cell(f'plot(linspace(0, 1, 5), linspace(0, 1, 5)).savefig("{tmp_path}/bild-ö.png");').works()
    kernel.cell("%%writefile übung.txt\nTäxt").works()
    kernel.cell('%%bash\nprintf %s "größe" > shell-ö.txt; cat shell-ö.txt').prints("größe")
    names = {name.decode() for name in os.listdir(os.fsencode(tmp_path))} - {"data"}
    assert names == {"größe-数.txt", "maß.txt", "bild-ö.png", "übung.txt", "shell-ö.txt"}
    assert (tmp_path / "übung.txt").read_text(encoding="utf-8").strip() == "Täxt"
    assert (tmp_path / "shell-ö.txt").read_text(encoding="utf-8") == "größe"


def test_memory_and_processors_are_what_is_set(fresh):
    kernel = fresh(LECTERN_HEAP="300m", LECTERN_THREADS="1")
    kernel.cell("Runtime.getRuntime().availableProcessors()").gives("1")
    kernel.cell("Runtime.getRuntime().maxMemory() / (1 << 20) <= 300").gives("true")
    kernel.cell("double[] most = new double[100_000_000];").fails("OutOfMemoryError", "LECTERN_HEAP=4g")
    kernel.cell("zeros(10_000, 10_000)").fails("", "LECTERN_HEAP")
    kernel.cell("6 * 7").gives("42")


class Direct:
    """A kernel that this process starts itself, without a manager around it."""

    def __init__(self, folder, parent):
        self.connection, _ = write_connection_file(str(folder / "kernel.json"))
        spec = KernelSpecManager().get_kernel_spec("lectern")
        words = [word.replace("{connection_file}", self.connection) for word in spec.argv]
        environment = {**os.environ, **spec.env, "JPY_PARENT_PID": str(parent)}
        self.process = subprocess.Popen(
            words, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def listens(self, seconds=60):
        """Until its ports are open."""
        deadline = time.monotonic() + seconds
        wanted = json.loads(Path(self.connection).read_text())["shell_port"]
        while time.monotonic() < deadline and self.process.poll() is None:
            if any(c.laddr.port == wanted for c in psutil.Process(self.process.pid).net_connections("tcp")):
                return True
            time.sleep(0.05)
        return False


@pytest.fixture
def direct(tmp_path):
    started = []

    def start(parent):
        started.append(Direct(tmp_path, parent))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.process.communicate()


def unseen():
    """The number of a process that is not there."""
    pid = int(Path("/proc/sys/kernel/pid_max").read_text()) - 1
    while psutil.pid_exists(pid):
        pid -= 1
    return pid


def test_a_parent_that_cannot_be_seen_is_not_missed(direct):
    """As in a container that gets the environment of the process outside."""
    kernel = direct(unseen())
    assert kernel.listens()
    time.sleep(4)
    assert kernel.process.poll() is None


def test_the_end_of_the_parent_is_told(direct):
    parent = subprocess.Popen(["sleep", "600"])
    kernel = direct(parent.pid)
    assert kernel.listens()
    parent.kill()
    parent.wait()
    _, err = kernel.process.communicate(timeout=10)
    assert kernel.process.returncode == 0
    assert err.splitlines() == ["The kernel ends, because the process that started it has ended."]
