"""Figures in JupyterLab: as wide as there is room, shown before the notebook is trusted, and told to who cannot see."""

import pytest
from page import PANEL
from selenium.webdriver.common.by import By

WIDE = "figure(1, 2).size(8, 3)"


@pytest.fixture(scope="module")
def page(opened, browser):
    page = opened("pictures")
    yield page
    browser.set_window_size(1300, 1400)


def shown(page, index):
    """The picture below a cell once it is loaded."""

    def loaded():
        image = page.output(index).find_element(By.CSS_SELECTOR, "img")
        return image if page.script("return arguments[0].naturalWidth", image) else None

    return page.wait(f"picture below cell {index}", loaded)


def test_a_saved_figure_shows_in_a_notebook_that_is_not_trusted(page):
    assert page.script(f"return {PANEL}.content.widgets[0].model.trusted") is False
    picture = shown(page, 0)
    assert picture.size["width"] == 768
    assert picture.get_attribute("alt") == "A line."
    caption = page.shown("#fig-corner")
    assert caption.text == "Figure 1. From corner to corner."
    assert caption.location["y"] > picture.location["y"]


@pytest.mark.parametrize("width", [1300, 900, 600])
def test_a_figure_fits_the_page(page, width):
    index = page.start(WIDE)
    page.ended(index)
    page.browser.set_window_size(width, 1400)
    picture = shown(page, index)
    room = page.output(index).find_element(By.CSS_SELECTOR, ".jp-OutputArea-output")
    page.wait(
        "fitting picture", lambda: picture.rect["x"] + picture.size["width"] <= room.rect["x"] + room.size["width"]
    )
    assert picture.size["width"] == pytest.approx(min(768, room.size["width"]), abs=20)
    assert picture.size["width"] / picture.size["height"] == pytest.approx(8 / 3, rel=0.02)
    assert page.script("return arguments[0].scrollWidth <= arguments[0].clientWidth + 1", room)
    assert "Figure" in picture.get_attribute("alt")
    page.picture(str(width))
