"""A checkout in a path with a space and an umlaut, used where the locale knows ASCII letters only."""

import os
import shutil
import subprocess
import sys
import sysconfig

import pytest
from machine import ROOT

LEFT_OUT = shutil.ignore_patterns(".git", ".lectern", "target", "dist", "__pycache__", ".ipynb_checkpoints")
# What provisioning would do with a network and minutes; here the state of this checkout is shared.
STAMPS = """
    cd environment
    for part in common python jdk maven cpu packages build kernelspec; do . "./$part.sh"; done
    stamp_set venv "$VENV"
    stamp_set python-lab "$(venv_wanted "$ENVIRONMENT/requirements.txt")"
    stamp_set build "$LIB $(nd4j_classifier)"
    stamp_set jars "$(jar_sizes)"
"""
TALK = """
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="lectern", startup_timeout=120)
def hear(message):
    content = message["content"]
    if message["msg_type"] == "error":
        print("error", content["evalue"])
    elif "data" in content:
        print(content["data"]["text/plain"])
try:
    for cell in ('Files.writeString(Path.of("größe.txt").toAbsolutePath(), "ü").getFileName()', "grad(t -> t.square().sum()).at(3.0)"):
        client.execute_interactive(cell, timeout=120, output_hook=hear)
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
"""


def link(source, target):
    """Jars are large; where a second name cannot be had they are copied."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


class Checkout:
    def __init__(self, folder, state):
        self.folder = folder
        shutil.copytree(ROOT, folder, ignore=LEFT_OUT, symlinks=True)
        self.state = folder / ".lectern"
        shutil.copytree(state / "lib", self.state / "lib", copy_function=link)
        shutil.copy2(state / "classpath.txt", self.state)
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", self.state / "venv"], check=True, timeout=120)
        packages = sysconfig.get_path("purelib", vars={"base": str(self.state / "venv")})
        with open(os.path.join(packages, "shared.pth"), "w", encoding="utf-8") as shared:
            shared.write(sysconfig.get_path("purelib") + "\n")
        self.run("bash", "-c", STAMPS)

    def run(self, *command, **variables):
        around = {name: value for name, value in os.environ.items() if name not in ("LECTERN_STATE", "LC_CTYPE")}
        return subprocess.run(
            command,
            cwd=self.folder,
            env={**around, "LC_ALL": "C", "JUPYTER_PREFER_ENV_PATH": "1", **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=600,
        )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory, venv):
    made = Checkout(tmp_path_factory.mktemp("a") / "öl kurs", venv.parent)
    first = made.run("make", "kernelspec")
    assert first.returncode == 0, first.stderr
    assert "training the start-up cache" in first.stdout and "could not be trained" not in first.stderr
    yield made
    shutil.rmtree(made.folder, ignore_errors=True)


def test_the_second_make_has_nothing_to_do(checkout):
    second = checkout.run("make", "kernelspec")
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")


def test_the_kernel_runs(checkout):
    talk = checkout.run(str(checkout.state / "venv/bin/python"), "-c", TALK)
    assert talk.stdout.splitlines() == ["größe.txt", "6.0"], talk.stderr
    assert (checkout.folder / "größe.txt").read_text(encoding="utf-8") == "ü"


def test_the_doctor_has_nothing_to_complain(checkout):
    doctor = checkout.run("make", "doctor")
    assert "starts, with a start-up cache" in doctor.stdout, doctor.stdout
    assert "✗" not in doctor.stdout and str(checkout.state / "lib") in doctor.stdout


def test_the_kernel_can_be_installed_for_a_user(checkout, tmp_path):
    for _ in range(2):
        installed = checkout.run("make", "install-kernel", HOME=str(tmp_path), XDG_DATA_HOME="", JUPYTER_DATA_DIR="")
        assert installed.returncode == 0, installed.stderr
    assert (tmp_path / ".local/share/jupyter/kernels/lectern/kernel.json").exists()


def test_the_tests_of_the_kernelspec_pass_there(checkout):
    command = [str(checkout.state / "venv/bin/python"), "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    files = ("environment/tests/test_kernelspec.py", "environment/tests/test_start.py")
    # Some of them call java itself, which nobody has told about letters.
    result = checkout.run(*command, *files, LC_ALL="C.UTF-8")
    assert result.returncode == 0, result.stdout + result.stderr
    assert " passed" in result.stdout
