"""The help key and the API pages of the site say the same of a verb."""

import html
import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]
VERBS = {
    "hist": "plot/SeriesPlots",
    "dendrogram": "plot/learning/LearningPlots",
    "display": "notebook/Cells",
    "readCsvText": "data/Csv",
    "groupBy": "data/Tables",
    "crossEntropy": "nn/Losses",
    "study": "study/Studies",
    "adam": "optim/Optimizers",
    "jacobian": "grad/Derivatives",
    "solve": "tensor/Linalg",
    "share": "tensor/Statistics",
}


@pytest.fixture(scope="module")
def pages():
    """The folder of the API pages, written where they are old."""
    subprocess.run([ROOT / "environment/api.sh"], check=True)
    return Path(os.environ.get("LECTERN_STATE", ROOT / ".lectern")) / "api"


def words(markup: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", markup))).strip()


def said(section: str) -> list[str]:
    """What a page says of one method, piece by piece: sentences, lines of the example, parameters, result, errors."""
    block = re.search(r'<div class="block">(.*?)(?=<dl class="notes">|</section>)', section, re.DOTALL)[1]
    example = re.search(r'<pre class="snippet".*?</pre>', block, re.DOTALL)
    pieces = [words(block.split('<div class="snippet-container">')[0])]
    if example:
        pieces += [words(line) for line in example[0].splitlines()]
    for note in re.findall(r"<dd>(.*?)</dd>", section, re.DOTALL):
        pieces += words(note).split(" - ", 1)
    return [piece for piece in pieces if piece]


@pytest.mark.parametrize("verb, page", VERBS.items())
def test_help_says_what_the_page_says(kernel, pages, verb, page):
    payload = kernel.cell("?" + verb).reply["content"]["payload"]
    help_ = words(html.escape(payload[0]["data"]["text/plain"]))
    text = (pages / "lectern" / f"{page}.html").read_text(encoding="utf-8")
    sections = re.findall(rf'<section class="detail" id="{verb}\(.*?</section>', text, re.DOTALL)
    described = [pieces for section in sections if (pieces := said(section)) and pieces[0] in help_]
    assert len(described) == 1, f"{len(sections)} methods of the page, help: {help_}"
    assert len(described[0]) > 3
    assert [piece for piece in described[0] if piece not in help_] == []
