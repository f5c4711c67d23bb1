"""JupyterLab as `make lab` starts it, and a browser to look at it."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import page
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from selenium import webdriver

ROOT = Path(__file__).resolve().parents[3]
LECTURE = ROOT / "notebooks/start/first-lecture.ipynb"
JAVA = {
    "kernelspec": {"name": "lectern", "language": "java", "display_name": "Java (Lectern)"},
    "language_info": {"name": "java"},
}
SVG = "<svg width='768' height='200' viewBox='0 0 768 200'><path d='M0 0L768 200' stroke='red'/></svg>"
NOTEBOOKS = {
    "browser": [
        new_markdown_cell("# In the browser\n\nWith a formula $e^{i\\pi}$."),
        new_code_cell('System.out.println("printed " + (20 + 22));'),
        new_code_cell("var numbers = java.util.List.of(3, 1, 2);\nnumbers.stream().sorted().toList()"),
        new_code_cell('throw new IllegalStateException("on purpose");', metadata={"tags": ["raises-exception"]}),
    ],
    "typing": [new_code_cell("")],
    "looks": [new_code_cell("")],
    "debugger": [new_code_cell("")],
    "widgets": [new_code_cell("")],
    "captions": [
        new_markdown_cell(
            "[Figure](#fig-second) comes later, [Table](#tab-one) before it, [this curve](#fig-first) has words of its own;"
            " [it rises](#claim-rises)."
        ),
        new_code_cell(
            "plot(x, y)",
            metadata={"lectern": {"caption": "The *first* curve, $x^2$.", "label": "fig-first"}},
            outputs=[new_output("display_data", {"image/svg+xml": SVG, "text/plain": "A line."})],
        ),
        new_code_cell(
            "rows",
            metadata={"lectern": {"caption": "Numbers.", "label": "tab-one"}},
            outputs=[new_output("display_data", {"text/html": "<table><tr><td>1</td></tr></table>", "text/plain": "1"})],
        ),
        new_code_cell('claim("rises", "The curve rises.", () -> 2 > 1);'),
        new_code_cell("plot(linspace(0, 1, 5))", metadata={"lectern": {"caption": "The second.", "label": "fig-second"}}),
    ],
    "pictures": [
        new_code_cell(
            "plot(x, y)",
            outputs=[
                new_output(
                    "display_data",
                    {"image/svg+xml": SVG, "text/plain": "A line."},
                    metadata={"lectern": {"caption": "From corner to corner.", "label": "fig-corner"}},
                )
            ],
        )
    ],
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The folder that JupyterLab shows: small notebooks for the tests, and the lectures."""
    folder = tmp_path_factory.mktemp("note books")
    for name, cells in NOTEBOOKS.items():
        nbformat.write(new_notebook(cells=cells, metadata=JAVA), folder / f"{name}.ipynb")
    shutil.copy(LECTURE, folder / "lecture.ipynb")
    shutil.copytree(ROOT / "notebooks", folder / "course", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    return folder


@pytest.fixture(scope="session")
def lab(folder, tmp_path_factory):
    """The address of JupyterLab, with its token, on a folder of its own."""
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
    try:
        while not address:
            assert server.poll() is None and time.monotonic() - started < page.PATIENCE, log.read_text()
            time.sleep(0.1)
            address = re.search(r"http://127\.0\.0\.1:\d+/lab\?token=\w+", log.read_text())
        print(f"JupyterLab answered after {time.monotonic() - started:.1f} s", file=sys.stderr)
        yield address.group()
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


@pytest.fixture(scope="session")
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
    driver.set_page_load_timeout(page.PATIENCE)
    driver.set_script_timeout(page.PATIENCE)
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def opened(lab, browser):
    """Opens one of the notebooks and waits for its kernel."""
    return lambda name: page.Page(browser, lab, name)
