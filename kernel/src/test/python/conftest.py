"""Which kernel the conversations are held with.

By default the installed kernelspec `lectern`; the variable LECTERN_KERNEL_COMMAND (a JSON list with
`{connection_file}` in it) names another command.
"""

import json
import os
import tempfile
from pathlib import Path

import pytest

FOLDER = tempfile.TemporaryDirectory(prefix="lectern-conversations-")
os.environ["LECTERN_DATA_DIR"] = str(Path(FOLDER.name) / "data")
# Nobody's own start-up file has a say here.
os.environ["LECTERN_STARTUP"] = ""

if "LECTERN_KERNEL_COMMAND" in os.environ:
    spec = Path(FOLDER.name) / "kernels" / "lectern"
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text(
        json.dumps(
            {
                "argv": json.loads(os.environ["LECTERN_KERNEL_COMMAND"]),
                "display_name": "Java",
                "language": "java",
                "interrupt_mode": "message",
            }
        )
    )
    os.environ["JUPYTER_PATH"] = os.pathsep.join([FOLDER.name, os.environ.get("JUPYTER_PATH", "")]).rstrip(os.pathsep)

pytest.register_assert_rewrite("notebook")

import notebook  # noqa: E402 - reads the kernels found above


@pytest.fixture(scope="module")
def kernel():
    """One kernel for all tests of a file."""
    running = notebook.Kernel()
    yield running
    running.stop()


@pytest.fixture
def cell(kernel):
    """Runs a cell in the kernel of this file."""
    return kernel.cell


@pytest.fixture
def fresh():
    """Starts kernels of their own for a test and ends them after it."""
    started = []

    def start(**environment):
        started.append(notebook.Kernel(**environment))
        return started[-1]

    yield start
    for each in started:
        each.stop()
