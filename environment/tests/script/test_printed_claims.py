"""Claims in print and on the site: nothing to be seen, but links lead there."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import sample

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from press import collect, script, site

SENTENCE = "Momentum ends lower than plain descent."


def record(name="momentum-wins", held=True):
    """What a claim leaves behind."""
    claim = {"id": name, "sentence": SENTENCE, "held": held}
    data = {"application/vnd.lectern.claim+json": claim} if held else {"text/plain": "No longer holds: " + SENTENCE}
    return sample.display(data, metadata={"lectern": {"claim": claim}})


def lecture(folder, words="Momentum is [faster](#claim-momentum-wins)."):
    book = sample.java_notebook(
        sample.new_markdown_cell("# One\n\n" + words),
        sample.code_cell("int a = 1;", 1, record(), sample.stream("printed")),
    )
    nbformat.write(book, folder / "one.ipynb")
    return folder


def test_print_leads_to_the_cell(tmp_path):
    lecture(tmp_path)
    printed = script.print_script(tmp_path, tmp_path, tmp_path / "out.pdf")
    text = subprocess.run(["pdftotext", printed, "-"], capture_output=True, text=True, check=True).stdout
    assert "Momentum is faster." in text and "printed" in text and "lectern.claim" not in text


def test_the_site_leads_to_the_cell(tmp_path):
    site.write_site(lecture(tmp_path), tmp_path, tmp_path / "site")
    page = (tmp_path / "site" / "one.html").read_text()
    assert '<a href="#one--claim-momentum-wins">faster</a>' in page
    assert page.count('id="one--claim-momentum-wins"') == 1 and "lectern.claim" not in page


def test_a_link_to_a_claim_that_nobody_makes_stops_the_printing(tmp_path):
    lecture(tmp_path, "It is [faster](#claim-nobody).")
    with pytest.raises(SystemExit, match="#claim-nobody, and no cell there claims that"):
        site.write_site(tmp_path, tmp_path, tmp_path / "site")


def test_the_note_of_a_claim_that_failed_is_printed(tmp_path):
    book = sample.java_notebook(sample.new_markdown_cell("# One"), sample.code_cell("a", 1, record(held=False)))
    nbformat.write(book, tmp_path / "one.ipynb")
    [one] = collect.lectures(tmp_path, tmp_path)
    assert len(one.notebook.cells[1].outputs) == 1 and "lectern_claims" not in one.notebook.cells[1].metadata
