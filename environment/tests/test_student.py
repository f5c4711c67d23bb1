"""What a student does to a lecture: silly numbers, cells twice, cells in the wrong order. The kernel answers in words and lives."""

import json
import os
import re

import pytest
from jupyter_client.manager import start_new_kernel
from machine import ROOT

SETUP = "Fn bowl = p -> p.square().sum();\nvar start = of(1.0, 2);"

# What is typed, and what the answer must say.
MISTAKES = [
    ("minimize(bowl, start, sgd(-0.1), 10)", ["rate must be a positive number", "-0.1"]),
    ("minimize(bowl, start, adam(exponentialDecay(0.01, 0.01, 0)), 10)", ["must be a positive number", "0"]),
    ('double rate = "0.01";', ["a double is wanted", "String"]),
    ("mlp(1, 0, 1)", ["all positive", "[1, 0, 1]"]),
    ("mlp(2, 5, 1).apply(zeros(4, 3))", ["takes 2 inputs", "(4, 3)", "(samples, 2)"]),
    ("mse(ones(5, 1), ones(5))", ["(5, 1)", "(5,)", "reshape(-1, 1)"]),
    ("minimize(p -> p.square(), start, adam(0.1), 10)", ["single value", "sum() or mean()"]),
    ("minimize(bowl, start, adam(0.1), 10, watch().path(0))", ["at least 1", "got 0"]),
    ("plot(linspace(0, 1, 3), linspace(0, 1, 4))", ["3 x and 4 y"]),
    ("learned.apply(start)", ["there is no variable learned"]),
    ("int down(int n) { return down(n + 1); }\ndown(0)", ["calls itself without end", "variables are kept"]),
    ("zeros(100_000, 100_000)", ["more elements than a tensor can hold"]),
]

# What looks silly and has a plain answer all the same.
ANSWERS = [
    ("minimize(bowl, start, sgd(0.1), 0)", "0 steps"),
    ("minimize(p -> p.pow(4).sum(), start, sgd(100), 100)", "try a smaller learning rate"),
    ("minimize(bowl, start, lbfgs().steps(0))", "0 steps"),
]


# What is done to the numbers at the top of a notebook: how far the notebook is then run, and what its answer must say.
# The last cell named is the first experiment of the notebook; it is also run before everything else, and twice.
TURNED = {
    "lectures/automatic-differentiation": (
        "double best = central.min()",
        [
            ("int steps = 10;", 'int steps = "ten";', ["an int is wanted", "String"]),
            ("double start = 5, eta = 0.1;", 'double start = "five", eta = 0.1;', ["a double is wanted", "String"]),
        ],
    ),
    "lectures/first-networks": (
        "Gate or1 = results.get(0)",
        [
            ("double eta = 0.01;", "double eta = -0.01;", ["rate must be a positive number", "-0.01"]),
        ],
    ),
    "lectures/gradient-methods": (
        "var noisy = onBatches",
        [
            ("int M = 5; ", "int M = 0; ", ["/ by zero"]),
            ("int n = 100;", "int n = 0;", ["NaN or infinity"]),
            ("int draws = quick() ? 40 : 400;", "int draws = 0;", ["no values to take the median of"]),
        ],
    ),
    "studies/learning-a-derivative": (
        "var slope = elementwiseGrad(learned);",
        [
            ("int width = 50;", "int width = 0;", ["all positive", "[1, 0, 0, 1]"]),
            ("double rate = 0.01;", "double rate = -0.01;", ["rate must be a positive number", "-0.01"]),
            ("int epochs = quick() ? 300 : 2000;", "int epochs = -3;", ["-3"]),
        ],
    ),
    "studies/gradient-enhanced": (
        "var sineSlopes = minimize",
        [
            ("int width = 100;", "int width = -4;", ["all positive", "-4"]),
            ("int points = quick() ? 200 : 1000;", "int points = 0;", ["nothing to compare"]),
        ],
    ),
    "studies/active-learning": (
        "var forgetful = attempt1",
        [
            ("int chosen1 = 10;", "int chosen1 = 5000;", ["5000"]),
            ("int rounds1 = quick() ? 50 : 100;", 'int rounds1 = "six";', ["an int is wanted", "String"]),
        ],
    ),
}


def start(**environment):
    """A kernel of its own: its manager, and what runs a cell in it and gives what came back as (errors, text)."""
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    manager, client = start_new_kernel(kernel_name="lectern", startup_timeout=120, env={**os.environ, **environment})

    def cell(code):
        errors, text = [], []

        def collect(message):
            content = message["content"]
            if message["msg_type"] == "error":
                errors.append(content["evalue"])
            elif message["msg_type"] == "stream":
                text.append(content["text"])
            elif "data" in content:
                text.append(content["data"].get("text/plain", ""))

        client.execute_interactive(code, timeout=300, output_hook=collect)
        return "\n".join(errors), "\n".join(text)

    def end():
        client.stop_channels()
        manager.shutdown_kernel(now=True)

    return cell, end


@pytest.fixture(scope="module")
def run(venv):
    """Runs a cell in one kernel that the tests without a notebook share."""
    cell, end = start()
    assert cell(SETUP) == ("", "")
    yield cell
    end()


def alive(run):
    errors, text = run("bowl.at(3.0)")
    return not errors and "9" in text


@pytest.mark.parametrize(("code", "words"), MISTAKES, ids=[code for code, _ in MISTAKES])
def test_a_mistake_is_answered_in_words(run, code, words):
    errors, _ = run(code)
    assert [word for word in words if word not in errors] == [], errors
    assert alive(run)


@pytest.mark.parametrize(("code", "words"), ANSWERS, ids=[code for code, _ in ANSWERS])
def test_an_odd_setting_has_an_answer(run, code, words):
    errors, text = run(code)
    assert errors == ""
    assert words in text
    assert alive(run)


def test_an_experiment_run_twice_gives_the_same(run):
    cell = "seed(5);\nrecord Point(int width, double loss) {}\nint width = 4;\nvar net = mlp(1, width, 1);\n"
    cell += "minimize(n -> n.apply(ones(3, 1)).square().mean(), net, adam(0.1), 20).value()"
    first, second = run(cell), run(cell)
    assert first[0] == second[0] == ""
    assert re.search(r"\d", first[1])
    assert first == second


def test_a_cell_above_may_be_changed_and_run_again(run):
    assert run("int epochs = 5;")[0] == ""
    assert run("int twice() { return 2 * epochs; }")[0] == ""
    assert run("int epochs = 50;")[0] == ""
    assert run("twice()") == ("", "100")


def first_cells(name, last):
    """The code cells of a notebook up to the one that begins its first experiment."""
    book = json.loads((ROOT / f"notebooks/{name}.ipynb").read_text(encoding="utf-8"))
    code = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
    sources = ["".join(cell["source"]) for cell in code if "tags" not in cell["metadata"]]
    (end,) = [number for number, source in enumerate(sources) if last in source]
    return sources[: end + 1]


@pytest.mark.parametrize("name", TURNED)
def test_a_notebook_in_the_hands_of_a_student(venv, name):
    last, turned = TURNED[name]
    sources = first_cells(name, last)
    cell, end = start(LECTERN_QUICK="1")
    try:
        assert "there is no" in cell(sources[-1])[0], "the last cell before all others"
        for number, source in enumerate(sources):
            assert cell(source)[0] == "", f"code cell {number}"
        assert cell(sources[-1])[0] == "", "the last cell for the second time"
        for old, new, words in turned:
            assert sum(old in source for source in sources) == 1, old
            answers = (cell(source.replace(old, new))[0] for source in sources)
            answer = next((errors for errors in answers if errors), "no error")
            assert [word for word in words if word not in answer] == [], answer
            assert cell("6 * 7") == ("", "42")
        for number, source in enumerate(sources):
            assert cell(source)[0] == "", f"code cell {number}, with its own numbers again"
    finally:
        end()
