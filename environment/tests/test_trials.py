"""Notebooks with planted faults, and with their knobs turned."""

import os
import sys

import nbformat
import pytest
from machine import ROOT

sys.path.insert(0, str(ROOT / "environment"))

import faults
import knobs
import trials

import notebooks

NIGHTLY = os.environ.get("LECTERN_NIGHTLY") == "1"


def is_enforced(path):
    """Does the notebook promise a claim for every comparison? Then its knobs turn and its faults are noticed."""
    return nbformat.read(path, as_version=4).metadata.get("lectern", {}).get("claims") == "enforced"


# By day one stands for all.
BOOKS = [ROOT / "notebooks/lectures/first-networks.ipynb"]
if NIGHTLY:
    BOOKS += [path for path in notebooks.in_order(ROOT / "notebooks") if is_enforced(path) and path not in BOOKS]
TURNS = None if NIGHTLY else 4

CODE = """\
int n = quick() ? 3 : 30;   // samples; of "all"
double rate = 0.1, wide = 2e-3, derived = rate * 2;
final long most = 1_000L; String name = "x = 3;"; int other = name.length();"""


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setenv("LECTERN_QUICK", "1")
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "1")


def book(*cells):
    made = [nbformat.v4.new_code_cell(code, id=f"cell-{number}") for number, code in enumerate(cells)]
    kernel = {"kernelspec": {"name": "lectern", "display_name": "Java", "language": "java"}}
    return nbformat.v4.new_notebook(cells=made, metadata=kernel)


def written(folder, cells, listed=""):
    path = folder / "lecture.ipynb"
    nbformat.write(book(*cells), path)
    faults.list_of(path).write_text(listed, encoding="utf-8")
    return path


def test_knobs_are_the_numbers_at_the_top():
    found = knobs.knobs(book("var text = 1;", CODE, "int later = 3;"))
    assert [(knob.type, knob.name) for knob in found] == [
        ("int", "n"),
        ("double", "rate"),
        ("double", "wide"),
        ("long", "most"),
    ]
    n = found[0]
    assert knobs.values(n, book("", CODE)) == ["(int) ({} * 2)", "(int) Math.max(1, {} / 2)"]
    turned = n.turned(book("", CODE), "(int) ({} * 2)")
    assert turned.cells[1].source.startswith("int n = (int) ((quick() ? 3 : 30) * 2);   // samples")


def test_a_cell_says_how_its_knobs_turn():
    notebook = book("int a = 1;", CODE)
    notebook.cells[1].metadata.update(tags=["parameters"])
    notebook.cells[1].metadata["lectern"] = {"knobs": {"n": False, "rate": [0.2, "0.3"], "wide": {"times": 5}}}
    turns = {knob.name: knobs.values(knob, notebook) for knob in knobs.knobs(notebook)}
    assert list(turns) == ["n", "rate", "wide", "most"]
    assert turns["n"] == [] and turns["rate"] == ["0.2", "0.3"] and turns["wide"][0] == "(double) ({} * 5)"


@pytest.mark.parametrize(
    "code, text, expected",
    [
        ("int a = 1; int b = 2;", "a = 1", "int a = 1;"),
        ("for (;;) { a(); b(); } c();", "a()", "for (;;) { a(); b(); }"),
        ("var f = x -> { y(); }; z();", "y()", "var f = x -> { y(); };"),
        ('s = ";"; t();', "s", 's = ";";'),
        ("if (x) { a(); } else { b(); } c();", "a()", "if (x) { a(); } else { b(); }"),
        ("double x[] = {1, 2}; y", "x", "double x[] = {1, 2};"),
        ("no end", "no", "no end"),
    ],
)
def test_a_fault_strikes_after_its_statement(code, text, expected):
    assert code[: trials.statement_end(code, code.index(text))] == expected


CELLS = (
    "double plain = 0.03, heavy = 0.002; var loss = of(1.0, 2); double[] all = {1, 2}; int unused = 3;",
    'claim("wins", "Momentum ends lower.", () -> heavy < plain); check(loss.sum().item() < 4, loss);',
    'claim("few", "The sum is small.", () -> all[0] + all[1] < 10);',
)
LISTED = """
[[fault]]
name = "exchanged"
after = "double plain"
swap = ["plain", "heavy"]
[[fault]]
after = "cell-0"
scale = "loss"
[[fault]]
after = "cell-0"
scale = "all"
by = 100
[[fault]]
name = "nobody cares"
after = "int unused"
scale = "unused"
[[fault]]
name = "no such text"
after = "never written"
run = "x();"
[[fault]]
name = "does not compile"
replace = "0.002"
with = "\\"text\\""
"""


def test_faults_are_noticed_by_claims_and_checks(tmp_path):
    outcome = faults.test(written(tmp_path, CELLS, LISTED))
    assert outcome.noticed == [
        "exchanged (by claim wins)",
        "scale loss (by check loss.sum().item() < 4)",
        "scale all (by claim few)",
    ]
    assert outcome.survived == ["nobody cares"]
    assert len(outcome.broken) == 2
    assert "no cell has the id or the text 'never written'" in outcome.broken[0]
    assert "ends for another reason: CompileError" in outcome.broken[1]


def test_a_notebook_that_fails_by_itself_is_told(tmp_path):
    outcome = faults.test(written(tmp_path, ('claim("a", "A.", () -> false);',), LISTED))
    assert outcome.noticed == [] and "fails without any fault" in outcome.broken[0]


@pytest.mark.parametrize("entry", ['after = "x"', 'run = "x"', 'after = "x"\nswap = ["a", "b"]\nscale = "a"'])
def test_what_is_no_fault_is_refused(tmp_path, entry):
    with pytest.raises(faults.WrongFault):
        faults.read(written(tmp_path, CELLS, "[[fault]]\n" + entry))


def test_what_is_executed_to_be_printed_is_held_to_its_word(tmp_path, monkeypatch):
    path = written(tmp_path, ('claim("a", "It is so.", () -> false);',))
    monkeypatch.delenv("LECTERN_STRICT", raising=False)
    problem = notebooks.execute(path, tmp_path / "out.ipynb", "lectern", 60)
    assert "This sentence does not hold: It is so." in problem
    monkeypatch.setenv("LECTERN_STRICT", "0")
    assert notebooks.execute(path, tmp_path / "out.ipynb", "lectern", 60) is None
    [output] = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells[0].outputs
    assert output.metadata["lectern"]["claim"] == {"id": "a", "sentence": "It is so.", "held": False}


def test_an_error_that_is_shown_on_purpose_is_none(tmp_path):
    notebook = book("1 / 0", "int n = 2;", "check(n == 2, n);")
    notebook.cells[0].metadata["tags"] = ["raises-exception"]
    assert trials.run(notebook, tmp_path, strict=True) is None
    notebook.cells[1].source = "int n = 3;"
    trouble = trials.run(notebook, tmp_path, strict=True)
    assert (trouble.cell, trouble.check, trouble.claim) == (2, "n == 2", None)


def test_a_turned_knob_makes_notes_and_no_errors(tmp_path):
    cells = ('int n = 4;\nclaim("small", "It is small.", () -> n < 5);', 'check(n != 2, "two");')
    turns, red = knobs.test(written(tmp_path, cells))
    assert turns == 2
    assert len(red) == 1 and red[0].startswith("n = (int) Math.max(1, n / 2): cell 1: AssertionError")


@pytest.mark.parametrize("path", [path for path in BOOKS if faults.list_of(path).exists()], ids=lambda path: path.stem)
def test_lectures_notice_their_faults(path):
    outcome = faults.test(path)
    assert not outcome.broken
    assert len(outcome.noticed) >= faults.SHARE * (len(outcome.noticed) + len(outcome.survived)), outcome.survived


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_no_knob_of_a_lecture_turns_a_cell_red(path):
    _, red = knobs.test(path, TURNS)
    assert not red, "\n".join(red)
