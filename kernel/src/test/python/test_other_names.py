"""What fingers type that used NumPy, PyTorch or pandas: the error says what it is called here, and that works."""

import re
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[2] / "main/java/lectern/kernel/cell/advice"
ENTRY = re.compile(r'Map\.entry\("(\w+)", "((?:[^"\\]|\\.)*)"\)')
SETTING = """
var x = of(new double[][] {{1, 2}, {3, 4}});
var y = x.times(2);
var a = x;
var b = y;
Fn f = t -> t.square().sum();
Fn loss = f;
var start = ones(2);
var data = breastCancer();
"""
# What needs a file that is not there.
UNTRIED = {"read_csv"}


def entries(kind):
    text = (SOURCES / "NumpyNames.java").read_text(encoding="utf-8")
    part = text[text.index(f" {kind} = ") :]
    return [(name, here.replace('\\"', '"')) for name, here in ENTRY.findall(part[: part.index(";")])]


@pytest.fixture(scope="module", autouse=True)
def setting(kernel):
    assert kernel.cell(SETTING).status == "ok"


@pytest.mark.parametrize("kind, pattern", [("METHODS", "x.{0}(1)"), ("FUNCTIONS", "{0}(x)")])
def test_every_name_leads_to_one_that_works(cell, kind, pattern):
    found = entries(kind)
    assert len(found) > 30
    wrong = []
    for name, here in found:
        run = cell(pattern.format(name))
        words = run.error["evalue"] if run.status == "error" else "exists here"
        if f"here that is written {here}" not in words:
            wrong.append(f"{name}: {words}")
        if name not in UNTRIED:
            way = here.split(", or ")[0]
            tried = cell(f"{way};" if way.startswith("seed") else f"Object tried = {way};")
            if tried.status != "ok":
                wrong.append(f"{name}: {way}: {tried.error['evalue']}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "code, words",
    [
        ("x.sum(axis=1)", "x.sum(1)"),
        ("x.sum(1, keepdims=true)", "x.sum(1, true)"),
        ("np.linspace(0, 1, 5)", "without a prefix"),
        ("torch.zeros(2)", "without a prefix"),
        ('pd.read_csv("a.csv")', "readCsv"),
        ("x + 2", "a.plus(b)"),
        ("x[0]", "get(i)"),
        ("x.shape", "x.shape()|shape()"),
        ("len(x)", "size()"),
    ],
)
def test_forms_of_python(cell, code, words):
    run = cell(code)
    assert run.status == "error"
    assert any(word in run.error["evalue"] for word in words.split("|")), run.error["evalue"]


@pytest.mark.parametrize("code", ["softmax(x)", "logsumexp(x, 1)", "gelu(x)", "oneHot(of(0, 1), 2)", "histogram(x, 3)", "uniqueCounts(x)"])
def test_verbs_that_are_there(cell, code):
    assert cell(code).status == "ok"
