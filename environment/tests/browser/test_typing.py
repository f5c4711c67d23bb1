"""Typing in JupyterLab: run, complete, look up, stop, restart, answer."""

import nbformat
import pytest
from conftest import ROOT
from page import CELLS, PANEL
from selenium.webdriver.common.keys import Keys

INTERRUPT = '.jp-NotebookPanel-toolbar [data-jp-item-name="interrupt"] jp-button, [data-jp-item-name="interrupt"]'

# Every line with the column that the editor would give it and the one that it has.
COLUMNS = """
const [cells, done] = arguments;
import(`${jupyterapp.serviceManager.serverSettings.baseUrl}lab/extensions/lectern/static/indent.js`).then(({column}) => {
    const lines = [];
    for (const cell of cells) {
        let before = '';
        for (const line of cell.split('\\n')) {
            const margin = line.length - line.trimStart().length;
            if (before && line.trim()) lines.push([line, column(before, line.trimStart(), 4), margin]);
            before += line + '\\n';
        }
    }
    done(lines);
});
"""


def lectures():
    """The code cells of every lecture."""
    for path in sorted((ROOT / "notebooks").rglob("*.ipynb")):
        yield [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


@pytest.fixture(scope="module")
def page(opened):
    return opened("typing")


def test_a_cell_is_typed_and_run(page):
    index = page.new_cell()
    page.keys('"a" + 1')
    page.press(Keys.SHIFT, Keys.ENTER)
    page.text(index, "a1")
    assert page.source(index) == '"a" + 1'
    assert page.script(f"return {PANEL}.content.activeCellIndex") == index + 1


@pytest.mark.parametrize(
    "program",
    [
        "double f(double x) {\n    if (x > 0) {\n        return x;\n    }\n    return -x;\n}",
        "record Point(double x, double y) {\n    double length() {\n        return sqrt(x * x + y * y);\n    }\n}",
        'String word(int n) {\n    return switch (n) {\n        case 1 -> "one";\n        default -> "many";\n    };\n}',
        "var halves = Stream.of(1, 2).map(x -> {\n    return x / 2.0;\n}).toList();\nhalves",
    ],
)
def test_java_is_typed_with_little_work(page, program):
    index = page.new_cell()
    page.wait("editor for Java", lambda: page.script(f"return {CELLS}[{index}].model.mimeType") == "text/x-java")
    for number, line in enumerate(program.splitlines()):
        if line.strip()[0] in "})":  # the editor has closed what was opened: that line is there already
            page.keys(Keys.ARROW_DOWN, Keys.END)
            line = line[len(page.source(index).splitlines()[number]) :]
        elif number:
            page.keys(Keys.ENTER)
        for character in line.strip():  # at a person's pace: every key is answered before the next
            page.keys(character)
    assert page.source(index) == program
    page.empty(index)


def test_every_line_of_the_lectures_would_be_indented_as_it_stands(page):
    """But for what their authors have aligned by eye, such as arguments that hang deeper than the call."""
    lines = page.browser.execute_async_script(COLUMNS, [cell for cells in lectures() for cell in cells])
    apart = [line for line, column, expected in lines if column != expected]
    assert len(lines) > 2000 and len(apart) < 0.04 * len(lines), apart


def test_tab_opens_a_menu_with_types(page):
    page.run('var words = java.util.List.of("b", "a");')
    index = page.new_cell()
    page.keys("words.s")
    found = page.menu()
    assert {"size", "stream", "subList"} <= set(found)
    assert set(found.values()) == {"function"}
    page.picture("menu")
    page.keys("iz", Keys.ENTER)
    page.wait("size", lambda: page.source(index) == "words.size")
    page.keys("()")
    page.press(Keys.SHIFT, Keys.ENTER)
    page.text(index, "2")


@pytest.mark.parametrize(
    "typed, name, done",
    [
        ('"😀 𝒳".codePointC', "codePointCount", '"😀 𝒳".codePointCount'),
        ("linsp", "linspace", "linspace"),
        ("retu", "return", "return"),
    ],
)
def test_a_completion_is_put_in_at_the_right_place(page, typed, name, done):
    index = page.new_cell()
    page.keys(typed)
    assert name in page.menu()
    page.keys(Keys.ENTER)
    page.wait(done, lambda: page.source(index) == done)
    page.empty(index)


def test_shift_tab_shows_signature_and_documentation(page):
    index = page.new_cell()
    page.keys("linspace(")
    page.press(Keys.SHIFT, Keys.TAB)
    tip = page.shown(".jp-Tooltip")
    page.wait("Javadoc", lambda: "equally spaced numbers" in tip.text)
    assert "linspace(" in tip.text and "Tensor" in tip.text
    page.picture("tooltip")
    page.keys(Keys.ESCAPE)
    page.wait("closed tooltip", lambda: not page.all(".jp-Tooltip"))
    page.empty(index)


def test_the_interrupt_button(page):
    page.run("int kept = 5;")
    index = page.start("while (true) {}")
    page.wait("busy kernel", lambda: page.script(f"return {PANEL}.sessionContext.session.kernel.status") == "busy")
    page.click(INTERRUPT)
    page.ended(index)
    assert "Interrupted" in page.text(index, "the variables are kept")
    page.picture("interrupted")
    assert "5" in page.run("kept").text


def test_output_without_end_leaves_the_browser_alive(page):
    index = page.start('while (true) System.out.println("again and again");')
    # More than is printed at full speed: from there on the kernel leaves the browser time for other things.
    page.wait("much output", lambda: page.script("return arguments[0].textContent.length", page.output(index)) > 800_000)
    page.click(INTERRUPT)
    page.ended(index)
    page.command("notebook:clear-all-cell-outputs")
    assert "7" in page.run("3 + 4").text


def test_a_question_is_answered_below_the_cell(page):
    index = page.start('"Hello, " + input("Who are you? ")')
    field = page.shown(".jp-Stdin-input")
    assert field.get_attribute("type") == "text"
    assert page.shown(".jp-Stdin-prompt").text.strip() == "Who are you?"
    field.send_keys("Ada", Keys.ENTER)
    assert "Hello, Ada" in page.ended(index).text


def test_a_password_is_hidden(page):
    index = page.start('var secret = readPassword("Token: "); secret.length()')
    field = page.shown(".jp-Stdin-input")
    assert field.get_attribute("type") == "password"
    field.send_keys("swordfish")
    page.picture("password")
    field.send_keys(Keys.ENTER)
    assert "9" in page.ended(index).text
    assert "swordfish" not in page.script(f"return JSON.stringify({PANEL}.model.toJSON())")


def test_restart_forgets_the_variables(page):
    page.run("int lost = 1;")
    page.click('.jp-NotebookPanel-toolbar [data-jp-item-name="restart"] jp-button, [data-jp-item-name="restart"]')
    page.click(".jp-Dialog .jp-mod-accept")
    page.wait("closed dialog", lambda: not page.all(".jp-Dialog"))
    page.wait_for_kernel()
    assert "there is no variable lost" in page.run("lost").text
    assert "42" in page.run("6 * 7").text
