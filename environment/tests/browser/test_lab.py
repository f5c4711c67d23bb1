"""JupyterLab in a real browser: open a notebook, run it, look at what it shows."""

import os

import nbformat
import pytest
from conftest import LECTURE
from page import CELLS, PANEL
from selenium.webdriver.common.keys import Keys


@pytest.fixture(scope="module")
def executed(opened, browser):
    """The notebook opened, and run by the keyboard cell after cell."""
    browser.get_log("browser")  # what the pages before this one have said is not its fault
    page = opened("browser")
    page.script(f"{PANEL}.content.activeCellIndex = 0; {PANEL}.content.node.focus()")
    for index in range(4):
        page.wait(f"cell {index} active", lambda i=index: page.script(f"return {PANEL}.content.activeCellIndex") == i)
        page.press(Keys.SHIFT, Keys.ENTER)
    page.text(3, "IllegalStateException")
    return page


def test_output_of_cells(executed):
    assert "printed 42" in executed.output(1).text
    assert "[1, 2, 3]" in executed.output(2).text
    assert "on purpose" in executed.output(3).text


def test_formula_is_set(executed):
    assert executed.all(".jp-MarkdownOutput mjx-container, .jp-MarkdownOutput .MathJax")


def test_code_is_highlighted_as_java(executed):
    spans = executed.all(".jp-CodeCell .cm-line span")
    assert {"throw", "new"} <= {span.text for span in spans}


def test_nothing_wrong_in_the_console(executed):
    messages = [entry["message"] for entry in executed.browser.get_log("browser")]
    # The driver leaves a page with unsaved changes without a click on it; that the browser asks nobody then is no fault.
    expected = ("favicon", "Blocked attempt to show a 'beforeunload' confirmation panel")
    assert not [text for text in messages if not any(known in text for known in expected)], messages


def test_first_lecture_runs_from_top_to_bottom(opened):
    page = opened("lecture")
    page.script("jupyterapp.commands.execute('notebook:run-all-cells')")
    cells = sum(cell.cell_type == "code" for cell in nbformat.read(LECTURE, as_version=4).cells)
    # JupyterLab draws only the cells in view, so its model is asked, not the page.
    count = f"return {CELLS}.filter(c => c.model.executionCount).length"
    page.wait(f"{cells} executed cells", lambda: page.script(count) == cells)
    kinds = page.script(
        f"return {CELLS}.flatMap(c => c.model.outputs ? c.model.outputs.toJSON() : [])"
        ".flatMap(o => [o.output_type, ...Object.keys(o.data || {})])"
    )
    assert "error" not in kinds
    assert kinds.count("image/svg+xml") >= 4 and "text/html" in kinds
    page.script(f"{PANEL}.content.scrollToItem(20)")
    page.shown(".jp-OutputArea-output img, .jp-OutputArea-output svg")
    if os.environ.get("LECTERN_SCREENSHOT"):
        for item in range(0, len(nbformat.read(LECTURE, as_version=4).cells), 6):
            page.script(f"return {PANEL}.content.scrollToItem({item}, 'smart')")
            page.picture(f"{item:02d}")
