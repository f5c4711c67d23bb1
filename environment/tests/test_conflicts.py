"""Marks that a merge has left are found, with their places, and nothing else is taken for one."""

from __future__ import annotations

import subprocess
import sys

from machine import ENVIRONMENT

sys.path.insert(0, str(ENVIRONMENT))
import conflicts

OURS, THEIRS = "<" * 7 + " HEAD", ">" * 7 + " other"


def test_marks_are_named_with_file_and_line(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.sh").write_text(f"echo\n{OURS}\none\n=======\ntwo\n{THEIRS}\n")
    assert conflicts.marks(tmp_path) == ["folder/a.sh:2", "folder/a.sh:6"]


def test_what_only_looks_alike_is_no_mark(tmp_path):
    (tmp_path / "a.md").write_text(f"Title\n=======\n  {OURS}\n<<<<<<<\n>>> 1 >> 2\n{'>' * 8} x\n")
    (tmp_path / "b.bin").write_bytes(b"\0\n" + OURS.encode() + b"\n")
    assert conflicts.marks(tmp_path) == []


def test_git_says_which_files_count(tmp_path):
    for name in ("kept.txt", "stray.txt"):
        (tmp_path / name).write_text(f"{OURS}\n")
    for words in (["init", "-q"], ["add", "kept.txt"]):
        subprocess.run(["git", "-C", tmp_path, *words], check=True)
    assert conflicts.marks(tmp_path) == ["kept.txt:1"]


def test_what_is_built_does_not_count_without_git(tmp_path):
    (tmp_path / "target").mkdir()
    (tmp_path / "target" / "a.txt").write_text(f"{OURS}\n")
    assert conflicts.marks(tmp_path) == []
