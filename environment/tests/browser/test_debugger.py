"""The debugger of JupyterLab: the bug button, a breakpoint in the gutter, variables, steps."""

import pytest
from page import CELLS

BUG = ".jp-DebuggerBugButton"

CODE = """int total = 0;
for (int i = 1; i <= 3; i++) {
    int square = i * i;
    total += square;
}
total"""


@pytest.fixture(scope="module")
def page(opened):
    return opened("debugger")


def gutter(page, index, line):
    """The place beside a line where breakpoints are set."""
    return page.wait(
        f"gutter of line {line}",
        lambda: page.script(
            f"const node = {CELLS}[{index}].node, top = e => e.getBoundingClientRect().top;"
            f"const line = node.querySelectorAll('.cm-line')[{line - 1}];"
            "return [...node.querySelectorAll('.cm-breakpoint-gutter .cm-gutterElement')]"
            ".find(e => e.offsetHeight > 5 && Math.abs(top(e) - top(line)) < 4)"
        ),
    )


def marked_line(page):
    """The line at which the cell is stopped, as the editor shows it."""
    return page.one(".jp-DebuggerEditor-highlight").text.strip()


def variables(page):
    """Names and values in the variables panel."""
    return page.script(
        "return [...document.querySelectorAll('.jp-DebuggerVariables-name')]"
        ".map(e => [e, e.parentElement.querySelector('.jp-DebuggerVariables-detail')])"
        ".map(([name, value]) => name.textContent + ': ' + (value?.textContent ?? ''))"
    )


def stopped_with(page, line, *texts):
    page.wait(f"mark on {line!r}", lambda: marked_line(page) == line)
    page.wait(f"{texts} among the variables", lambda: all(text in variables(page) for text in texts))


def switch_on(page):
    """Presses the bug button once the front end has heard that the kernel can be debugged."""
    page.wait("enabled bug button", lambda: page.one(BUG).get_attribute("aria-disabled") == "false")
    page.click(BUG)
    page.wait("pressed bug button", lambda: page.one(BUG).get_attribute("aria-pressed") == "true")


def test_a_cell_is_stopped_looked_at_and_let_go(page):
    index = page.write(CODE)
    switch_on(page)
    gutter(page, index, 4).click()
    page.wait("breakpoint", lambda: page.all(".cm-breakpoint-icon"))
    page.wait("breakpoint in the list", lambda: page.all(".jp-DebuggerBreakpoint"))
    page.script("jupyterapp.commands.execute('notebook:run-cell')")
    stopped_with(page, "total += square;", "i: 1", "square: 1", "total: 0")
    assert "Cell [*]:4" in page.shown(".jp-DebuggerCallstack-body").text
    page.picture("stopped")
    page.command("debugger:next")
    stopped_with(page, "for (int i = 1; i <= 3; i++) {", "total: 1")
    page.command("debugger:continue")
    stopped_with(page, "total += square;", "i: 2", "square: 4")
    gutter(page, index, 4).click()
    page.wait("no breakpoint", lambda: not page.all(".jp-DebuggerBreakpoint"))
    page.command("debugger:continue")
    page.text(index, "14")
    page.wait("no mark", lambda: not page.all(".jp-DebuggerEditor-highlight"))
    page.wait("variables of the notebook", lambda: "total: 14" in variables(page))
    page.picture("ended")
