"""The programs that people use kernels with."""

import json
import re
import subprocess
import sys

import nbformat
import pexpect
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError


def notebook_of(*cells):
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in cells])
    book.metadata["kernelspec"] = {"name": "lectern", "display_name": "Java", "language": "java"}
    return book


def test_nbclient():
    book = NotebookClient(notebook_of("int x = 20;", 'System.out.println("out"); x + 1'), timeout=60).execute()
    output = book.cells[1].outputs
    assert [o.output_type for o in output] == ["stream", "execute_result"]
    assert output[1].data["text/plain"] == "21"
    assert book.metadata.language_info["name"] == "java"


def test_nbclient_stops_at_an_error():
    with pytest.raises(CellExecutionError, match="ArithmeticException"):
        NotebookClient(notebook_of("1 / 0", "2"), timeout=60).execute()


def test_nbclient_goes_on_when_told():
    book = NotebookClient(notebook_of("1 / 0", "2"), timeout=60, allow_errors=True).execute()
    assert book.cells[0].outputs[0].output_type == "error"
    assert book.cells[1].outputs[0].data["text/plain"] == "2"


def test_jupyter_run(tmp_path):
    script = tmp_path / "cells.java"
    script.write_text('System.out.println("ran " + (1 + 2));\n')
    done = subprocess.run(
        [sys.executable, "-m", "jupyter_client.runapp", "--kernel=lectern", str(script)],
        capture_output=True,
        text=True,
        timeout=90,
    )
    assert "ran 3" in done.stdout, done.stderr


def test_nbconvert_executes(tmp_path):
    nbformat.write(notebook_of("int x = 20;", "x + 1"), tmp_path / "book.ipynb")
    done = subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to=markdown", "--execute", "--stdout", str(tmp_path / "book.ipynb")],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "```java\nint x = 20;" in done.stdout
    assert re.search(r"^ +21$", done.stdout, re.MULTILINE)


def test_papermill_gives_parameters(tmp_path):
    given = {"epochs": 21, "rate": 2, "name": 'the "first"', "quick": True, "sizes": [3, 4]}
    book = notebook_of(
        'int epochs = 1; double rate = 0.5; String name = ""; boolean quick = false; List<Integer> sizes = List.of();',
        'epochs * 2 + " " + rate / 4 + " " + name + " " + quick + " " + sizes',
    )
    book.cells[0].metadata["tags"] = ["parameters"]
    nbformat.write(book, tmp_path / "book.ipynb")
    done = subprocess.run(
        [sys.executable, "-m", "papermill", "book.ipynb", "done.ipynb", "-k", "lectern", "-y", json.dumps(given)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    cells = nbformat.read(tmp_path / "done.ipynb", as_version=4).cells
    assert cells[-1].outputs[0].data["text/plain"] == '42 0.5 the "first" true [3, 4]'
    assert cells[-1].metadata["papermill"]["status"] == "completed"


def test_console():
    """A person at a terminal: several lines, an error, an interrupt, input, the end."""
    console = pexpect.spawn(
        sys.executable,
        ["-m", "jupyter_console", "--kernel=lectern", "--simple-prompt"],
        encoding="utf-8",
        timeout=60,
        dimensions=(40, 120),
    )
    try:
        console.expect(r"In \[1\]: ")
        console.sendline("int x = 20;")
        console.expect(r"In \[2\]: ")
        console.sendline("x + 1")
        console.expect(r"21\s")
        console.expect(r"In \[3\]: ")
        console.sendline("x / 0")
        console.expect("ArithmeticException")
        console.expect(r"In \[4\]: ")
        console.sendline('System.out.println("read " + new Scanner(System.in).nextLine());')
        console.sendline("typed")
        console.expect("read typed")
        console.expect(r"In \[5\]: ")
        console.sendeof()
        console.expect("exit")
        console.sendline("y")
        console.expect(pexpect.EOF)
    finally:
        console.close(force=True)
