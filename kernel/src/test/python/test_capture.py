"""Output that becomes a value, commands with values in them, and Java that every notebook begins with."""

import pytest


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("with a space")


def test_a_cell_is_kept_and_nothing_of_it_shown(cell):
    run = cell('%%capture kept\nIO.println("one"); System.err.println("oops"); display("shown");\nint six = 6;\nsix * 7')
    run.works()
    assert run.text() == "" and run.text("stderr") == "" and "display_data" not in run.types
    assert "execute_result" not in run.types
    cell("kept.text()").gives("one\n")
    cell("kept.errors().strip()").gives("oops")
    cell("kept.outputs().size()").gives("2")
    cell("six").gives("6")
    again = cell("kept.show()")
    assert "one" in again.text() and len(again.all("display_data")) == 2


def test_output_comes_again_after_a_kept_cell(cell):
    cell("%%capture\nIO.println(1);").works()
    cell("IO.println(2);").prints("2\n")


def test_what_a_failing_cell_has_printed_is_kept(cell):
    cell('%%capture before\nIO.println("so far");\nInteger.parseInt("x");').fails("NumberFormatException", "x")
    cell("before.text().strip()").gives("so far")
    cell('%%capture never\nIO.println(unknown);').fails("CompileError", "unknown")
    cell("IO.println(3);").prints("3\n")


def test_threads_of_a_kept_cell_are_kept(cell):
    cell('%%capture t\nvar thread = Thread.ofPlatform().start(() -> IO.println("from a thread"));\nthread.join();').works()
    cell("t.lines()").gives_match("from a thread")


@pytest.mark.parametrize("form", ["var {name} = !printf 'a\\nb c\\n'", "{name} = !printf 'a\\nb c\\n'", "List<String> {name} = %sx printf 'a\\nb c\\n'"])
def test_a_command_fills_a_list(cell, form):
    name = f"lines{abs(hash(form)) % 1000}"
    run = cell(form.format(name=name) + f"\n{name}.size()")
    run.gives("2")
    cell(f"{name}.get(1)").gives("b c")


def test_an_exclamation_mark_of_java_stays_javas(cell):
    cell("boolean done = false;").works()
    cell("boolean open = !done").works()
    cell("open").gives("true")
    cell("var still = !(done || false)").works()
    cell("still").gives("true")
    cell("boolean first = true;\nboolean other = !first").works()
    cell("other").gives("false")
    cell("var b = !List.of(1).isEmpty();\nb").gives("true")


@pytest.mark.parametrize(
    "code, expected",
    [
        ("var ok = !true", "false"),
        ("var ok = !false", "true"),
        ("var ok = !!true", "true"),
        ('var ok = !Files.exists(Path.of("/nowhere"))', "true"),
        ("var ok = !new ArrayList<Integer>().isEmpty()", "false"),
        ("var ok = !isEven(3)", "true"),
        ("var ok = !Character.isDigit('a')\n    && 1 > 2", "false"),
        ("var ok = !List.of(1).isEmpty()", "true"),
        ("boolean held = true;\nheld = !held", "false"),
        ("held = !true", "false"),
    ],
)
def test_a_negation_is_no_command(cell, code, expected):
    cell("boolean isEven(int n) { return n % 2 == 0; }").works()
    cell(code).works()
    cell("held" if "held" in code else "ok").gives(expected)


def test_results_have_names_in_magics_too(cell):
    cell("20 + 1").gives("21")
    cell("%time _ * 2").gives_match("42")
    cell("%%capture twice\nIO.println(_ * 2);").works()
    cell("twice.text().strip()").gives("84")


def test_a_command_that_fails_says_so_and_fills_nothing(cell):
    cell("var wrong = !exit 7").fails("MagicError", "status 7")
    cell("wrong").fails("CompileError", "wrong")
    run = cell("var none = !no-such-command-at-all").fails("MagicError", "status 127")
    assert "not found" in run.text()


def test_values_stand_in_braces(cell, folder):
    (folder / "some.txt").write_text("1\n2\n3\n")
    cell(f'var place = "{folder}/some.txt"; int n = 2;').works()
    cell("!head -n {n} '{place}'").prints("1\n2\n")
    cell("var counted = !wc -l < '{place}'\ncounted.getFirst().strip()").gives("3")
    # What is no variable of the notebook is left to the shell and its programs.
    cell("!echo 1 ${HOME:+home} {unknown} | awk '{print $1 $2 $3}'").prints("1home{unknown}\n")


def test_a_profile_names_the_method_that_takes_the_time(cell):
    cell(
        "double busy() { double s = 0; for (int i = 0; i < 80_000_000; i++) s += Math.sin(i); return s; }\n"
        "double idle() { return 1; }"
    ).works()
    run = cell("%prun busy() + idle()")
    assert "cell busy" in str(run.data) and "%" in str(run.data)
    cell("%prun Thread.sleep(1)").gives_match("Nothing was seen")


def test_the_start_up_file(fresh, folder):
    config = folder / "lectern"
    config.mkdir()
    (config / "startup.java").write_text("import java.util.zip.CRC32;\nint answer = 6 * 7;\nint twice(int n) { return 2 * n; }\n")
    kernel = fresh(XDG_CONFIG_HOME=str(folder), LECTERN_STARTUP=None)
    kernel.cell("twice(answer)").gives("84")
    kernel.cell("new CRC32().getValue()").gives("0")


def test_a_start_up_file_that_fails_leaves_a_kernel(fresh, folder):
    broken = folder / "broken.java"
    broken.write_text("int a = 1;\nint b = unknown;\n")
    kernel = fresh(LECTERN_STARTUP=str(broken))
    run = kernel.cell("6 * 7")
    run.gives("42")
    assert "broken.java was left at an error" in run.text("stderr") and "unknown" in run.text("stderr")
    kernel.cell("7").gives("7")


def test_a_start_up_file_that_is_missing_is_told(fresh, folder):
    kernel = fresh(LECTERN_STARTUP=str(folder / "nothing.java"))
    run = kernel.cell("6 * 7")
    run.gives("42")
    assert "there is no such file" in run.text("stderr")
