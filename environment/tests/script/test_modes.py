"""What a short run gave is never printed as what a full run says."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import sample
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from press import collect

import notebooks

ENVIRONMENT = Path(notebooks.__file__).parent
WATERMARK = "short run"


def run(folder, out, *more, **variables):
    """Executes a folder of notebooks as `make script` does, but with a kernel that is there in an instant."""
    result = subprocess.run(
        [sys.executable, ENVIRONMENT / "notebooks.py", "--kernel", "python3", "--out", out, "--reuse", *more],
        env={key: value for key, value in os.environ.items() if not key.startswith("LECTERN_")}
        | {"LECTERN_NOTEBOOKS": str(folder), **variables},
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture
def folder(tmp_path):
    """A folder with one lecture, which says with which sizes it was run."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    cells = [
        nbformat.v4.new_markdown_cell("# Sizes"),
        nbformat.v4.new_code_cell("import os\nprint('quick' if os.environ.get('LECTERN_QUICK') == '1' else 'full')"),
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / "sizes.ipynb")
    return folder


def printed(out):
    return nbformat.read(out / "sizes.ipynb", as_version=4).cells[1].outputs[0].text.strip()


def test_a_copy_of_one_mode_is_no_copy_of_another(folder, tmp_path):
    out = tmp_path / "executed"
    assert "executed before" not in run(folder, out, LECTERN_QUICK="1", LECTERN_PDF="1")
    assert printed(out) == "quick"
    assert "executed before" not in run(folder, out, LECTERN_PDF="1")
    assert printed(out) == "full"
    # Neither does a copy whose figures are for the screen serve for print.
    assert "executed before" in run(folder, out, LECTERN_PDF="1")
    assert "executed before" not in run(folder, out)
    assert "executed before" in run(folder, out, LECTERN_QUICK="0")


def test_a_copy_that_says_nothing_of_its_mode_is_made_anew(folder, tmp_path):
    out = tmp_path / "executed"
    out.mkdir()
    shutil.copy(folder / "sizes.ipynb", out)
    assert not notebooks.is_fresh(folder / "sizes.ipynb", out / "sizes.ipynb", [])


@pytest.mark.parametrize("value, suffix", [("1", "-quick"), ("0", ""), ("", "")])
def test_each_mode_has_a_folder_of_its_own(value, suffix):
    shell = '. ./common.sh; printf "%s" "executed$(mode)"'
    result = subprocess.run(
        ["bash", "-c", shell],
        cwd=ENVIRONMENT,
        env={**os.environ, "LECTERN_QUICK": value},
        capture_output=True,
        text=True,
    )
    assert result.stdout == f"executed{suffix}"
    for script in ("execute.sh", "notebooks.sh"):
        assert '--out "$STATE/executed$(mode)"' in (ENVIRONMENT / script).read_text()


@pytest.fixture(params=["quick", "full"])
def copies(request, tmp_path):
    """A lecture as it was executed, and the size with which it was."""
    notebook = sample.java_notebook(
        sample.new_markdown_cell("# Lecture\n\nA text."), sample.code_cell("1 + 1", 1, sample.stream("2\n"))
    )
    nbformat.write(notebook, tmp_path / "lecture.ipynb")
    executed = tmp_path / "executed"
    executed.mkdir()
    notebook.metadata["lectern"] = {"run": {"size": request.param, "figures": "print"}}
    nbformat.write(notebook, executed / "lecture.ipynb")
    (tmp_path / "order.txt").write_text("lecture.ipynb\n")
    return tmp_path, executed, request.param


def press(module, copies, target):
    base, executed, _ = copies
    result = subprocess.run(
        [
            sys.executable,
            "-m",
            f"press.{module}",
            base / "lecture.ipynb",
            "--target",
            target,
            "--notebooks",
            base,
            "--executed",
            executed,
        ],
        env={**os.environ, "PYTHONPATH": str(ENVIRONMENT)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_page_of_a_short_script_says_so(copies, tmp_path):
    target = tmp_path / "script.pdf"
    press("script", copies, target)
    pages = [page.extract_text() for page in PdfReader(target).pages]
    assert len(pages) > 2
    quick = copies[2] == "quick"
    assert [WATERMARK in page for page in pages] == [quick] * len(pages), pages
    assert ("Short run: made with small sizes" in pages[0]) == quick


def test_every_page_of_a_short_site_says_so(copies, tmp_path):
    target = tmp_path / "site"
    press("site", copies, target)
    quick = copies[2] == "quick"
    for page in ("index.html", "lecture.html"):
        assert ("Short run." in (target / page).read_text(encoding="utf-8")) == quick, page


def test_a_short_run_never_takes_the_place_of_a_full_one():
    assert collect.target("lectern.pdf", True).name == "lectern-quick.pdf"
    assert collect.target("lectern.pdf", False).name == "lectern.pdf"
    assert collect.target("site", True) != collect.target("site", False)


def test_the_mode_stands_in_the_copy_alone(folder, tmp_path):
    before = (folder / "sizes.ipynb").read_bytes()
    run(folder, tmp_path / "executed")
    assert (folder / "sizes.ipynb").read_bytes() == before
    copy = json.loads((tmp_path / "executed" / "sizes.ipynb").read_text())
    assert copy["metadata"]["lectern"]["run"] == {"figures": "screen", "size": "full"}
