"""JupyterLab in a real browser: open a notebook, run it, look at what it shows."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

ROOT = Path(__file__).resolve().parents[3]
LECTURE = ROOT / "notebooks/start/first-lecture.ipynb"
PATIENCE = 90
NOTEBOOK_PANEL = "jupyterapp.shell.currentWidget"

NOTEBOOK = new_notebook(
    cells=[
        new_markdown_cell("# In the browser\n\nWith a formula $e^{i\\pi}$."),
        new_code_cell('System.out.println("printed " + (20 + 22));'),
        new_code_cell("var numbers = java.util.List.of(3, 1, 2);\nnumbers.stream().sorted().toList()"),
        new_code_cell('throw new IllegalStateException("on purpose");', metadata={"tags": ["raises-exception"]}),
    ],
    metadata={
        "kernelspec": {"name": "lectern", "language": "java", "display_name": "Java (Lectern)"},
        "language_info": {"name": "java"},
    },
)


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """JupyterLab as `make lab` starts it, on a folder of its own; gives the address with the token."""
    folder = tmp_path_factory.mktemp("note books")
    nbformat.write(NOTEBOOK, folder / "browser.ipynb")
    shutil.copy(LECTURE, folder / "lecture.ipynb")
    log = tmp_path_factory.mktemp("log") / "lab.log"
    variables = {**os.environ, "LECTERN_NOTEBOOKS": str(folder), "HOME": str(tmp_path_factory.mktemp("home"))}
    # The tests below JUPYTER_* of whoever runs them would bring settings of another server.
    variables = {name: value for name, value in variables.items() if not name.startswith("JUPYTER_")}
    with log.open("w") as out:
        server = subprocess.Popen(
            # The application object is on the page for tests only.
            [ROOT / "environment/lab.sh", "--no-browser", "--port=0", "--LabApp.expose_app_in_browser=True"],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=variables,
            start_new_session=True,
        )
    started = time.monotonic()
    address = None
    while not address:
        assert server.poll() is None and time.monotonic() - started < PATIENCE, log.read_text()
        time.sleep(0.1)
        address = re.search(r"http://127\.0\.0\.1:\d+/lab\?token=\w+", log.read_text())
    print(f"JupyterLab answered after {time.monotonic() - started:.1f} s", file=sys.stderr)
    yield address.group()
    os.killpg(server.pid, signal.SIGTERM)
    server.wait(timeout=30)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    options = webdriver.ChromeOptions()
    for argument in (
        "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking "
        "--disable-component-update --disable-sync --no-first-run --window-size=1300,1400"
    ).split():
        options.add_argument(argument)
    options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('profile')}")
    options.set_capability("goog:loggingPrefs", {"browser": "SEVERE"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    driver.set_page_load_timeout(PATIENCE)
    yield driver
    driver.quit()


def wait_for(browser, condition, what: str):
    return WebDriverWait(browser, PATIENCE, ignored_exceptions=(Exception,)).until(condition, what)


def toolbar(browser) -> str:
    return browser.find_element(By.CSS_SELECTOR, ".jp-NotebookPanel-toolbar").text


def outputs(browser) -> list[str]:
    return [element.text for element in browser.find_elements(By.CSS_SELECTOR, ".jp-OutputArea-output")]


@pytest.fixture(scope="module")
def executed(lab, browser):
    """The notebook opened, and run by the keyboard cell after cell."""
    address, token = lab.split("/lab?")
    browser.get(f"{address}/lab/tree/browser.ipynb?{token}")
    wait_for(browser, lambda b: len(b.find_elements(By.CSS_SELECTOR, ".jp-Notebook .jp-Cell")) == 4, "four cells")
    wait_for(
        browser,
        lambda b: "Java (Lectern)" in b.find_element(By.CSS_SELECTOR, ".jp-NotebookPanel-toolbar").text,
        "kernel",
    )
    cell = browser.find_elements(By.CSS_SELECTOR, ".jp-Notebook .jp-Cell")[0]
    cell.click()
    for _ in range(4):
        webdriver.ActionChains(browser).key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(Keys.SHIFT).perform()
        time.sleep(0.3)
    wait_for(browser, lambda b: any("IllegalStateException" in text for text in outputs(b)), "the last output")
    return browser


def test_output_of_cells(executed):
    texts = outputs(executed)
    assert "printed 42" in texts[0]
    assert "[1, 2, 3]" in texts[1]
    assert "on purpose" in texts[2]


def test_formula_is_set(executed):
    assert executed.find_elements(By.CSS_SELECTOR, ".jp-MarkdownOutput mjx-container, .jp-MarkdownOutput .MathJax")


def test_code_is_highlighted_as_java(executed):
    spans = executed.find_elements(By.CSS_SELECTOR, ".jp-CodeCell .cm-line span")
    assert {"throw", "new"} <= {span.text for span in spans}


def test_nothing_wrong_in_the_console(executed):
    messages = [entry["message"] for entry in executed.get_log("browser")]
    assert not [text for text in messages if "favicon" not in text], messages


def test_first_lecture_runs_from_top_to_bottom(lab, browser):
    address, token = lab.split("/lab?")
    browser.get(f"{address}/lab/tree/lecture.ipynb?reset&{token}")
    wait_for(browser, lambda b: "Java (Lectern)" in toolbar(b), "the kernel's name")
    wait_for(browser, lambda b: b.execute_script(f"return {NOTEBOOK_PANEL}.sessionContext.isReady"), "the kernel")
    browser.execute_script("jupyterapp.commands.execute('notebook:run-all-cells')")
    cells = sum(cell.cell_type == "code" for cell in nbformat.read(LECTURE, as_version=4).cells)
    # JupyterLab draws only the cells in view, so its model is asked, not the page.
    executed = f"""return [...{NOTEBOOK_PANEL}.content.model.cells].filter(c => c.executionCount).length"""
    wait_for(browser, lambda b: b.execute_script(executed) == cells, f"{cells} executed cells")
    kinds = browser.execute_script(
        f"return [...{NOTEBOOK_PANEL}.content.model.cells].flatMap(c => c.outputs ? c.outputs.toJSON() : [])"
        ".flatMap(o => [o.output_type, ...Object.keys(o.data || {})])"
    )
    assert "error" not in kinds
    assert kinds.count("image/svg+xml") >= 4 and "text/html" in kinds
    browser.execute_script(f"{NOTEBOOK_PANEL}.content.scrollToItem(20)")
    wait_for(
        browser,
        lambda b: b.find_elements(By.CSS_SELECTOR, ".jp-OutputArea-output img, .jp-OutputArea-output svg"),
        "img",
    )
    if keep := os.environ.get("LECTERN_SCREENSHOT"):
        for item in range(0, len(nbformat.read(LECTURE, as_version=4).cells), 6):
            browser.execute_script(f"{NOTEBOOK_PANEL}.content.scrollToItem({item}, 'smart')")
            time.sleep(1)
            browser.save_screenshot(f"{keep}-{item:02d}.png")
