"""Magics as a front end meets them: line and cell forms, completion, documentation."""

import re

import pytest

# Every magic: its line form and what that shows, its cell form and what that shows. None: there is no such form.
FORMS = {
    "addJar": ("%addJar {folder}/one.jar", "", None, None),
    "addMavenDependencies": ("%addMavenDependencies nonsense", "group:artifact:version", None, None),
    "addMavenDependency": ("%addMavenDependency nonsense", "group:artifact:version", None, None),
    "addMavenRepo": ("%addMavenRepo here file:///nowhere", "", None, None),
    "bash": ("%bash echo $((6 * 7))", "42", "%%bash\nx=5\necho $((x * 3))", "15"),
    "cd": ("%cd {folder}", "{folder}", None, None),
    "classpath": ("%classpath", "lectern-tensor", None, None),
    "env": ("%env HOME", "/", None, None),
    "fetch": ("%fetch", "dl4j", None, None),
    "help": ("%help cd", "where %%bash", None, None),
    "history": ("%history 1", "%", None, None),
    "html": (None, None, "%%html\n<i>slanted</i>", "<i>slanted</i>"),
    "jars": ("%jars {folder}/one.jar", "", None, None),
    "javascript": (None, None, "%%javascript\nlet a = 1;", "let a = 1;"),
    "latex": (None, None, "%%latex\n$x^2$", "$x^2$"),
    "load": ("%load {folder}/cells.java", "int fromFile = 8;", None, None),
    "loadFromPOM": ("%loadFromPOM {folder}/none.xml", "Cannot read", "%%loadFromPOM\n<x/>", "dependency"),
    "lsmagic": ("%lsmagic", "%%bash", None, None),
    "markdown": (None, None, "%%markdown\n*slanted*", "*slanted*"),
    "maven": ("%maven nonsense", "group:artifact:version", None, None),
    "mavenRepo": ("%mavenRepo here file:///nowhere", "", None, None),
    "pom": (None, None, "%%pom\n<x/>", "dependency"),
    "pwd": ("%pwd", "/", None, None),
    "reset": ("%reset", "", None, None),
    "run": ("%run {folder}/cells.java", "", None, None),
    "sh": ("%sh echo $((6 * 7))", "42", "%%sh\necho two\necho lines", "two\nlines"),
    "svg": (None, None, "%%svg\n<svg xmlns='http://www.w3.org/2000/svg'/>", "<svg"),
    "time": ("%time 6 * 7", "42", "%%time\nint a = 6;\na * 7", "42"),
    "timeit": ("%timeit Math.sqrt(2)", "per loop", "%%timeit\ndouble a = 2;\nMath.sqrt(a);", "per loop"),
    "who": ("%who", "", None, None),
    "whos": ("%whos", "", None, None),
    "writefile": (None, None, "%%writefile {folder}/new.txt\nsome text", "Writing {folder}/new.txt"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("magics").resolve()
    (folder / "cells.java").write_text("int fromFile = 8;\n")
    # The smallest jar there is: an archive without entries.
    (folder / "one.jar").write_bytes(b"PK\x05\x06" + bytes(18))
    return folder


def seen(run):
    """Everything a person sees of a cell."""
    bundles = [m["content"]["data"] for m in run.all("display_data") + run.all("execute_result")]
    error = run.traceback if run.status == "error" else ""
    return (
        run.text() + run.text("stderr") + "".join(str(part) for bundle in bundles for part in bundle.values()) + error
    )


def test_the_table_above_is_complete(cell):
    names = set(re.findall(r"%{1,2}\w+", cell("%lsmagic").data["text/plain"]))
    table = {f"%{name}" for name, forms in FORMS.items() if forms[0]} | {
        f"%%{name}" for name, forms in FORMS.items() if forms[2]
    }
    assert names == table


@pytest.mark.parametrize("name", [name for name, forms in FORMS.items() if forms[0]])
def test_line(cell, folder, name):
    code, expected, _, _ = (part and part.replace("{folder}", str(folder)) for part in FORMS[name])
    run = cell(code)
    assert expected in seen(run), run
    assert run.status == "ok" or expected


@pytest.mark.parametrize("name", [name for name, forms in FORMS.items() if forms[2]])
def test_cell(cell, folder, name):
    _, _, code, expected = (part and part.replace("{folder}", str(folder)) for part in FORMS[name])
    assert expected in seen(cell(code))


@pytest.mark.parametrize("name", FORMS)
def test_completion_and_documentation(kernel, name):
    form = ("%" if FORMS[name][0] else "%%") + name
    reply = kernel.complete(form[:-1])
    assert form in reply["matches"]
    assert (reply["cursor_start"], reply["cursor_end"]) == (0, len(form) - 1)
    kinds = {each["text"]: each["type"] for each in reply["metadata"]["_jupyter_types_experimental"]}
    assert kinds[form] == "magic"
    documentation = kernel.inspect(form)
    assert documentation["found"] and f"%{name}" in documentation["data"]["text/plain"]


@pytest.mark.parametrize(
    "code, text",
    [
        ("%mavn a:b:c", "There is no magic mavn"),
        ("%%who\nx", "line magic"),
        ("%html x", "cell magic"),
        ("%cd /no/such/folder", "There is no folder"),
        ("%load /no/such/file", "there is no such file"),
        ("%jars /no/such.jar", "There is no"),
        ("!exit 3", "status 3"),
        ("%%bash\nexit 4", "status 4"),
        ("%help nothing", "There is no magic nothing"),
    ],
)
def test_wrong_use_is_told(cell, code, text):
    cell(code).fails("MagicError", text)


def test_between_lines_of_java(cell):
    run = cell('int a = 20;\n%time Thread.sleep(1)\nSystem.out.println("after");\n!echo shell\na + 1')
    run.gives("21")
    assert [word in run.text() for word in ("wall time", "after\n", "shell\n")] == [True] * 3
    assert run.text().index("wall time") < run.text().index("after") < run.text().index("shell")


def test_percent_and_question_in_java_are_java(cell):
    cell("int n = 7;\nint m = n\n% 4;\nm").gives("3")
    cell("boolean b = true;\nint k = b\n? 1 : 2;\nk").gives("1")
    cell('"""\n%who\n!ls\n"""').gives("%who\n!ls\n")


def test_a_command_prints_while_it_runs(kernel):
    pending = kernel.start("!echo early; sleep 30")
    kernel.wait_until_running(pending, "early")
    kernel.interrupt()
    assert kernel.finish(pending, timeout=20).status == "error"


def test_run_brings_names(cell, folder):
    cell(f"%run {folder}/cells.java").works()
    cell("fromFile").gives("8")


def test_reset_forgets(cell):
    cell("int gone = 1; int goneToo() { return 2; }")
    cell("%reset").works()
    cell("gone").fails("CompileError", "there is no variable gone")
    cell("goneToo()").fails("CompileError", "there is no method goneToo")


@pytest.mark.parametrize("question", ["?%time", "%time?", "?%%time"])
def test_a_question_about_a_magic(cell, question):
    page = cell(question).works().content["payload"][0]
    assert "runs code once" in page["data"]["text/plain"]


@pytest.mark.parametrize(
    "question, text", [("?Math.max", "max("), ("Math.max?", "max("), ("?kept", "a variable of Cell In")]
)
def test_pages(cell, question, text):
    cell("int kept = 1;")
    run = cell(question)
    page = run.works().content["payload"][0]
    assert (page["source"], page["start"]) == ("page", 0)
    assert text in page["data"]["text/plain"]
    assert run.types == ["execute_input"]


def test_two_marks_show_the_source(cell):
    cell("int thrice(int n) {\n    return 3 * n;\n}")
    assert "return 3 * n;" in cell("??thrice").content["payload"][0]["data"]["text/plain"]


def test_files_are_completed(kernel, folder):
    reply = kernel.complete(f"%load {folder}/ce")
    assert reply["matches"] == ["cells.java"]
    reply = kernel.complete(f'Files.readString(Path.of("{folder}/ce')
    assert reply["matches"] == ["cells.java"]


def test_java_is_completed_behind_time(kernel):
    code = "%time Math.sqr"
    reply = kernel.complete(code)
    assert "sqrt" in reply["matches"]
    assert reply["cursor_start"] == code.index("sqr")
