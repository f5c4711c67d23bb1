"""Results of earlier cells by their names: _, __, _3 and Out[3]."""

import pytest


@pytest.fixture
def notebook(fresh):
    return fresh().cell


def test_the_last_result(notebook):
    notebook("6 * 7").gives("42")
    notebook("_ + 1").gives("43")
    notebook("_ * 2").gives("86")
    notebook("int x = 5;").works()
    notebook("_").gives("86")
    notebook("Math.max(_, 100)").gives("100")
    notebook("int y = _;\ny").gives("100")
    notebook("__ + _").gives("200")


def test_results_by_number(notebook):
    notebook("linspace(0, 1, 3)").gives("[0.  0.5 1. ]")
    notebook('"text"').gives("text")
    notebook("List.of(3, 1, 2)").gives("[3, 1, 2]")
    notebook("Map.of(1, 2.5)").works()
    notebook("_1.times(2)").gives("[0. 1. 2.]")
    notebook("Out[1].sum().item()").gives("1.5")
    notebook("_2.length() + Out[ 2 ].charAt(0)").gives("120")
    notebook("int first = _3.get(0);\nfirst").gives("3")
    notebook("_4.get(1) + 1").gives("3.5")
    notebook("new double[] {1, 2}").works()
    notebook("_[1]").gives("2.0")
    notebook('record P(int a) {}\nnew P(3)').works()
    notebook("_.a()").gives("3")
    notebook("plot(_1, _1)").works()
    notebook("_.toString().length() > 3").gives("true")


def test_what_is_no_result(notebook):
    notebook("_ + 1").fails("MagicError", "no result yet")
    notebook("1").gives("1")
    notebook("__").fails("MagicError", "no second result")
    notebook("_77").fails("MagicError", "Cell 77 has given no result")
    notebook("Out[99]").fails("MagicError", "Cell 99 has given no result")
    notebook("2").gives("2")


def test_underscores_of_java_stay_javas(notebook):
    notebook("1").gives("1")
    notebook("for (var _ : List.of(1, 2)) { IO.println(\"x\"); }").prints("x\nx\n")
    notebook("BiFunction<Integer, Integer, Integer> f = (_, b) -> b;\nf.apply(1, 2)").gives("2")
    notebook("Function<Integer, Integer> g = _ -> 7;\ng.apply(1)").gives("7")
    notebook('try { Integer.parseInt("x"); } catch (NumberFormatException _) { IO.println("no"); }').prints("no\n")
    notebook("record R(int a, int b) {}\nObject o = new R(1, 2);").works()
    notebook("switch (o) { case R(_, int b) -> b; default -> 0; }").gives("2")
    notebook("o instanceof R(int a, _) && a == 1").gives("true")
    notebook('"_ and _1 and Out[1]" // _9').gives("_ and _1 and Out[1]")
    notebook("int _8 = 3; int snake_case = 4;\n_8 + snake_case").gives("7")
    notebook("_8").gives("3")
    notebook("int[] Out = {5, 6};\nOut[1]").gives("6")
    notebook("Out[1]").gives("6")


def test_results_are_no_variables_of_the_notebook(notebook):
    notebook("int mine = 1;").works()
    notebook("5").gives("5")
    notebook("_ + _2").gives("10")
    notebook("%who").gives("mine")
    notebook("%reset").works()
    notebook("_").fails("MagicError", "no result yet")


def test_a_large_result_is_let_go_when_memory_is_short(fresh):
    cell = fresh(LECTERN_HEAP="300m").cell
    cell("new double[10_000_000]").works()
    cell("new double[18_000_000].length").gives("18000000")
    cell("_1").fails("MagicError", "let go when memory became short")
    cell("1").gives("1")
