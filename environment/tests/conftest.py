"""What the tests of the environment share."""

import os
from pathlib import Path

import pytest
from machine import ROOT, Machine


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "bare machine")


@pytest.fixture(scope="session")
def venv() -> Path:
    """The Python environment of this checkout."""
    return Path(os.environ.get("LECTERN_STATE", ROOT / ".lectern")) / "venv"
