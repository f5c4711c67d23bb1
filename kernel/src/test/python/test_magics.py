"""Magics as a front end meets them: line and cell forms, completion, documentation."""

import functools
import http.server
import re
import threading

import notebook
import pytest

# The smallest jar there is: an archive without entries.
EMPTY_JAR = b"PK\x05\x06" + bytes(18)

# Every form of every magic: used well, what that shows, used badly, and the words of the refusal.
FORMS = {
    "%addJar": ("{folder}/one.jar", "", "{folder}/none.jar", "There is no"),
    "%addMavenDependencies": ("lectern.test:plain:1.0", "", "nonsense", "group:artifact:version"),
    "%addMavenDependency": ("lectern.test:plain:1.0", "", "nonsense", "group:artifact:version"),
    "%addMavenRepo": ("here file:///nowhere", "", "here", "Write %mavenRepo name"),
    "%bash": ("echo $((6 * 7))", "42", "exit 3", "status 3"),
    "%%bash": ("\nx=5\necho $((x * 3))", "15", "\nexit 4", "status 4"),
    "%%capture": ("\nIO.println(6 * 7);", "", "two names\n1", "one name"),
    "%cd": ("{folder}", "{folder}", "/no/such/folder", "There is no folder"),
    "%classpath": ("", "lectern-tensor", "/no/such/folder", "There is no"),
    "%env": ("HOME", "/", "=x", "Write %env NAME"),
    "%fetch": ("", "dl4j", "nothing", "There is no library"),
    "%help": ("cd", "where %%bash", "nothing", "There is no magic nothing"),
    "%history": ("1", "%", "all of it", "a number of cells"),
    "%%html": ("\n<i>slanted</i>", "<i>slanted</i>", "x\n<i>y</i>", "takes nothing"),
    "%jars": ("{folder}/one.jar", "", "/no/such.jar", "There is no"),
    "%%javascript": ("\nlet a = 1;", "let a = 1;", "x\nlet a = 1;", "takes nothing"),
    "%%latex": ("\n$x^2$", "$x^2$", "x\n$x^2$", "takes nothing"),
    "%load": ("{folder}/cells.java", "int fromFile = 8;", "/no/such/file", "there is no such file"),
    "%loadFromPOM": ("{folder}/pom.xml", "", "{folder}/none.xml", "Cannot read"),
    "%%loadFromPOM": ("\n{dependency}", "", "\n<x/>", "There is no <dependency>"),
    "%lsmagic": ("", "%%bash", "all", "takes nothing"),
    "%%markdown": ("\n*slanted*", "*slanted*", "x\n*y*", "takes nothing"),
    "%maven": ("lectern.test:plain:1.0", "", "lectern.test:missing:1.0", "Maven cannot find lectern.test:missing"),
    "%mavenRepo": ("here file:///nowhere", "", "here", "Write %mavenRepo name"),
    "%%pom": ("\n{dependency}", "", "\n<x/>", "There is no <dependency>"),
    "%prun": ("{{ double s = 0; for (int i = 0; i < 60_000_000; i++) s += Math.sin(i); IO.println(s); }}", "cell", "", "What is to be profiled?"),
    "%%prun": ("\ndouble s = 0;\nfor (int i = 0; i < 60_000_000; i++) s += Math.sin(i);\ns", "cell", "\n", "What is to be profiled?"),
    "%pwd": ("", "/", "/tmp", "takes nothing"),
    "%reset": ("", "", "x", "forgets everything"),
    "%run": ("{folder}/cells.java", "", "{folder}/none.java", "there is no such file"),
    "%sh": ("echo $((6 * 7))", "42", "exit 3", "status 3"),
    "%%sh": ("\necho two\necho lines", "two\nlines", "\nexit 4", "status 4"),
    "%%svg": ("\n<svg xmlns='http://www.w3.org/2000/svg'/>", "<svg", "x\n<svg/>", "takes nothing"),
    "%sx": ("echo first; echo second", "second", "exit 3", "status 3"),
    "%time": ("6 * 7", "42", "", "What is to be timed?"),
    "%%time": ("\nint a = 6;\na * 7", "42", "\n", "What is to be timed?"),
    "%timeit": ("-n 10 -r 3 Math.sqrt(2)", "of 3 runs, 10 loops each", "-n none 1", "%timeit knows -n loops"),
    "%%timeit": ("\ndouble a = 2;\nMath.sqrt(a);", "per loop", "-n none\n1", "%timeit knows -n loops"),
    "%who": ("", "", "x", "takes nothing"),
    "%whos": ("", "", "x", "takes nothing"),
    "%%writefile": ("{folder}/new.txt\nsome text", "Writing {folder}/new.txt", "{folder}/no/x\nx", "no such folder"),
}
DEPENDENCY = (
    "<dependency><groupId>lectern.test</groupId><artifactId>plain</artifactId><version>1.0</version></dependency>"
)


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """A repository on this machine with one library, and a home folder whose settings say that it stands for all others."""
    folder = tmp_path_factory.mktemp("repository")
    place = folder / "lectern/test/plain/1.0"
    place.mkdir(parents=True)
    (place / "plain-1.0.pom").write_text(
        "<project><modelVersion>4.0.0</modelVersion>"
        + DEPENDENCY.removeprefix("<dependency>").removesuffix("</dependency>")
        + "</project>"
    )
    (place / "plain-1.0.jar").write_bytes(EMPTY_JAR)
    handler = functools.partial(QuietHandler, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = tmp_path_factory.mktemp("home")
    (home / ".m2").mkdir()
    (home / ".m2/settings.xml").write_text(
        "<settings><mirrors><mirror><id>near</id><mirrorOf>*</mirrorOf>"
        f"<url>http://127.0.0.1:{server.server_port}/</url></mirror></mirrors></settings>"
    )
    yield home
    server.shutdown()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        """Nobody reads it."""


@pytest.fixture(scope="module")
def kernel(repository):
    running = notebook.Kernel(HOME=str(repository))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("magics").resolve()
    (folder / "cells.java").write_text("int fromFile = 8;\n")
    (folder / "one.jar").write_bytes(EMPTY_JAR)
    (folder / "pom.xml").write_text(DEPENDENCY)
    return folder


def seen(run):
    """Everything a person sees of a cell."""
    bundles = [m["content"]["data"] for m in run.all("display_data") + run.all("execute_result")]
    error = run.traceback if run.status == "error" else ""
    payload = "".join(str(each.get("text", "")) for each in run.content.get("payload", []))
    parts = "".join(str(part) for bundle in bundles for part in bundle.values())
    return run.text() + run.text("stderr") + parts + payload + error


def test_every_magic_has_a_good_way_and_a_bad_one_above(cell):
    names = set(re.findall(r"%{1,2}\w+", cell("%lsmagic").data["text/plain"]))
    assert names == set(FORMS)
    assert all(bad_text for _, _, _, bad_text in FORMS.values())


def used(name, arguments, folder):
    filled = arguments.replace("{folder}", str(folder)).replace("{dependency}", DEPENDENCY)
    return name + filled if filled.startswith("\n") else f"{name} {filled}"


@pytest.mark.parametrize("name", FORMS)
def test_the_good_way(cell, folder, name):
    good, expected, _, _ = FORMS[name]
    run = cell(used(name, good, folder)).works()
    assert expected.replace("{folder}", str(folder)) in seen(run), run


@pytest.mark.parametrize("name", FORMS)
def test_the_bad_way(cell, folder, name):
    _, _, bad, text = FORMS[name]
    cell(used(name, bad, folder)).fails("MagicError", text)


@pytest.mark.parametrize("form", FORMS)
def test_completion_and_documentation(kernel, form):
    name = form.strip("%")
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
        ("%pip install numpy", "%maven group:artifact:version"),
        ("!exit 3", "status 3"),
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
