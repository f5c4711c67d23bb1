"""Streams and displays."""

import re
import time

import pytest


@pytest.mark.parametrize(
    "code, text",
    [
        ('System.out.println("hello");', "hello\n"),
        ('System.out.print("a"); System.out.print("b");', "ab"),
        ('System.out.printf("%d %s%n", 3, "x");', "3 x\n"),
        ('System.out.println("ünï 😀 漢字");', "ünï 😀 漢字\n"),
        ("System.out.println(new char[] {'o', 'k'});", "ok\n"),
        ("System.out.write(65); System.out.flush();", "A"),
        ('IO.println("io");', "io\n"),
        ('System.out.print("no newline")', "no newline"),
        ("System.out.println();", "\n"),
        ('System.out.print("tab\\tand\\u0007bell");', "tab\tand\x07bell"),
        ("for (int i = 0; i < 3; i++) System.out.println(i);", "0\n1\n2\n"),
    ],
)
def test_stdout(cell, code, text):
    cell(code).prints(text)


def test_stderr(cell):
    run = cell('System.err.println("careful");').works()
    assert run.text("stderr") == "careful\n"
    assert run.text() == ""


def test_stack_trace_goes_to_stderr(cell):
    cell('new Exception("shown").printStackTrace();').prints_error("shown")


def test_fifty_thousand_lines(cell):
    run = cell('for (int i = 0; i < 50_000; i++) System.out.println("line " + i);').works()
    assert run.text() == "".join(f"line {i}\n" for i in range(50_000))
    run.within(3)
    assert len(run.all("stream")) < 500


def test_short_prints_travel_together(cell):
    assert len(cell("for (int i = 0; i < 100; i++) System.out.println(i);").all("stream")) <= 3


def test_output_appears_while_the_cell_runs(kernel):
    pending = kernel.start('System.out.println("early"); while (true) Thread.sleep(10);')
    kernel.wait_until_running(pending, "early")
    kernel.interrupt()
    assert kernel.finish(pending).status == "error"


def test_a_long_line(kernel):
    run = kernel.cell('System.out.print("x".repeat(1_000_000));').works()
    assert run.text() == "x" * 1_000_000


def test_output_of_threads_lands_in_their_cell(kernel):
    pending = kernel.start(
        "new Thread(() -> { try { Thread.sleep(600); } catch (InterruptedException e) {}\n"
        'System.out.println("from the thread"); }).start();'
    )
    kernel.finish(pending)
    kernel.cell('System.out.println("another cell");').prints("another cell\n")
    late = kernel.published(pending[0], until=lambda m: m["msg_type"] == "stream")
    assert late[-1]["content"]["text"] == "from the thread\n"


def test_output_of_pool_threads_lands_somewhere(cell):
    run = cell("java.util.stream.IntStream.range(0, 50).parallel().forEach(i -> System.out.println(i));").works()
    assert sorted(map(int, run.text().split())) == list(range(50))


def test_system_out_may_be_flushed_and_checked(cell):
    cell("System.out.flush(); System.out.checkError()").gives("false")


def test_display(cell):
    shown = cell('display("plain");').one("display_data")
    assert shown["data"]["text/plain"] == "plain"
    assert shown["transient"].get("display_id") is None or isinstance(shown["transient"]["display_id"], str)


def test_display_html(cell):
    cell('display("<b>bold</b>", "text/html");').shows("text/html", "<b>bold</b>")


def test_display_keeps_its_place(cell):
    run = cell('System.out.println("a"); display("b"); System.out.println("c");')
    assert run.types == ["execute_input", "stream", "display_data", "stream"]


def test_update_display(cell):
    run = cell(
        'import lectern.notebook.*;\nNotebook.host().display(MimeBundle.text("one"), "spot");\n'
        'Notebook.host().update(MimeBundle.text("two"), "spot");'
    ).works()
    assert run.one("display_data")["transient"] == {"display_id": "spot"}
    update = run.one("update_display_data")
    assert update["transient"] == {"display_id": "spot"}
    assert update["data"]["text/plain"] == "two"


@pytest.mark.parametrize("wait", [True, False])
def test_clear_output(cell, wait):
    run = cell(
        f'import lectern.notebook.*;\nSystem.out.println("x"); Notebook.host().clearOutput({str(wait).lower()});'
    )
    assert run.types == ["execute_input", "stream", "clear_output"]
    assert run.one("clear_output") == {"wait": wait}


def test_binary_data_is_base64(cell):
    run = cell(
        'import lectern.notebook.*;\nNotebook.host().display(MimeBundle.of("image/png", new byte[] {1, 2, 3}), null);'
    )
    assert run.one("display_data")["data"]["image/png"] == "AQID"


def test_json_data_is_json(cell):
    run = cell(
        "import lectern.notebook.*;\n"
        'Notebook.host().display(MimeBundle.of("application/json", '
        'java.util.Map.of("a", java.util.List.of(1, 2.5, true))), null);'
    )
    assert run.one("display_data")["data"]["application/json"] == {"a": [1, 2.5, True]}


def test_metadata(cell):
    run = cell(
        "import lectern.notebook.*;\n"
        'Notebook.host().display(MimeBundle.of("image/png", new byte[1]).withMetadata("image/png", '
        'java.util.Map.of("width", 20)), null);'
    )
    assert run.one("display_data")["metadata"] == {"image/png": {"width": 20}}


def test_results_have_text(cell):
    assert re.search(r"3", cell("new int[] {1, 2, 3}").data["text/plain"])


def test_an_endless_loop_leaves_slowly_and_is_interruptible(fresh):
    kernel = fresh(LECTERN_OUTPUT_BURST="100000", LECTERN_OUTPUT_RATE="200000")
    kernel.cell("1")
    pending = kernel.start('while (true) System.out.println("again and again");', allow_stdin=True)
    kernel.wait_until_running(pending, "again")
    time.sleep(1)
    kernel.interrupt()
    run = kernel.finish(pending)
    assert run.status == "error"
    assert len(run.text()) < 2_000_000
    assert "characters that it had printed are not shown" in run.text("stderr")
    kernel.cell("2").gives("2")


MUCH = {
    "a million characters": ('System.out.print("z".repeat(1_000_000));', "z" * 1_000_000),
    "five million characters": ('System.out.print("z".repeat(5_000_000));', "z" * 5_000_000),
    "200,000 lines": (
        "for (int i = 0; i < 200_000; i++) System.out.println(i);",
        "".join(f"{i}\n" for i in range(200_000)),
    ),
}


@pytest.mark.parametrize("name", MUCH)
def test_much_text_goes_to_programs_at_once(cell, name):
    code, expected = MUCH[name]
    cell(code).prints(expected).within(5)


@pytest.mark.parametrize("name", MUCH)
def test_much_text_never_holds_up_the_cell(fresh, name):
    code, expected = MUCH[name]
    kernel = fresh()
    kernel.cell("1")
    took = "long begun = System.nanoTime();\n" + code + "\nlong took = (System.nanoTime() - begun) / 1_000_000;"
    run = kernel.finish(kernel.start(took, allow_stdin=True))
    run.prints(expected).within(15)
    assert int(kernel.cell("took").data["text/plain"]) < 3000


def test_much_text_leaves_at_a_pace_that_servers_let_through(fresh):
    kernel = fresh()
    kernel.cell("1")
    message, _, started = kernel.start('System.out.print("z".repeat(3_000_000));', allow_stdin=True)
    arrived = []

    def noted(m):
        if m["msg_type"] == "stream":
            arrived.append((time.perf_counter() - started, len(m["content"]["text"])))
        return m["msg_type"] == "status" and m["content"]["execution_state"] == "idle"

    kernel.published(message, until=noted)
    assert sum(size for _, size in arrived) == 3_000_000
    for at, _ in arrived:
        assert sum(size for when, size in arrived if at <= when < at + 3) <= 2_850_000


CHILD = 'new ProcessBuilder("sh", "-c", "{}").inheritIO().start().waitFor();'
BELOW_JAVA = {
    "a child": CHILD.format("echo below; echo wrong >&2"),
    "a descriptor": 'new FileOutputStream(FileDescriptor.out).write("below\\n".getBytes());\n'
    'new FileOutputStream(FileDescriptor.err).write("wrong\\n".getBytes());',
    "printf": "import java.lang.foreign.*;\nvar linker = Linker.nativeLinker();\n"
    'var puts = linker.downcallHandle(linker.defaultLookup().findOrThrow("puts"), '
    "FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));\n"
    'try (var memory = Arena.ofConfined()) { int n = (int) puts.invoke(memory.allocateFrom("below")); }\n'
    'System.err.println("wrong");',
}


@pytest.mark.parametrize("name", BELOW_JAVA)
def test_what_is_written_below_java_reaches_the_cell(cell, name):
    run = cell(BELOW_JAVA[name]).works()
    assert (run.text(), run.text("stderr")) == ("below\n", "wrong\n")


def test_much_text_from_below_java_arrives_whole(cell):
    run = cell(CHILD.format("seq 1 100000"))
    run.prints("".join(f"{i}\n" for i in range(1, 100_001)))
    cell(CHILD.format("printf 'gr\\\\303\\\\274n'")).prints("grün")


def test_what_is_written_below_java_goes_to_the_log_as_well(fresh, capfd):
    kernel = fresh()
    kernel.cell(CHILD.format("echo in the log")).prints("in the log\n")
    kernel.cell('System.out.println("in the cell");').prints("in the cell\n")
    kernel.manager.shutdown_kernel()
    logged = capfd.readouterr().out
    assert "in the log" in logged and "in the cell" not in logged


def test_a_stopped_child_and_the_end_of_the_kernel(fresh):
    kernel = fresh()
    kernel.cell(CHILD.format("echo begun; sleep 100 &")).prints("begun\n")
    started = time.perf_counter()
    kernel.manager.shutdown_kernel()
    assert time.perf_counter() - started < 5


def test_warnings_of_libraries_reach_the_cell(cell):
    code = 'var log = org.slf4j.LoggerFactory.getLogger("q");\nlog.info("quiet");\nlog.warn("n is {}", 3);'
    run = cell(code).works()
    assert (run.text(), run.text("stderr")) == ("", "WARN q: n is 3\n")


def test_streams_that_alternate_arrive_whole(cell):
    run = cell('for (int i = 0; i < 20_000; i++) { System.out.print("o"); System.err.print("e"); }').works()
    assert run.text() == "o" * 20_000 and run.text("stderr") == "e" * 20_000


def test_the_limit_of_a_cell(fresh):
    kernel = fresh(LECTERN_OUTPUT_LIMIT="50000")
    run = kernel.cell('for (int i = 0; i < 20_000; i++) System.out.println("0123456789");').works()
    assert len(run.text()) == 50_000
    assert "cut off after 50,000 characters" in run.text("stderr")
    kernel.cell('System.out.println("next");').prints("next\n")
