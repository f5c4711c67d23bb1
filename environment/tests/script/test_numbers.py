"""Captions, numbers, references and citations, in print and on the site."""

import base64
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import sample
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from press import script, site

BIB = """
@article{first2001, author = {First, Ada}, title = {On {Numbers} \\& References}, journal = {Notes}, year = {2001}}
@book{unread1999, author = {Unread, Bob}, title = {Never Cited}, publisher = {Nobody}, year = {1999}}
"""


def figure(**wish):
    """An output with a figure that says something of itself."""
    bundle = {
        "application/pdf": base64.b64encode(sample.figure_pdf()).decode(),
        "image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' width='320pt' height='200pt'/>",
        "text/plain": "A curve.",
    }
    return sample.display(bundle, metadata={"lectern": wish} if wish else {})


def table():
    return sample.display(
        {"text/latex": r"\begin{tabular}{l}cell\end{tabular}", "text/html": "<table><tr><td>cell</td></tr></table>"}
    )


def lectures(folder, extra=""):
    first = sample.java_notebook(
        sample.new_markdown_cell("# One\n\nSee [Figure](#fig-runge) and [the table](#tab-errors). " + extra),
        sample.code_cell("a", 1, figure(caption="Error of $x^2$ against *degree*.", label="fig-runge")),
        sample.code_cell("b", 2, figure()),
        sample.code_cell("c", 3, figure(caption="Without a label.")),
        sample.code_cell(
            "d", 4, table(), lectern={"caption": "All errors, see [Figure](#fig-runge).", "label": "tab-errors"}
        ),
    )
    second = sample.java_notebook(
        sample.new_markdown_cell(
            "# Two\n\nAs in [Figure](one.ipynb#fig-runge) and [Table](#tab-own), by [First (2001)](sources.bib#first2001)."
        ),
        sample.code_cell("a", 1, table(), lectern={"label": "tab-own", "caption": "Own."}),
    )
    for name, notebook in {"one": first, "two": second}.items():
        nbformat.write(notebook, folder / f"{name}.ipynb")
    (folder / "sources.bib").write_text(BIB)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return lectures(tmp_path_factory.mktemp("numbered"))


@pytest.fixture(scope="module")
def printed(folder):
    return script.print_script(folder, folder, folder / "script.pdf")


def test_print_numbers_by_chapter(printed):
    text = subprocess.run(["pdftotext", "-raw", printed, "-"], capture_output=True, text=True, check=True).stdout
    text = re.sub(r"\s+", " ", text)
    assert "See Figure 1.1 and the table." in text
    assert "Figure 1.1: Error of" in text and "Figure 1.2: Without a label." in text and "Figure 1.3" not in text
    assert "Table 1.1: All errors, see Figure 1.1." in text and "Table 2.1: Own." in text
    assert "As in Figure 1.1 and Table 2.1, by First (2001)." in text
    assert "List of Figures" in text
    assert "On Numbers & References" in text.partition("Bibliography")[2] and "Never Cited" not in text


def test_a_caption_stays_with_its_figure(printed):
    for page in PdfReader(printed).pages:
        text = page.extract_text()
        assert text.count("Figure 1.2: Without") <= text.count("epochsaxis")
        assert "Figure 1.2: Without" not in text or text.index("Figure 1.2: Without") > text.index("epochsaxis")


def test_print_leads_there(printed):
    reader = PdfReader(printed)
    places = [
        annotation.get_object()["/A"]["/D"]
        for page in reader.pages
        for annotation in page.get("/Annots", []) or []
        if annotation.get_object().get("/A", {}).get("/S") == "/GoTo"
    ]
    assert places and all(place in reader.named_destinations for place in places)
    last = len(reader.pages) - 1
    assert "Bibliography" in reader.pages[last].extract_text()
    pages = [reader.get_destination_page_number(reader.named_destinations[place]) for place in places]
    assert pages.count(last) == 2  # from the contents, and from the citation


def test_the_site_numbers_and_leads_there(folder, tmp_path):
    site.write_site(folder, folder, tmp_path / "site")
    one, two, sources = ((tmp_path / "site" / f"{name}.html").read_text() for name in ("one", "two", "bibliography"))
    assert '<figure id="one--fig-runge">' in one and "<strong>Figure 1.1.</strong> Error of <math" in one
    assert '<a href="#one--fig-runge">Figure\u00a01.1</a>' in one and '<a href="#one--tab-errors">the table</a>' in one
    assert "<strong>Table 1.1.</strong> All errors" in one
    assert '<a href="one.html#one--fig-runge">Figure\u00a01.1</a>' in two
    assert '<a href="bibliography.html#ref-first2001">First (2001)</a>' in two
    assert 'id="ref-first2001"' in sources and "Never Cited" not in sources
    assert "bibliography.html" in (tmp_path / "site" / "index.html").read_text()


@pytest.mark.parametrize(
    "words, complaint",
    [
        ("[Figure](#fig-nowhere)", "#fig-nowhere, and nothing there has this label"),
        ("[Nobody](sources.bib#nobody)", "no entry nobody"),
        ("[Nobody](other.bib#nobody)", "does not exist"),
    ],
)
def test_what_leads_nowhere_stops_the_printing(tmp_path, words, complaint):
    with pytest.raises(SystemExit, match=complaint):
        script.print_script(lectures(tmp_path, words), tmp_path, tmp_path / "out.pdf")


def test_a_label_is_given_once_and_says_its_kind(tmp_path):
    for labels, complaint in ((("fig-a", "fig-a"), "given twice"), (("runge", ""), "begins with none of fig-, tab-")):
        cells = [sample.code_cell("a", 1, figure(label=label)) for label in labels]
        nbformat.write(sample.java_notebook(sample.new_markdown_cell("# T"), *cells), tmp_path / "t.ipynb")
        with pytest.raises(SystemExit, match=complaint):
            site.write_site(tmp_path, tmp_path, tmp_path / "site")


def test_the_bibliography_of_the_course_can_be_read():
    from press.sources import Sources, keys

    file = Path(os.fspath(Path(site.__file__).resolve().parents[2] / "notebooks" / "references.bib"))
    sources = Sources()
    for key in keys(file):
        sources.target(f"references.bib#{key}", file.parent)
    assert {key for key, _ in sources.bibliography()} == keys(file)
