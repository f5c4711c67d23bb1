"""Captions below figures and tables in JupyterLab, their numbers, and the links of the text that lead there."""

import pytest
from page import CELLS, PANEL
from selenium.webdriver.common.by import By


@pytest.fixture(scope="module")
def page(opened):
    return opened("captions")


def links(page):
    cell = page.script(f"return {CELLS}[0].node")
    return [link.text.replace("\u00a0", " ") for link in cell.find_elements(By.CSS_SELECTOR, "a[href^='#']:not([href^='#claim'])")]


def run(page, index):
    page.script(f"{PANEL}.content.activeCellIndex = {index}")
    page.command("notebook:run-cell")
    page.ended(index)


def test_captions_are_numbered_by_kind_and_drawn_with_their_formulas(page):
    first = page.shown("#fig-first")
    assert first.text.startswith("Figure 1. The first curve,")
    page.wait("formula", lambda: first.find_elements(By.CSS_SELECTOR, "mjx-container, .katex, math"))
    assert first.find_element(By.CSS_SELECTOR, "em").text == "first"
    assert page.shown("#tab-one").text == "Table 1. Numbers."


def test_the_text_gets_the_numbers_and_keeps_words_of_its_own(page):
    # Nothing is shown by the last cell before it ran, so nothing has its number yet.
    page.wait("number of the table", lambda: links(page) == ["Figure", "Table 1", "this curve"])
    run(page, 4)
    page.wait("number of the figure", lambda: links(page) == ["Figure 2", "Table 1", "this curve"])
    assert page.shown("#fig-second").text == "Figure 2. The second."
    page.picture("captions")


@pytest.mark.parametrize("anchor", ["fig-second", "claim-rises"])
def test_a_link_leads_to_what_it_names(page, anchor):
    if anchor == "claim-rises":
        run(page, 3)
        page.wait("place of the claim", lambda: page.all(f"#{anchor}"))
    page.script(f"{PANEL}.content.scrollToItem(0)")
    page.script(f"{CELLS}[0].node.querySelector('a[href=\"#{anchor}\"]').click()")
    page.wait(
        "it in view",
        lambda: page.script(
            "const box = document.getElementById(arguments[0]).getBoundingClientRect();"
            "return box.top >= 0 && box.bottom <= window.innerHeight",
            anchor,
        ),
    )


def test_a_caption_stays_single_and_goes_with_its_output(page):
    run(page, 4)
    page.wait("figure again", lambda: len(page.all("#fig-second")) == 1)
    page.script(f"{PANEL}.content.activeCellIndex = 4")
    page.command("notebook:clear-cell-output")
    page.wait("no caption", lambda: not page.all("#fig-second"))
    page.wait("no number", lambda: links(page)[0] == "Figure")
    assert page.all("#fig-first")
