"""What no one should do to a kernel: it answers, and goes on."""

import time

import pytest
from notebook import cpu_seconds


def test_a_cell_of_a_megabyte(kernel):
    line = "n++; // " + "a comment that fills the cell " * 3 + "\n"
    count = (1 << 20) // len(line)
    kernel.cell("int n = 0;\n" + line * count + "n").gives(str(count))
    kernel.cell("// " + "x" * (1 << 20)).gives_nothing()


def test_too_long_a_text_leaves_the_compiler_usable(kernel):
    kernel.cell('String s = "' + "y" * 70_000 + '";').fails("CompileError", "too long")
    kernel.cell("1 + 1").gives("2")


def test_deep_brackets(kernel):
    kernel.cell("int v = " + "(" * 100_000 + "1" + ")" * 100_000 + ";").fails("CompileError", "nested too deeply")
    kernel.cell("1 + 1").gives("2")


@pytest.mark.parametrize("code", ["System.exit(0);", "Runtime.getRuntime().exit(3);", "Runtime.getRuntime().halt(1);"])
def test_exit_is_refused_in_a_clear_sentence(kernel, code):
    kernel.cell("int kept = 5;")
    kernel.cell(code).fails("UnsupportedOperationException", "would end the kernel and lose all variables")
    kernel.cell("kept").gives("5")


def test_stack_overflow(kernel):
    run = kernel.cell("int down(int n) { return down(n + 1) + 1; }\ndown(0)").fails("StackOverflowError")
    assert len(run.traceback.splitlines()) < 40
    kernel.cell("1 + 1").gives("2")


@pytest.mark.parametrize("size", [1, 100_000], ids=["small", "large"])
def test_memory_used_up(fresh, size):
    kernel = fresh(JDK_JAVA_OPTIONS="-Xmx160m")
    kernel.cell("var all = new ArrayList<int[]>();")
    kernel.cell(f"while (true) all.add(new int[{size}]);", timeout=150).fails(
        "OutOfMemoryError", "drop large variables"
    )
    kernel.cell("all = null;").works()
    kernel.cell("1 + 1").gives("2")


def test_hardly_any_memory_left(fresh, capfd):
    """The virtual machine would collect garbage for ever and call it work: the cell ends, or the kernel in a clear sentence."""
    kernel = fresh(JDK_JAVA_OPTIONS="-Xmx160m")
    kernel.cell("var all = new ArrayList<int[]>();")
    pending = kernel.start(
        "try { while (true) all.add(new int[8]); } catch (OutOfMemoryError e) { }\n"
        "for (int i = 0; i < 40_000; i++) all.removeLast();\n"
        "var last = new Object[1];\n"
        "while (true) last[0] = new int[8];"
    )
    try:
        kernel.finish(pending, timeout=200).fails("OutOfMemoryError", "drop large variables")
    except AssertionError:
        assert not kernel.manager.is_alive(), "neither the cell nor the kernel has ended"
        assert "its memory is used up" in capfd.readouterr().err


def test_dependencies_that_do_not_exist(kernel):
    kernel.cell("%maven --offline no.such.group:nothing:1.0").fails("MagicError", "Maven cannot find")
    kernel.cell("%maven nonsense").fails("MagicError", "group:artifact:version")
    kernel.cell("1 + 1").gives("2")


@pytest.mark.parametrize("place", ["file", "forbidden"])
def test_history_that_cannot_be_written(fresh, tmp_path, place):
    if place == "file":
        folder = tmp_path / "file"
        folder.write_text("not a folder")
    else:
        folder = "/proc/nothing/here"
    kernel = fresh(LECTERN_DATA_DIR=str(folder))
    kernel.cell("40 + 2").gives("42").prints_error("History is kept for this run only")
    assert kernel.cell("43").gives("43").text("stderr") == ""
    assert [entry[2] for entry in kernel.history(hist_access_type="tail", n=5)] == ["40 + 2", "43"]


def test_a_full_disk_in_a_cell(kernel):
    kernel.cell('Files.writeString(Path.of("/dev/full"), "text");').fails("IOException", "No space left")
    kernel.cell("%%writefile /dev/full\ntext").fails("MagicError", "No space left")


def test_a_callback_of_the_front_end_is_interrupted(kernel):
    kernel.cell(
        "import lectern.notebook.*;\n"
        'var busy = Notebook.host().openComm("busy", Map.of(), Map.of());\n'
        "busy.onMessage(m -> { while (true) Math.sin(1); });"
    ).works()
    comm = next(iter(kernel.ask("comm_info_request", {"target_name": "busy"}).content["comms"]))
    message = kernel.client.session.msg("comm_msg", {"comm_id": comm, "data": {}})
    kernel.client.session.send(kernel.client.shell_channel.socket, message)
    time.sleep(0.5)
    kernel.interrupt()
    kernel.cell("1 + 1").gives("2").within(5)
    time.sleep(1)
    before = cpu_seconds(kernel.pid)
    time.sleep(1)
    assert cpu_seconds(kernel.pid) - before < 0.15


def test_preview_features(fresh):
    code = 'Object o = 3;\nString kind(double d) { return switch (d) { case int i -> "whole"; case double x -> "broken"; }; }\nkind(3)'
    fresh().cell(code).fails("CompileError", "LECTERN_PREVIEW=1")
    kernel = fresh(LECTERN_PREVIEW="1")
    kernel.cell(code).gives("whole")
    kernel.cell("1 + 1").gives("2")


def test_records_are_tables_for_every_reader(kernel):
    run = kernel.cell(
        'record Fit(String model, double error) {}\nList.of(new Fit("linear", 0.25), new Fit("net", 0.125))'
    )
    run.gives("model   error\nlinear  0.250\nnet     0.125").shows("text/html", "<table>")
    run.shows("text/latex", "\\toprule")
