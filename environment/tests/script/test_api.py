"""The API pages of the site: one place for every verb, and code that leads there."""

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urldefrag

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell
from sample import code_cell, java_notebook
from test_site import Page

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from press import api, site

ENVIRONMENT = Path(__file__).resolve().parents[2]
STATE = Path(os.environ.get("LECTERN_STATE", ENVIRONMENT.parent / ".lectern"))
STATIC = re.compile(r"^\s+public static (?:final )?(?:synchronized )?.*?(\w+)\(.*\)", re.MULTILINE)
CELLS = {
    "alone": "plot(x, y);\nmean(1, 2);",
    "nested": 'plot(linspace(0, 1, 5), label("a, b (c"));',
    "silent": '// plot(x)\nvar s = "plot(x)"; /* mean(x) */ var t = """\n  mean(x)\n  """;',
    "others": "x.mean(); this.plot(x); var plot = 1; Statistics::mean; new mean();",
    "own": "static double sum(double a) { return a; }\nvar b = sum(2) + mean(3, 4);",
    "magic": "%%bash\nplot(x)",
    "chosen": "int k = switch (n) { default -> { yield mean(1, 2); } };",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The site of one lecture, with the API pages."""
    subprocess.run([ENVIRONMENT / "api.sh"], check=True)
    base, target = tmp_path_factory.mktemp("lectures"), tmp_path_factory.mktemp("site")
    cells = [code_cell(source, number) for number, source in enumerate(CELLS.values(), 1)]
    for name in ("deep/lecture", "lecture"):
        (base / name).parent.mkdir(exist_ok=True)
        nbformat.write(java_notebook(new_markdown_cell("# Verbs"), *cells), base / f"{name}.ipynb")
    site.write_site(base, base, target, pages=STATE / "api")
    return target


@pytest.fixture(scope="module")
def cells(made):
    """The code of the lecture as written, by the name of its cell."""
    text = (made / "deep/lecture.html").read_text(encoding="utf-8")
    return dict(zip(CELLS, re.findall(r'<pre class="input"><code>(.*?)</code>', text, re.DOTALL), strict=True))


def linked(markup: str) -> list[str]:
    return re.findall(r'<a class="verb"[^>]*>(\w+)</a>', markup)


def compiled_verbs() -> set[str]:
    """The names of all verbs, as the compiled classes have them."""
    names, waiting = set(), api.verb_classes()
    while waiting:
        home = Path(os.environ["JAVA_HOME"]) / "bin" if "JAVA_HOME" in os.environ else Path()
        shown = subprocess.run(
            [home / "javap", "-public", "-cp", f"{STATE}/lib/*", waiting.pop()],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        names |= set(STATIC.findall(shown))
        waiting += re.findall(r"class \S+ extends (lectern\.[\w.]+)", shown)
    return names - api.OF_EVERY_ENUM


def test_every_verb_has_a_place(made):
    known = api.verbs(made / "api")
    assert set(known) == compiled_verbs() and len(known) > 250
    pages = {}
    for name, found in known.items():
        for verb in found:
            assert verb.sentence, f"{name}: {verb.address} says nothing"
            address, anchor = urldefrag(verb.address)
            page = pages.setdefault(address, Page(made / "api" / address))
            assert unquote(anchor) in page.ids, verb.address


def test_every_link_from_the_lectures_resolves(made):
    pages = {}
    for lecture in (made / "lecture.html", made / "deep/lecture.html", made / "index.html"):
        links = [link for link in Page(lecture).links if "api/" in link]
        assert links
        for link in links:
            address, anchor = urldefrag(link)
            file = (lecture.parent / unquote(address)).resolve()
            page = pages.setdefault(file, Page(file))
            assert not anchor or unquote(anchor) in page.ids, link


def test_pages_link_to_pages_that_exist(made):
    files = list((made / "api").rglob("*.html"))
    assert len(files) > 150
    broken = {
        f"{file.name}: {link}"
        for file in files
        for link in Page(file).links
        if (address := urldefrag(link)[0])
        and not re.match(r"\w+:", address)
        and not (file.parent / unquote(address)).exists()
    }
    assert not broken


def test_pages_load_nothing_from_elsewhere(made):
    for file in (made / "api").rglob("*.html"):
        assert all("://" not in address for address in Page(file).loads), file


def test_every_page_leads_back(made):
    for file in (made / "api/index.html", made / "api/lectern/plot/Plots.html"):
        assert (made / "index.html").resolve() in [(file.parent / link).resolve() for link in Page(file).links]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("alone", ["plot", "mean"]),
        ("nested", ["plot", "linspace", "label"]),
        ("silent", []),
        ("others", []),
        ("own", ["mean"]),
        ("magic", []),
        ("chosen", ["mean"]),
    ],
)
def test_code_links_its_verbs(cells, cell, names):
    assert linked(cells[cell]) == names


def test_a_link_says_what_the_verb_does(made, cells):
    known = api.verbs(made / "api")
    assert f'title="{known["linspace"][0].sentence}">linspace</a>' in cells["nested"]


@pytest.mark.parametrize(
    ("call", "types"),
    [("plot(x, y)", 2), ("plot(f(1, 2), new int[] {1, 2}, (a, b) -> a)", 3), ("plot()", 0), ('plot("(,")', 1)],
)
def test_arguments_are_counted(call, types):
    assert api.arguments(api.calls_and_names(call, "java")[1:]) == types


def test_of_overloads_the_one_that_fits_is_shown():
    known = {
        "f": [
            api.Verb("f", "A.html#f(int[])", "Many.", 1, True),
            api.Verb("f", "A.html#f(int)", "One.", 1, False),
            api.Verb("f", "A.html#f(int,int,int)", "Three.", 3, False),
        ]
    }
    linker = api.Linker(known, java_notebook(), "java", "lecture")
    chosen = [verb.sentence for source in ("f(1)", "f(1, 2)", "f(1, 2, 3)") for verb in linker.mark(source)[1]]
    assert chosen == ["One.", "Many.", "Three."]


def test_a_site_without_pages_has_no_links(tmp_path):
    nbformat.write(java_notebook(new_markdown_cell("# Verbs"), code_cell("plot(x)", 1)), tmp_path / "a.ipynb")
    site.write_site(tmp_path, tmp_path, tmp_path / "site")
    text = (tmp_path / "site/a.html").read_text(encoding="utf-8")
    assert "api/" not in text and 'class="verb"' not in text and "t-n-Verb" not in text


def test_the_pages_are_written_once():
    subprocess.run([ENVIRONMENT / "api.sh"], check=True)
    written = (STATE / "api/index.html").stat().st_mtime_ns
    said = subprocess.run([ENVIRONMENT / "api.sh"], check=True, capture_output=True, text=True).stdout
    assert (STATE / "api/index.html").stat().st_mtime_ns == written and "writing" not in said
