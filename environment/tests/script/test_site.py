"""The web site: pages, links that lead somewhere, nothing loaded from elsewhere."""

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
            assert other in found, f"{name}: {link}"
            assert not anchor or anchor in found[other].ids, f"{name}: {link}"


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
