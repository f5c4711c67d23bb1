"""The printed script, on lectures with everything that is hard to print."""

import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import sample

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from press import script


@pytest.fixture(scope="session")
def printed(folders, tmp_path_factory):
    target = tmp_path_factory.mktemp("dist") / "script.pdf"
    log = subprocess.run(
        [sys.executable, "-m", "press.script", "--target", target, "--notebooks", folders[0], "--executed", folders[1]],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert log.returncode == 0, log.stdout + log.stderr
    if keep := os.environ.get("LECTERN_KEEP_PDF"):
        Path(keep).write_bytes(target.read_bytes())
    return target, log


@pytest.fixture(scope="session")
def text(printed):
    return subprocess.run(["pdftotext", "-layout", printed[0], "-"], capture_output=True, text=True, check=True).stdout


def test_says_what_it_printed_and_has_nothing_to_complain(printed):
    _, log = printed
    assert re.search(r"script\.pdf: \d+ pages, 2 lectures", log.stdout)
    assert log.stderr == ""


def test_title_contents_numbers(text):
    pages = text.split("\f")
    assert "Machine Learning in Java" in pages[0]
    assert "Contents" in pages[1] and re.search(r"First lecture: nets & co\. — an overview\s+1", pages[1])
    assert "1.1 A table" in re.sub(r" +", " ", pages[1]) and "2.1 A table" in re.sub(r" +", " ", pages[1])
    assert "Second lecture" in pages[1]
    assert re.search(r"First lecture: nets & co.*\s2\n", pages[3])


@pytest.mark.parametrize(
    "words",
    [
        "α, β → γ, x₁² ≤ ∞, Ω ∈ ℝ, ✓ and ✗",
        "// hyper-parameters: learning rate α, width ℓ₁, x² → ∂f/∂x ≤ ∞",
        'equals("it\'s \\"quoted\\" & 100% #1 ~^{}_$")',
        "public static <T extends Number> List<T> fit(Map<String, List<T>> data, String name) {",
        "│α │β₁│",
        "└──┴──┘",
        "inline_code(x -> x + 1)",
        "It stands here.",
        "return x ** 2 # Python, for comparison",
        "epoch 3 done",
        "green and plain",
        "IllegalArgumentException: matmul of shapes (3, 4) and (3, 5)",
        "14.127",
        "epochsaxis",
        "displayed markdown",
        "row 299",
        'echo "not java" | wc -c',
        "(250 lines left out in print)",
    ],
)
def test_is_in_print(text, words):
    assert words in re.sub(r" +", " ", text)


@pytest.mark.parametrize("words", ["hiddenoutput", "epoch 1", "svgfigure", "Figure[1]", "row 100\n", "[32m", "\\"])
def test_is_not_in_print(text, words):
    assert words not in text.replace('\\"', "").replace('"block\\n"', "")


def test_figure_stays_vectors_and_pictures_are_few(printed):
    images = subprocess.run(["pdfimages", "-list", printed[0]], capture_output=True, text=True, check=True).stdout
    assert len(images.splitlines()) - 2 == 1, images


def test_fonts_are_embedded(printed):
    fonts = subprocess.run(["pdffonts", printed[0]], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    ours = [line for line in fonts if "Helvetica" not in line]
    assert any("Pagella" in line for line in ours) and any("DejaVuSansMono" in line for line in ours)
    assert all(re.search(r"\byes\s+(yes|no)\s+(yes|no)\s", line) for line in ours), fonts


def test_links(printed):
    from pypdf import PdfReader

    reader = PdfReader(printed[0])
    targets, inner = set(), 0
    for page in reader.pages:
        for annotation in page.get("/Annots", []) or []:
            action = annotation.get_object().get("/A", {})
            if "/URI" in action:
                targets.add(action["/URI"])
            inner += action.get("/S") == "/GoTo"
    assert targets == {"https://example.org/a_b?c=d&e=100%25"}
    assert inner == 4 + 1 + 2  # contents, footnote, from one lecture to the other and back
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert titles[0] == "1 First lecture: nets & co. — an overview"
    assert titles[1].startswith("2 Second lecture 😀 with code and x")


def test_long_lines_stay_in_the_page(printed):
    """No word of the text layer stands right of the margin."""
    boxes = subprocess.run(["pdftotext", "-bbox", printed[0], "-"], capture_output=True, text=True, check=True).stdout
    right = [float(value) for value in re.findall(r'xMax="([\d.]+)"', boxes)]
    assert max(right) < 595 - 50


def test_a_short_table_starts_where_it_has_room():
    table = "\\begin{longtable}[]{@{}l@{}}\n\\endlastfoot\n" + "row \\\\\n" * 10 + "\\end{longtable}\n"
    assert script.kept_together("text\n\n" + table) == "text\n\n\\room{17}\n" + table
    heading = "\\section{Names}\\label{names}\n\n"
    assert script.kept_together("text\n\n" + heading + table) == "text\n\n\\room{19}\n" + heading + table
    long = table.replace("row", "row \\\\\n" * 3)
    assert script.kept_together(long) == long


def test_error_in_the_notebooks_own_latex_is_pointed_at(folders, tmp_path):
    notebook = sample.java_notebook(
        sample.new_markdown_cell("# Broken"),
        sample.code_cell("x", 1, sample.display({"text/latex": r"$\undefinedmacro$"})),
    )
    nbformat.write(notebook, tmp_path / "broken.ipynb")
    with pytest.raises(SystemExit, match=r"(?s)XeLaTeX stopped.*undefinedmacro"):
        script.print_script(tmp_path, tmp_path, tmp_path / "out.pdf")
