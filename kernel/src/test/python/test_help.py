"""Help while typing: completion, documentation, completeness."""

import pytest


@pytest.mark.parametrize(
    "code, wanted",
    [
        ("Math.sq", "sqrt"),
        ("Math.", "PI"),
        ("System.o", "out"),
        ("Stri", "String"),
        ('"text".le', "length"),
        ("java.util.Ar", "ArrayList"),
        ("Integer.MAX", "MAX_VALUE"),
        ("new StringBui", "StringBuilder"),
        ("int a = Math.ma", "max"),
        ("retu", "return"),
    ],
)
def test_completion(kernel, code, wanted):
    reply = kernel.complete(code)
    assert reply["status"] == "ok"
    found = reply["matches"]
    assert any(
        match == wanted or match.startswith((wanted + "(", wanted + ".")) or match.endswith("." + wanted)
        for match in found
    ), found[:20]
    assert reply["cursor_end"] == len(code)
    assert 0 <= reply["cursor_start"] <= len(code)


def test_completion_of_variables_and_methods(kernel):
    kernel.cell("var studentNames = java.util.List.of(); int studentCount() { return 0; }")
    found = kernel.complete("student")["matches"]
    assert any(m.startswith("studentNames") for m in found)
    assert any(m.startswith("studentCount") for m in found)


def test_completion_replaces_the_word_only(kernel):
    code = "int q = Math.ab"
    reply = kernel.complete(code)
    assert reply["cursor_start"] == code.index("ab")
    assert reply["cursor_end"] == len(code)


def test_completion_in_the_middle(kernel):
    code = "Math.sq + 1"
    reply = kernel.complete(code, position=7)
    assert reply["cursor_end"] == 7
    assert any(m.startswith("sqrt") for m in reply["matches"])


def test_completion_after_emoji_counts_code_points(kernel):
    code = 'String s = "😀😀"; Math.sq'
    reply = kernel.complete(code)
    assert reply["cursor_start"] == code.index("sq")
    assert reply["cursor_end"] == len(code)


def test_completion_tells_types(kernel):
    types = kernel.complete("Math.sq")["metadata"]["_jupyter_types_experimental"]
    assert types and all({"text", "type", "start", "end"} <= set(each) for each in types)
    assert any(each["type"] in ("function", "method") for each in types)


def test_completion_of_nonsense_is_empty(kernel):
    reply = kernel.complete("xyzzyNothing.q")
    assert reply["status"] == "ok"
    assert reply["matches"] == []


def test_completion_does_not_execute(kernel):
    kernel.cell("int calls = 0; int effect() { return ++calls; }")
    kernel.complete("effect().")
    kernel.complete("effect(); Math.")
    kernel.cell("calls").gives("0")


@pytest.mark.parametrize("code", ["Math.sqrt", "String", "System.out.println", "java.util.List"])
def test_inspection(kernel, code):
    reply = kernel.inspect(code)
    assert reply["status"] == "ok"
    assert reply["found"]
    assert code.rsplit(".", 1)[-1] in reply["data"]["text/plain"]


def test_inspection_of_a_variable(kernel):
    kernel.cell("var population = new java.util.ArrayList<String>();")
    assert "ArrayList" in kernel.inspect("population")["data"]["text/plain"]


def test_inspection_of_nothing(kernel):
    reply = kernel.inspect("noSuchThingAnywhere")
    assert (reply["status"], reply["found"], reply["data"]) == ("ok", False, {})


def explained(kernel, code, detail=0):
    """What is said of the place at the bar."""
    reply = kernel.inspect(code.replace("|", ""), code.index("|"), detail)
    return reply["data"]["text/plain"] if reply["found"] else ""


@pytest.mark.parametrize(
    "code, wanted",
    [
        ("Math.max(1,2|)", "max(int a, int b)"),
        ("Math.max(|1,2)", "max(int a, int b)"),
        ("linspace(0, 1, 5|)", "linspace("),
        ("linspace(0, |1, 5)", "linspace("),
        ("plot(a, |b)", "plot("),
        ("plot(linspace(0,|1,5), 2)", "linspace("),
    ],
)
def test_inspection_within_a_call(kernel, code, wanted):
    assert wanted in explained(kernel, code)


def test_inspection_outside_of_calls(kernel):
    assert explained(kernel, "12|") == ""


def test_what_a_comment_points_to_is_shown(kernel):
    text = explained(kernel, "axes().swarmplot|(1)")
    assert "Draws the single values of samples" in text.split("As stripplot(")[1].split("\n\n", 1)[1]


def test_documentation_of_a_class_in_a_cell(kernel):
    kernel.cell(
        'class Cat {\n    /** Says little. */\n    String purr() { return "rr"; }\n}\nvar cat = new Cat();'
    ).works()
    assert "Says little." in explained(kernel, "cat.purr|()")
    assert 'return "rr";' in explained(kernel, "cat.purr|()", detail=1)
    assert "<E> – the" in explained(kernel, "List.of|(1)")


@pytest.mark.parametrize(
    "code, status",
    [
        ("1 + 1", "complete"),
        ("int x = 3;", "complete"),
        ("void f() {\n}", "complete"),
        ("", "complete"),
        ("class A {", "incomplete"),
        ("if (true) {", "incomplete"),
        ("int f(", "incomplete"),
        ('"""\nabc', "incomplete"),
        ("/* open", "incomplete"),
        ("1 +", "incomplete"),
        ("int = 3", "invalid"),
        ("class 3 {}", "invalid"),
    ],
)
def test_completeness(kernel, code, status):
    assert kernel.is_complete(code)["status"] == status


def test_indent(kernel):
    assert kernel.is_complete("for (;;) {")["indent"].strip() == ""
    assert len(kernel.is_complete("for (;;) {")["indent"]) > 0
