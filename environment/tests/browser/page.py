"""A notebook in JupyterLab as a person uses it: types, presses keys, clicks, looks.

Every wait ends after PATIENCE seconds in a failure that says what was missing.
"""

import os

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

PATIENCE = 240
PANEL = "jupyterapp.shell.currentWidget"
CELLS = f"{PANEL}.content.widgets"

# How well text can be read: the contrast of the W3C's accessibility guidelines, of every text within an element.
CONTRAST = """
const channels = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
const luminance = rgb => rgb.slice(0, 3).map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
function background(node) {
    for (; node; node = node.parentElement) {
        const colour = channels(getComputedStyle(node).backgroundColor);
        if (colour.length === 3 || colour[3] > 0.5) return colour;
    }
    return [255, 255, 255];
}
const walker = document.createTreeWalker(arguments[0], NodeFilter.SHOW_TEXT), found = [];
while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !parent.getClientRects().length || parent.closest('style')) continue;
    // JupyterLab's own red on its own ground for errors, as for every kernel: the theme's to choose.
    if (parent.closest('.ansi-red-intense-fg')) continue;
    const pair = [channels(getComputedStyle(parent).color), background(parent)].map(luminance).sort((a, b) => b - a);
    found.push([walker.currentNode.data.trim().slice(0, 40), (pair[0] + 0.05) / (pair[1] + 0.05)]);
}
return found;
"""


class Page:
    def __init__(self, browser, lab, name):
        self.browser = browser
        self.name = name
        address, token = lab.split("/lab?")
        browser.get(f"{address}/lab/tree/{name}.ipynb?reset&{token}")
        self.wait("the kernel's name", lambda: "Java (Lectern)" in self.one(".jp-NotebookPanel-toolbar").text)
        self.wait_for_kernel()

    # What is on the page.

    def wait(self, what, condition):
        """Waits until the condition holds and gives what it gave; an element that is not there yet counts as no."""
        message = f"{self.name}: no {what} after {PATIENCE} s"
        return WebDriverWait(self.browser, PATIENCE, 0.1, ignored_exceptions=(Exception,)).until(
            lambda _: condition(), message
        )

    def script(self, code, *arguments):
        return self.browser.execute_script(code, *arguments)

    def all(self, css):
        return self.browser.find_elements(By.CSS_SELECTOR, css)

    def one(self, css):
        return self.browser.find_element(By.CSS_SELECTOR, css)

    def shown(self, css):
        """The element once it can be seen."""
        return self.wait(css, lambda: next(each for each in self.all(css) if each.is_displayed()))

    def picture(self, name):
        """A screenshot, where the variable LECTERN_SCREENSHOT says how their names begin."""
        if keep := os.environ.get("LECTERN_SCREENSHOT"):
            self.browser.save_screenshot(f"{keep}-{self.name}-{name}.png")

    def contrasts(self, element):
        """Every text within an element with its contrast to what is behind it; 1 cannot be seen, 21 is black on white."""
        return self.script(CONTRAST, element)

    # What a person does.

    def command(self, name, **arguments):
        """A command of the menus, by its name."""
        self.browser.execute_async_script(
            "const done = arguments[2];"
            "jupyterapp.commands.execute(arguments[0], arguments[1]).then(() => done(null), e => done(String(e)))",
            name,
            arguments,
        )

    def keys(self, *keys):
        webdriver.ActionChains(self.browser).send_keys(*keys).perform()

    def press(self, modifier, key):
        webdriver.ActionChains(self.browser).key_down(modifier).send_keys(key).key_up(modifier).perform()

    def click(self, css):
        self.shown(css).click()

    def new_cell(self):
        """An empty cell at the end with the cursor in it; gives its number."""
        index = self.script(
            f"const book = {PANEL}.content; book.activeCellIndex = book.widgets.length - 1;"
            "return book.activeCell.model.sharedModel.getSource() === '' && !book.activeCell.model.executionCount"
            " ? book.activeCellIndex : -1"
        )
        if index < 0:
            self.command("notebook:insert-cell-below")
            index = self.script(f"return {PANEL}.content.activeCellIndex")
        self.command("notebook:enter-edit-mode")
        self.wait("cursor", lambda: self.script(f"return {CELLS}[{index}].editor.hasFocus()"))
        return index

    def menu(self):
        """Presses Tab until a menu of completions opens, as one does when the first time it came too late."""

        def items():
            return [each for each in self.all(".jp-Completer-item") if each.is_displayed()]

        def opened():
            if not items():
                self.keys(Keys.TAB)
                WebDriverWait(self.browser, 6, 0.1, ignored_exceptions=(Exception,)).until(lambda _: items())
            return True

        self.wait("completions", opened)
        return {
            each.find_element(By.CSS_SELECTOR, ".jp-Completer-match").text: each.find_element(
                By.CSS_SELECTOR, ".jp-Completer-typeExtended"
            ).text
            for each in items()
        }

    def write(self, code):
        """Puts text of several lines into a new cell at once; typing it would fight with the editor's indenting."""
        index = self.new_cell()
        self.script(f"{CELLS}[{index}].model.sharedModel.setSource(arguments[0])", code)
        return index

    def empty(self, index):
        self.script(f"{CELLS}[{index}].model.sharedModel.setSource('')")

    def source(self, index):
        return self.script(f"return {CELLS}[{index}].model.sharedModel.getSource()")

    def start(self, code):
        """Runs code in a new cell by Shift-Enter; gives the cell's number."""
        index = self.write(code)
        self.press(Keys.SHIFT, Keys.ENTER)
        return index

    def run(self, code):
        """Runs code in a new cell and waits for its end; gives the element with its output."""
        return self.ended(self.start(code))

    def ended(self, index):
        self.wait(f"end of cell {index}", lambda: self.script(f"return {CELLS}[{index}].model.executionCount"))
        return self.output(index)

    def output(self, index):
        """What stands below a cell; it is brought into view, since JupyterLab draws only what is."""
        self.script(f"return {PANEL}.content.scrollToItem({index}, 'smart')")
        return self.wait(
            f"cell {index} on the page",
            lambda: self.script(f"return {CELLS}[{index}].node.querySelector('.jp-Cell-outputArea')"),
        )

    def text(self, index, expected):
        """Waits for a text below a cell."""
        self.wait(f"{expected!r} below cell {index}", lambda: expected in self.output(index).text)
        return self.output(index).text

    def wait_for_kernel(self):
        self.wait(
            "kernel",
            lambda: self.script(
                f"const s = {PANEL}.sessionContext; return s.isReady && s.session?.kernel?.status === 'idle'"
            ),
        )
