"""What `make bench` is made of, without measuring: contestants that fall silent, tables between marks, peers of notebooks."""

import ast
import base64
import os
import re
import sys
import time
from types import SimpleNamespace

import nbformat
import pytest
from machine import ROOT

sys.path.insert(0, str(ROOT / "lib/bench"))
import pictures
import whole_notebooks
from contestants import Contestant, Silent, turns, whole
from tables import write


def contestant(code):
    return Contestant("somebody", [sys.executable, "-u", "-c", code], dict(os.environ))


def test_answers_row_by_row():
    echo = contestant("while True: row, seconds = input().split(); print(len(row), seconds, 7)")
    try:
        assert echo.measure("abc", 0.5, 60) == (3.0, 0.5, 7.0)
        assert echo.measure("abcd", 0.1, 60) == (4.0, 0.1, 7.0)
    finally:
        echo.close()


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import time; time.sleep(600)", "no answer"),
        ("pass", "somebody"),
        ("input(); print('words')", "could not convert"),
    ],
)
def test_whoever_is_silent_is_ended_and_begins_anew(code, reason):
    silent = contestant(code)
    with pytest.raises(Silent, match=reason):
        silent.measure("row", 1, 1 if "sleep" in code else 60)
    assert silent.process is None


def test_children_end_with_a_contestant(tmp_path):
    note = tmp_path / "child"
    silent = contestant(
        "import subprocess, sys, time; child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']);"
        f"open({str(note)!r}, 'w').write(str(child.pid)); print(1, 2, flush=True); time.sleep(600)"
    )
    silent.measure("row", 1, 60)
    silent.close()
    child = int(note.read_text())
    end = time.monotonic() + 30
    while running(child) and time.monotonic() < end:
        time.sleep(0.05)
    assert not running(child)


def running(pid):
    """A process that has ended may still wait for its parent to ask how."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_whole_program_with_its_processor_time():
    printed, seconds, busy = whole(
        [sys.executable, "-c", "sum(range(10**6)); print('a'); print('b')"], dict(os.environ), 60
    )
    assert printed == "a\nb"
    assert busy > 0 and seconds > 0


def test_a_whole_program_has_a_limit_and_must_end_well():
    with pytest.raises(Silent, match="longer than 1 s"):
        whole([sys.executable, "-c", "import time; time.sleep(600)"], dict(os.environ), 1)
    with pytest.raises(Silent, match="ended with 3"):
        whole([sys.executable, "-c", "raise SystemExit(3)"], dict(os.environ), 60)


def test_everybody_begins_in_turn():
    assert list(turns(["a", "b", "c"], 4)) == [["a", "b", "c"], ["b", "c", "a"], ["c", "a", "b"], ["a", "b", "c"]]


def test_a_table_replaces_the_one_before(tmp_path):
    readme = tmp_path / "README.md"
    readme.write_text("# Head\n\n<!-- one -->\nold\n<!-- /one -->\n\ntail\n")
    write("one", "| new |\n", readme)
    write("one", "| newer |\n", readme)
    assert readme.read_text() == "# Head\n\n<!-- one -->\n\n| newer |\n\n<!-- /one -->\n\ntail\n"
    with pytest.raises(SystemExit, match="two"):
        write("two", "text", readme)
    with pytest.raises(SystemExit, match="no table"):
        write("one", "\n", readme)
    assert "| newer |" in readme.read_text()


def test_every_program_has_a_place_for_its_table():
    readme = (ROOT / "lib/bench/README.md").read_text()
    for name in (
        "numbers-2",
        "numbers-1",
        "runge",
        "figures",
        "sizes",
        "loops",
        "frames",
        "notebooks",
        "notebooks-full",
    ):
        assert readme.count(f"<!-- {name} -->\n") == 1 and readme.count(f"<!-- /{name} -->") == 1, name
    kernel = (ROOT / "environment/bench/README.md").read_text()
    assert "<!-- kernel -->\n" in kernel and "<!-- /kernel -->" in kernel


def test_every_lecture_and_study_has_a_peer():
    driver = (ROOT / "lib/bench/whole_notebooks.py").read_text()
    peers = dict(re.findall(r'"([\w/-]+)": "(\w+\.py)"', driver))
    for part in ("lectures", "studies"):
        for notebook in (ROOT / "notebooks" / part).glob("*.ipynb"):
            assert f"{part}/{notebook.stem}" in peers, notebook
    for notebook, peer in peers.items():
        assert (ROOT / "notebooks" / f"{notebook}.ipynb").exists() and (ROOT / "lib/bench/peers" / peer).exists(), (
            notebook
        )


PALETTE = bytes(6)  # black twice
# Codes that hold the bytes with which pictures and extensions begin, and the end of the file.
CODES = b"\x02\x04\x2c\x21\xf9\x3b\x00"
PLAIN = b"\x2c" + b"\0\0\0\0\1\0\1\0" + b"\x00" + CODES
COLOURED = b"\x2c" + b"\0\0\0\0\1\0\1\0" + b"\x80" + PALETTE + CODES
WAIT = b"\x21\xf9\x04\0\0\0\0\0"
LOOP = b"\x21\xff\x0bNETSCAPE2.0\x03\1\0\0\0"


def test_pictures_and_frames_of_a_notebook_are_counted():
    head = b"GIF89a" + b"\1\0\1\0"
    with_palette = head + b"\x80\0\0" + PALETTE + LOOP + WAIT + PLAIN + WAIT + COLOURED + WAIT + PLAIN + b"\x3b"
    without = head + b"\0\0\0" + COLOURED + b"\x3b"
    assert pictures.frames(with_palette) == 3 and pictures.frames(without) == 1
    output = nbformat.v4.new_output
    gif = base64.b64encode(with_palette).decode()
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("![](picture.png)"),
            nbformat.v4.new_code_cell(
                outputs=[
                    output("stream", text="image/png"),
                    output("display_data", {"image/svg+xml": "<svg/>", "image/png": "", "text/plain": "a figure"}),
                    output("execute_result", {"text/html": f'<img alt="" src="data:image/gif;base64,{gif}">'}),
                ]
            ),
            nbformat.v4.new_code_cell(outputs=[output("execute_result", {"text/html": "<table>"})]),
        ]
    )
    assert pictures.drawn(notebook) == (2, 3)


def test_a_row_compares_with_both_programs_and_says_when_they_draw_differently(monkeypatch):
    times = {"lectern": [4.0, 0.5, 6.0, 7, 11], "computing": [6.0, 1, 8.0, 0, 0], "drawing": [8.0, 2, 12.0, 7, 11]}
    monkeypatch.setattr(whole_notebooks, "pair", lambda *_: times)
    line, ratios = whole_notebooks.row("some", True, SimpleNamespace())
    assert ratios == [4 / 6, 4 / 8] and line.count("**over**") == 1 and "× 0.67 **over**" in line
    assert line.count("|") == 9 and "\n" not in line
    times["drawing"][4] = 10
    line, _ = whole_notebooks.row("some", True, SimpleNamespace())
    assert "11 frames, the peer 7 with 10" in line and line.splitlines()[1].count("|") == 9


def test_peers_load_matplotlib_only_to_draw():
    """Only the modules named in figures(...) may reach drawing.py, which loads it."""
    folder = ROOT / "lib/bench/peers"
    drawing = {"drawing", *(file.stem for file in folder.glob("*_figures.py"))}
    for peer in whole_notebooks.PEERS.values():
        source = (folder / peer).read_text()
        assert re.search(r'figures\("(\w+)"\)', source)[1] in drawing, peer
        seen, todo = set(), [peer]
        while todo:
            name = todo.pop()
            seen.add(name)
            for node in ast.walk(ast.parse((folder / name).read_text())):
                modules = [node.module] if isinstance(node, ast.ImportFrom) else []
                modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                assert not {"matplotlib", *drawing} & {module.split(".")[0] for module in modules}, (peer, name)
                todo += [f"{m}.py" for m in modules if (folder / f"{m}.py").exists() and f"{m}.py" not in seen]
