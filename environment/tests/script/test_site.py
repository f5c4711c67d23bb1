"""The web site: pages, links that lead somewhere, nothing loaded from elsewhere."""

import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from press import site


class Page(HTMLParser):
    """Identifiers, links and loaded addresses of a page."""

    def __init__(self, file: Path):
        super().__init__()
        self.ids, self.links, self.loads = set(), [], []
        self.text = file.read_text(encoding="utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if "src" in values or tag == "link":
            self.loads.append(values.get("src") or values["href"])


@pytest.fixture(scope="module")
def pages(folders, tmp_path_factory):
    target = tmp_path_factory.mktemp("site")
    site.write_site(*folders, target)
    return {file.relative_to(target).as_posix(): Page(file) for file in target.rglob("*.html")}, target


def test_pages(pages):
    assert sorted(pages[0]) == ["index.html", "other/second.html", "start/first.html"]
    index = pages[0]["index.html"].text
    assert index.index("First lecture: nets &amp; co. — an overview") < index.index("Second lecture 😀 with code")


def test_every_link_leads_somewhere(pages):
    found, target = pages
    for name, page in found.items():
        for link in page.links:
            address, anchor = urldefrag(link)
            if "://" in address:
                continue
            other = name if not address else (target / name).parent.joinpath(unquote(address)).resolve()
            other = name if not address else other.relative_to(target.resolve()).as_posix()
            if address.endswith(".ipynb"):
                assert (target / other).is_file(), f"{name}: {link}"
                continue
            assert other in found, f"{name}: {link}"
            assert not anchor or anchor in found[other].ids, f"{name}: {link}"


def test_parts_lectures_and_neighbours(pages):
    index, first, second = (pages[0][name].text for name in ("index.html", "start/first.html", "other/second.html"))
    assert index.index("<h2>Beginnings</h2>") < index.index("First lecture") < index.index("<h2>More</h2>")
    assert 'href="../other/second.html">2 Second lecture' in first and 'aria-current="page">1 First lecture' in first
    assert 'rel="next" href="../other/second.html"' in first and 'rel="prev"' not in first
    assert 'rel="prev" href="../start/first.html"' in second and 'rel="next"' not in second


def test_the_notebook_can_be_had(pages, folders):
    assert 'href="first.ipynb" download' in pages[0]["start/first.html"].text
    assert (pages[1] / "start/first.ipynb").read_bytes() == (folders[0] / "start/first.ipynb").read_bytes()


def test_the_first_link_leads_to_the_text(pages):
    for page in pages[0].values():
        assert page.links[0] == "#content" and "content" in page.ids


def test_every_section_can_be_searched(pages):
    _, target = pages
    script = (target / "sections.js").read_text(encoding="utf-8")
    listed = json.loads(script.removeprefix("window.LECTERN_SECTIONS = ").rstrip(";\n"))
    assert [entry["id"] for entry in listed] == list(range(len(listed)))
    table = next(entry for entry in listed if entry["section"] == "3 A table" and entry["url"].startswith("other/"))
    assert table["lecture"].startswith("Second lecture") and "Same heading as in the other lecture." in table["text"]
    texts = " ".join(entry["text"] for entry in listed)
    assert "record Point(double x, double y)" in texts and "It stands here." in texts
    assert "<span" not in texts and "<div" not in texts and "base64" not in texts
    assert (target / "minisearch.js").stat().st_size > 10_000


def test_figures_of_several_panels_are_told_from_others():
    svg = "<svg xmlns='x' width='648pt' height='216pt' stroke-width='1'>"
    assert site.is_wide(svg) and not site.is_wide(svg.replace("648", "460"))


def test_a_comment_at_the_end_of_a_cell_is_a_comment():
    assert site.code("int n = 2; // with other seeds", "java").endswith('<span class="t-c1">// with other seeds</span>')


def test_tables_scroll_and_have_no_empty_headings(pages):
    text = pages[0]["start/first.html"].text
    main = text[text.index("<main") :]
    assert main.count("<table") == main.count('<div class="scroll"><table') + main.count(
        '<div class="output html"><table'
    )
    assert (
        site.table_output('<tr><th style="text-align:left"></th><th>mean</th></tr>')
        == "<tr><td></td><th>mean</th></tr>"
    )


def test_nothing_is_loaded_from_elsewhere(pages):
    for page in pages[0].values():
        assert all("://" not in address for address in page.loads)


@pytest.mark.parametrize(
    "words",
    [
        '<span class="t-kd">record</span>',
        "<math",
        "<td>radius</td>",
        'src="data:image/svg+xml;base64,',
        'src="data:image/png;base64,',
        "epoch 3 done",
        '<span class="ansi-green">green</span>',
        "IllegalArgumentException",
        "│α │β₁│",
        "<strong>displayed</strong>",
    ],
)
def test_first_page_shows(pages, words):
    assert words in pages[0]["start/first.html"].text


def test_first_page_hides(pages):
    text = pages[0]["start/first.html"].text
    assert "hiddenoutput" not in text and "epoch 1" not in text and "\x1b" not in text
    assert re.search(r"\bFigure\[1\]", text.replace('alt="Figure[1]"', "")) is None
