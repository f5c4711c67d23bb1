"""Cells: results, counting, silence, queues."""

import pytest


@pytest.mark.parametrize(
    "code, result",
    [
        ("1 + 1", "2"),
        ("7 / 2", "3"),
        ("7 / 2.0", "3.5"),
        ("3 > 2", "true"),
        ("'x'", "x"),
        ("1L << 40", "1099511627776"),
        ('"text"', "text"),
        ('"ä" + "😀"', "ä😀"),
        ("Math.abs(-3)", "3"),
        ("int x = 5; x * 2", "10"),
        ("var list = java.util.List.of(1, 2, 3); list", "[1, 2, 3]"),
        ("java.util.List.of(1, 2).size()", "2"),
        ("int twice(int n) { return 2 * n; }\ntwice(21)", "42"),
        ("record Pair(int a, int b) {}\nnew Pair(1, 2).a()", "1"),
        ('enum Colour { RED, GREEN }\nColour.valueOf("RED").ordinal()', "0"),
        ("interface Shape { double area(); }\nShape s = () -> 2.5;\ns.area()", "2.5"),
        (
            "sealed interface Tree permits Leaf, Node {}\nrecord Leaf(int v) implements Tree {}\n"
            "record Node(Tree l, Tree r) implements Tree {}\n"
            "int sum(Tree t) { return switch (t) { case Leaf(int v) -> v; "
            "case Node(var l, var r) -> sum(l) + sum(r); }; }\n"
            "sum(new Node(new Leaf(1), new Leaf(2)))",
            "3",
        ),
        ('<T> T same(T t) { return t; }\nsame("a")', "a"),
        ('"""\n    two\n    lines"""', "two\nlines"),
        ("int total = 0;\nfor (int i = 1; i <= 10; i++) {\n    total += i;\n}\ntotal", "55"),
        ("java.util.stream.IntStream.range(0, 4).map(i -> i * i).sum()", "14"),
        (
            "int even(int n) { return n == 0 ? 1 : odd(n - 1); }\n"
            "int odd(int n) { return n == 0 ? 0 : even(n - 1); }\neven(10)",
            "1",
        ),
        ("switch (3) { case 1 -> 10; default -> 20; }", "20"),
        ("new int[] {1, 2, 3}.length", "3"),
        ("// only a remark after\n5 // five", "5"),
        ("(5 + 5) /\n 2", "5"),
    ],
)
def test_result(cell, code, result):
    cell(code).gives(result)


@pytest.mark.parametrize(
    "code",
    [
        "int y = 3;",
        "void nothing() {}",
        "class Empty {}",
        "import java.util.*;",
        "// remark",
        "/* remark */",
        "",
        "  \n ",
        ";",
        "for (int i = 0; i < 3; i++) {}",
        "int z; z = 4;",
        'System.out.print("");',
    ],
)
def test_no_result(cell, code):
    cell(code).gives_nothing()


def test_definitions_last(cell):
    cell("int kept = 41;").works()
    cell("int next(int n) { return n + 1; }").works()
    cell("next(kept)").gives("42")


def test_redefinition(cell):
    cell("int answer() { return 1; }").works()
    cell("var got = answer();").works()
    cell("int answer() { return 2; }").works()
    cell("got * 10 + answer()").gives("12")


def test_a_cell_may_be_run_again(cell):
    for _ in range(3):
        cell("record Again(int n) {}\nvar again = new Again(3);\nagain.n()").gives("3")


def test_checked_exceptions_need_no_try(cell):
    cell("Thread.sleep(1);").works()


def test_order_of_messages(cell):
    run = cell('System.out.println("a"); System.err.println("b"); System.out.println("c"); 7')
    assert run.types == ["execute_input", "stream", "stream", "stream", "execute_result"]
    assert [m["content"].get("text") for m in run.all("stream")] == ["a\n", "b\n", "c\n"]


def test_busy_first_idle_last(cell):
    run = cell("1")
    states = [m["content"]["execution_state"] for m in run.messages if m["msg_type"] == "status"]
    assert states == ["busy", "idle"]
    assert run.messages[0]["msg_type"] == run.messages[-1]["msg_type"] == "status"


def test_everything_names_its_request(cell):
    run = cell('System.out.println("x"); 1')
    assert {m["parent_header"]["msg_id"] for m in run.messages} == {run.reply["parent_header"]["msg_id"]}


def test_input_is_echoed_with_its_number(cell):
    run = cell("1 + 1")
    assert run.one("execute_input") == {"code": "1 + 1", "execution_count": run.content["execution_count"]}
    assert run.one("execute_result")["execution_count"] == run.content["execution_count"]


def test_counting(cell):
    first = cell("1").content["execution_count"]
    assert cell("2").content["execution_count"] == first + 1
    cell("3", silent=True)
    cell("4", store_history=False)
    assert cell("5").content["execution_count"] == first + 2


def test_silent(cell):
    run = cell("1 + 1", silent=True)
    assert run.types == []
    assert run.status == "ok"


def test_silent_keeps_definitions(cell):
    cell("int quiet = 8;", silent=True)
    cell("quiet").gives("8")


def test_failed_cells_count(cell):
    first = cell("1").content["execution_count"]
    cell("1 / 0")
    assert cell("1").content["execution_count"] == first + 2


def test_user_expressions(cell):
    cell("int seen = 6;")
    run = cell("seen++;", user_expressions={"now": "seen", "more": "seen * 2", "wrong": "1 / 0", "text": '"t"'})
    answers = run.content["user_expressions"]
    assert answers["now"]["status"] == "ok"
    assert answers["now"]["data"]["text/plain"] == "7"
    assert answers["more"]["data"]["text/plain"] == "14"
    assert answers["text"]["data"]["text/plain"] == "t"
    assert answers["wrong"]["status"] == "error"
    assert "ArithmeticException" in answers["wrong"]["ename"]


def test_reply_of_a_good_cell(cell):
    content = cell("1").content
    assert content["payload"] == []
    assert content["user_expressions"] == {}
    assert content["status"] == "ok"


def test_an_error_aborts_the_queue(kernel):
    pending = [
        kernel.start(code) for code in ('Thread.sleep(200); throw new RuntimeException("stop");', "int never = 1;", "2")
    ]
    assert [kernel.finish(each).status for each in pending] == ["error", "aborted", "aborted"]
    kernel.cell("never").fails("")
    kernel.cell("3").gives("3")


def test_an_error_aborts_nothing_when_told(kernel):
    pending = [kernel.start(code, stop_on_error=False) for code in ("1 / 0", "int still = 1;", "still")]
    assert [kernel.finish(each).status for each in pending] == ["error", "ok", "ok"]


def test_a_burst_is_answered_in_order(kernel):
    pending = [kernel.start(f"{i}") for i in range(30)]
    assert [kernel.finish(each).data["text/plain"] for each in pending] == [str(i) for i in range(30)]


def test_a_cell_of_a_megabyte(cell):
    cell('var big = "' + "x" * 60_000 + '";\n' + "// remark\n" * 90_000 + "big.length()").gives("60000")


def test_system_exit_does_not_end_the_kernel(fresh):
    kernel = fresh()
    kernel.cell("int before = 3;")
    kernel.cell("System.exit(3);")
    kernel.cell("before").gives("3")


def test_question_mark_pages(cell):
    run = cell("?Math.sqrt").works()
    page = run.content["payload"][0]
    assert page["source"] == "page"
    assert "sqrt" in page["data"]["text/plain"]
