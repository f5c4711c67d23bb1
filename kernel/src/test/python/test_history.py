"""History within a run and between runs."""

import os
import resource

import pytest


@pytest.fixture(scope="module")
def filled(kernel):
    for code in ("int h = 1;", "h + 1", "h + 1", "h + 2"):
        kernel.cell(code)
    kernel.cell("h + 99", store_history=False)
    kernel.cell("h + 98", silent=True)
    return kernel


def test_tail(filled):
    assert [entry[2] for entry in filled.history(hist_access_type="tail", n=3)] == ["h + 1", "h + 1", "h + 2"]


def test_tail_with_output(filled):
    assert filled.history(hist_access_type="tail", n=1, output=True)[0][2] == ["h + 2", "3"]


def test_range(filled):
    found = filled.history(hist_access_type="range", session=0, start=1, stop=3)
    assert [entry[1:] for entry in found] == [[1, "int h = 1;"], [2, "h + 1"]]


def test_search(filled):
    found = filled.history(hist_access_type="search", pattern="h + *")
    assert [entry[2] for entry in found][-3:] == ["h + 1", "h + 1", "h + 2"]


def test_search_unique(filled):
    found = filled.history(hist_access_type="search", pattern="h + ?", unique=True)
    assert [entry[2] for entry in found] == ["h + 1", "h + 2"]


def test_search_newest(filled):
    assert [entry[2] for entry in filled.history(hist_access_type="search", pattern="h + ?", n=1)] == ["h + 2"]


def test_between_runs(fresh, tmp_path):
    first = fresh(LECTERN_DATA_DIR=str(tmp_path))
    first.cell('"remember me"')
    first.manager.shutdown_kernel()
    second = fresh(LECTERN_DATA_DIR=str(tmp_path))
    second.cell('"new"')
    entries = second.history(hist_access_type="tail", n=2)
    assert [entry[2] for entry in entries] == ['"remember me"', '"new"']
    assert entries[0][0] < entries[1][0]
    assert [e[2] for e in second.history(hist_access_type="range", session=-1, start=1, stop=2)] == ['"remember me"']


def test_unreadable_file(fresh, tmp_path):
    (tmp_path / "history.jsonl").mkdir()
    kernel = fresh(LECTERN_DATA_DIR=str(tmp_path))
    kernel.cell("1").prints_error("History is kept for this run only")
    assert kernel.cell("2").text("stderr") == ""
    assert [entry[2] for entry in kernel.history(hist_access_type="tail", n=5)] == ["1", "2"]


@pytest.mark.parametrize("kind", ["full disk", "pipe", "zeros"])
def test_a_file_that_is_none(fresh, tmp_path, kind):
    file = tmp_path / "history.jsonl"
    if kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/dev/full" if kind == "full disk" else "/dev/zero")
    kernel = fresh(LECTERN_DATA_DIR=str(tmp_path))
    kernel.cell("1").prints_error("History is kept for this run only")
    assert kernel.cell("2").text("stderr") == ""
    assert [entry[2] for entry in kernel.history(hist_access_type="tail", n=5)] == ["1", "2"]


def test_a_disk_that_fills_up(fresh, tmp_path):
    """The limit on the size of files that this process may write stands in for the end of a disk."""
    (tmp_path / "history.jsonl").write_text('{"session": 1, "line": 1, "input": "old"}\n' * 100)
    kernel = fresh(LECTERN_DATA_DIR=str(tmp_path))
    size = (tmp_path / "history.jsonl").stat().st_size
    resource.prlimit(kernel.pid, resource.RLIMIT_FSIZE, (size, size))
    kernel.cell("40 + 2").gives("42").prints_error("History is kept for this run only")
    kernel.cell("43").gives("43")
    found = [entry[2] for entry in kernel.history(hist_access_type="tail", n=3)]
    assert found == ["old", "40 + 2", "43"]


def test_lines_that_are_no_history_cost_only_themselves(fresh, tmp_path):
    lines = ["not json", '{"session": 1, "line": 1, "input": "kept"}', "", "[1, 2]", '{"session": "x"', "\x00" * 50]
    (tmp_path / "history.jsonl").write_text("\n".join(lines) + "\n")
    kernel = fresh(LECTERN_DATA_DIR=str(tmp_path))
    assert kernel.cell("1").text("stderr") == ""
    assert [entry[2] for entry in kernel.history(hist_access_type="tail", n=5)] == ["kept", "1"]
