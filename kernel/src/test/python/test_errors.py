"""Errors as a person reads them."""

import pytest


@pytest.mark.parametrize(
    "code, name, text",
    [
        ("1 / 0", "ArithmeticException", "by zero"),
        ("int[] a = new int[2]; a[2] = 1;", "ArrayIndexOutOfBoundsException", "2"),
        ('throw new IllegalStateException("on purpose");', "IllegalStateException", "on purpose"),
        ('throw new java.io.IOException("checked");', "IOException", "checked"),
        ("String s = null; s.length()", "NullPointerException", ""),
        ('Integer.parseInt("x")', "NumberFormatException", "x"),
        ("Object o = 1; String t = (String) o;", "ClassCastException", "String"),
        ("java.util.List.of(1).add(2);", "UnsupportedOperationException", ""),
        ("int deep(int n) { return deep(n + 1); }\ndeep(0)", "StackOverflowError", ""),
        ('class Own extends RuntimeException { Own() { super("mine"); } }\nthrow new Own();', "Own", "mine"),
        ('throw new RuntimeException(new java.io.IOException("the cause"));', "RuntimeException", "the cause"),
    ],
)
def test_exceptions(cell, code, name, text):
    cell(code).fails(name, text)
    cell("1").gives("1")


@pytest.mark.parametrize(
    "code",
    [
        "undefined_name",
        'int i = "text";',
        "foo(3)",
        "int x = ;",
        "class {",
        "retrun 3;",
        "Strin s;",
        "for (;;",
        "1 +",
        "int twice(int n) { return; }",
        "new Missing()",
        "import does.not.Exist;",
    ],
)
def test_compile_errors(cell, code):
    run = cell(code)
    assert run.status == "error", run
    assert run.error["traceback"]
    cell("1").gives("1")


def test_error_is_published_and_replied_alike(cell):
    run = cell("1 / 0")
    for key in ("ename", "evalue", "traceback"):
        assert run.error[key] == run.content[key]
    assert run.types == ["execute_input", "error"]


def test_what_was_printed_before_the_error_stays(cell):
    run = cell('System.out.println("before"); int z = 1 / 0;')
    assert run.text() == "before\n"
    assert run.types == ["execute_input", "stream", "error"]


def test_no_kernel_frames(cell):
    run = cell('void thrower() { throw new IllegalStateException("here"); }\nthrower();').fails(
        "IllegalStateException", "here"
    )
    assert "lectern.kernel" not in run.traceback
    assert "jdk.jshell" not in run.traceback
    assert "java.lang.reflect" not in run.traceback


def test_variables_before_the_error_are_kept(cell):
    cell("int early = 4;\nint late = 1 / 0;").fails("ArithmeticException")
    cell("early").gives("4")


def test_out_of_memory_is_survived(fresh):
    kernel = fresh()
    kernel.cell("int kept = 5;")
    run = kernel.cell(
        "var hog = new java.util.ArrayList<long[]>();\nwhile (true) hog.add(new long[20_000_000]);", timeout=90
    )
    assert run.status == "error"
    assert "OutOfMemoryError" in run.content["ename"]
    kernel.cell("hog = null; kept").gives("5")
