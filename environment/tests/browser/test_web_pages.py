"""The web site in a browser, opened from a disk: narrow and wide, by keyboard, in the light and in the dark."""

import importlib.util
import sys

import nbformat
import pytest
from conftest import ROOT
from page import CONTRAST
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

sys.path.insert(0, str(ROOT / "environment"))

from press import site

WIDE_SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='648pt' height='216pt' viewBox='0 0 648 216'/>"
# Boxes that scroll and that the Tab key does not reach.
UNREACHED = """
return [...document.querySelectorAll('main *')].filter(box => {
    const style = getComputedStyle(box), may = value => value === 'auto' || value === 'scroll';
    return ((may(style.overflowX) && box.scrollWidth > box.clientWidth + 1)
        || (may(style.overflowY) && box.scrollHeight > box.clientHeight + 1)) && box.tabIndex < 0;
}).map(box => box.outerHTML.slice(0, 120));
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The site of two lectures with everything that is hard to show."""
    place = importlib.util.spec_from_file_location("sample", ROOT / "environment/tests/script/sample.py")
    sample = importlib.util.module_from_spec(place)
    place.loader.exec_module(sample)
    base, target = tmp_path_factory.mktemp("lectures"), tmp_path_factory.mktemp("site")
    first = sample.first()
    first.cells += [
        sample.new_markdown_cell("| " + " | ".join(f"column {i}" for i in range(12)) + " |\n" + "|---" * 12 + "|\n"),
        sample.code_cell(
            "panels", 20, sample.display({"image/svg+xml": WIDE_SVG, "text/plain": "Figure of 3 panels."})
        ),
        sample.code_cell(
            "table", 21, sample.display({"text/html": f"<table><tr><th></th>{'<th>wide head</th>' * 20}</tr></table>"})
        ),
    ]
    for name, notebook in {"first": first, "second": sample.second()}.items():
        nbformat.write(notebook, base / f"{name}.ipynb")
    site.write_site(base, base, target)
    return target


@pytest.fixture
def show(browser, pages):
    """Opens a page in a window of a given width."""

    def shown(name, width):
        browser.set_window_size(width, 900)
        if width < 500:  # a window of the desktop cannot be that narrow
            metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": True}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        browser.get((pages / name).as_uri())
        return browser

    yield shown
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.set_window_size(1300, 1400)


@pytest.mark.parametrize("width", [390, 700, 1300])
@pytest.mark.parametrize("name", ["index.html", "first.html", "second.html"])
def test_a_page_fits_its_window_and_all_that_scrolls_can_be_reached(show, name, width):
    page = show(name, width)
    assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    assert page.execute_script(UNREACHED) == []
    assert page.execute_script("return [...document.images].filter(image => !image.alt).length") == 0
    assert (
        page.execute_script("return [...document.querySelectorAll('th')].filter(th => !th.innerText.trim()).length")
        == 0
    )


def test_panels_side_by_side_keep_their_size_on_a_phone(show):
    page = show("first.html", 390)
    picture = page.find_element(By.CSS_SELECTOR, "img.wide")
    assert picture.size["width"] > 500
    box = picture.find_element(By.XPATH, "..")
    assert box.size["width"] < 390 and box.get_attribute("tabindex") == "0"


def test_a_word_is_found_by_the_keyboard(show):
    page = show("second.html", 1300)
    page.find_element(By.ID, "search").send_keys("record Point")
    hit = WebDriverWait(page, 20).until(lambda _: page.find_elements(By.CSS_SELECTOR, "#found a"))[0]
    assert "First lecture" in hit.text
    page.find_element(By.ID, "search").send_keys(Keys.ENTER)
    WebDriverWait(page, 20).until(lambda _: "/first.html#" in page.current_url)


def test_a_word_that_is_nowhere_is_said_to_be(show):
    page = show("index.html", 1300)
    page.find_element(By.ID, "search").send_keys("zyzzyva")
    found = page.find_element(By.ID, "found")
    WebDriverWait(page, 20).until(lambda _: found.text == "nothing found")


def test_code_is_copied(show):
    page = show("first.html", 1300)
    page.execute_script("navigator.clipboard.writeText = async text => { window.copied = text; }")
    button = page.find_element(By.CSS_SELECTOR, ".cell .copy")
    page.execute_script("arguments[0].focus()", button)
    button.send_keys(Keys.ENTER)
    WebDriverWait(page, 20).until(lambda _: button.text == "copied")
    code = page.find_element(By.CSS_SELECTOR, ".cell pre.input").text
    assert page.execute_script("return window.copied").strip() == code.strip() and "record Point" in code


def test_the_first_key_offers_to_skip_to_the_text(show):
    page = show("first.html", 1300)
    page.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert page.switch_to.active_element.text == "Skip to the text"
    page.switch_to.active_element.send_keys(Keys.ENTER)
    WebDriverWait(page, 20).until(lambda _: page.switch_to.active_element.get_attribute("id") == "content")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everything_can_be_read(show, theme):
    page = show("first.html", 1300)
    page.execute_script("document.documentElement.dataset.theme = arguments[0]", theme)
    found = page.execute_script(CONTRAST, page.find_element(By.TAG_NAME, "body"))
    assert [each for each in found if each[1] < 4.5] == []
