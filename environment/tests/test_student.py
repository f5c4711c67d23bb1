"""What a student does to a lecture: silly numbers, cells twice, cells in the wrong order. The kernel answers in words and lives."""

import os
import re

import pytest
from jupyter_client.manager import start_new_kernel

SETUP = "Fn bowl = p -> p.square().sum();\nvar start = of(1.0, 2);"

# What is typed, and what the answer must say.
MISTAKES = [
    ("minimize(bowl, start, sgd(-0.1), 10)", ["rate must be a positive number", "-0.1"]),
    ("minimize(bowl, start, adam(exponentialDecay(0.01, 0.01, 0)), 10)", ["must be a positive number", "0"]),
    ('double rate = "0.01";', ["a double is wanted", "String"]),
    ("mlp(1, 0, 1)", ["all positive", "[1, 0, 1]"]),
    ("mlp(2, 5, 1).apply(zeros(4, 3))", ["takes 2 inputs", "[4, 3]", "(samples, 2)"]),
    ("mse(ones(5, 1), ones(5))", ["[5, 1]", "[5]", "reshape(-1, 1)"]),
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


@pytest.fixture(scope="module")
def run(venv):
    """Runs a cell in one kernel that all tests of this module share; gives what came back as (errors, text)."""
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    manager, client = start_new_kernel(kernel_name="lectern", startup_timeout=120)

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

        client.execute_interactive(code, timeout=120, output_hook=collect)
        return "\n".join(errors), "\n".join(text)

    assert cell(SETUP) == ("", "")
    yield cell
    client.stop_channels()
    manager.shutdown_kernel(now=True)


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
