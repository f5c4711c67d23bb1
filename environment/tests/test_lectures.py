"""Lectures in a student's home: corrected ones arrive, what the student has changed stays."""

import shutil
import sys

import pytest
from machine import ENVIRONMENT

sys.path.insert(0, str(ENVIRONMENT))
from lectures import RECORD, lay_out


@pytest.fixture
def course(tmp_path):
    source = tmp_path / "image"
    (source / "start").mkdir(parents=True)
    (source / "start" / "one.ipynb").write_text("one")
    (source / "two.ipynb").write_text("two")
    return source, tmp_path / "home" / "lectures"


def files(folder):
    return {str(f.relative_to(folder)): f.read_text() for f in folder.rglob("*") if f.is_file() and f.name != RECORD}


def test_the_first_time_everything_is_laid_out(course):
    source, home = course
    assert lay_out(source, home) == []
    assert files(home) == {"start/one.ipynb": "one", "two.ipynb": "two"}


def test_a_corrected_lecture_replaces_the_old_one_and_no_other(course):
    source, home = course
    lay_out(source, home)
    (home / "two.ipynb").write_text("two, and my notes")
    (home / "mine.ipynb").write_text("mine")
    (source / "start" / "one.ipynb").write_text("one, corrected")
    (source / "three.ipynb").write_text("three")
    assert lay_out(source, home) == []
    assert files(home) == {
        "start/one.ipynb": "one, corrected",
        "two.ipynb": "two, and my notes",
        "mine.ipynb": "mine",
        "three.ipynb": "three",
    }


def test_the_new_version_lies_beside_what_was_changed(course):
    source, home = course
    lay_out(source, home)
    (home / "two.ipynb").write_text("two, and my notes")
    (source / "two.ipynb").write_text("two, corrected")
    assert lay_out(source, home) == ["two.new.ipynb"]
    assert lay_out(source, home) == [], "told once"
    assert files(home) == {"start/one.ipynb": "one", "two.ipynb": "two, and my notes", "two.new.ipynb": "two, corrected"}


def test_what_was_deleted_stays_away_until_it_is_corrected(course):
    source, home = course
    lay_out(source, home)
    (home / "two.ipynb").unlink()
    lay_out(source, home)
    assert "two.ipynb" not in files(home)
    (source / "two.ipynb").write_text("two, corrected")
    lay_out(source, home)
    assert "two.ipynb" not in files(home)


def test_a_copy_that_broke_off_is_completed(course):
    source, home = course
    lay_out(source, home)
    (home / RECORD).unlink()
    shutil.rmtree(home / "start")
    assert lay_out(source, home) == []
    assert files(home) == {"start/one.ipynb": "one", "two.ipynb": "two"}


@pytest.mark.parametrize("record", ["", "not json", "[1]"])
def test_without_a_record_nothing_of_the_student_is_replaced(course, record):
    source, home = course
    home.mkdir(parents=True)
    (home / "two.ipynb").write_text("from an earlier image, with my notes")
    (home / RECORD).write_text(record)
    assert lay_out(source, home) == ["two.new.ipynb"]
    assert files(home)["two.ipynb"] == "from an earlier image, with my notes"


def test_a_lecture_that_is_protected_can_be_saved_by_the_student(course):
    source, home = course
    (source / "two.ipynb").chmod(0o444)
    lay_out(source, home)
    assert (home / "two.ipynb").stat().st_mode & 0o200
