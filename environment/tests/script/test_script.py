"""The printed script, on lectures with everything that is hard to print."""

import base64
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import sample

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from press import makeup, script, tex


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
    assert "Contents" in pages[1] and re.search(r"First lecture: nets & co\. — an overview\s+2", pages[1])
    assert re.search(r"I +Beginnings +1\n(.|\n)*II +More", pages[1])
    assert "1.1 A table" in re.sub(r" +", " ", pages[1]) and "2.1 A table" in re.sub(r" +", " ", pages[1])
    assert "Second lecture" in pages[1]
    assert re.search(r"First lecture: nets & co.*\s3\n", pages[4])


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
    assert inner == 6 + 1 + 2  # contents with two parts, footnote, from one lecture to the other and back
    parts = [item.title for item in reader.outline if not isinstance(item, list)]
    assert parts == ["I Beginnings", "II More"]
    nested = [item for part in reader.outline if isinstance(part, list) for item in part]
    lectures = [item.title for item in nested if not isinstance(item, list)]
    assert lectures[0] == "1 First lecture: nets & co. — an overview"
    assert lectures[1].startswith("2 Second lecture 😀 with code and x")


def test_long_lines_stay_in_the_page(printed):
    """No word of the text layer stands right of the margin."""
    boxes = subprocess.run(["pdftotext", "-bbox", printed[0], "-"], capture_output=True, text=True, check=True).stdout
    right = [float(value) for value in re.findall(r'xMax="([\d.]+)"', boxes)]
    assert max(right) < 595 - 50


def test_a_short_table_starts_where_it_has_room():
    table = "\\begin{longtable}[]{@{}l@{}}\n\\endlastfoot\n" + "row \\\\\n" * 10 + "\\end{longtable}\n"
    assert makeup.tables_together("text\n\n" + table) == "text\n\n\\room{17}\n" + table
    heading = "\\section{Names}\\label{names}\n\n"
    assert makeup.tables_together("text\n\n" + heading + table) == "text\n\n\\room{19}\n" + heading + table
    long = table.replace("row", "row \\\\\n" * 3)
    assert makeup.tables_together(long) == long


def test_a_comment_at_the_end_of_a_cell_is_a_comment():
    assert tex.code("int n = 2; // with other seeds", "java").endswith(r"\tokcom{/\brk{}/\brk{}\ with\ other\ seeds}}")
    assert tex.tokens("a\n", "java")[-1][1] == "a"


@pytest.mark.parametrize("count", range(1, 40))
def test_four_lines_of_code_stand_on_either_side_of_a_page_end(count):
    lines = [f"line {number}" for number in range(count)]
    pieces = tex.kept(lines).split("\n")
    assert [piece for piece in pieces if piece != r"\nobreak"] == lines
    ends = [at for at in range(1, count) if pieces[pieces.index(lines[at]) - 1] != r"\nobreak"]
    assert ends == list(range(4, count - 3))


def shows(width, height):
    """A cell that draws a picture of that size in points."""
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return sample.display({"image/png": base64.b64encode(head).decode()})


def test_the_size_of_a_vector_figure_is_known():
    svg = '<svg xmlns="x" width="460.8pt" height="345.6pt" viewBox="0 0 1 1">'
    assert makeup.picture_size({"application/pdf": "", "image/svg+xml": svg}) == (460.8, 345.6)
    in_pixels = makeup.picture_size({"application/pdf": "", "image/svg+xml": svg.replace("pt", "px")})
    assert in_pixels == pytest.approx((345.6, 259.2))
    assert makeup.picture_size({"text/plain": "3"}) is None


def test_a_sentence_stays_with_its_code_and_its_figure():
    def page(text, source, *outputs):
        prose, code = sample.new_markdown_cell(""), sample.code_cell(source, 1, *outputs)
        prose.metadata["lectern_tex"] = text
        makeup.keep_together([prose, code])
        return prose.metadata["lectern_tex"], code.metadata.get("lectern_keep")

    text, own = page("Before.\n\nA line shows it.", "plot(x)")
    assert text == "Before.\n\n\\keep{5}{5}\nA line shows it." and own is None
    with_figure, _ = page("Before.\n\nA line shows it.", "plot(x)", shows(400, 300))
    assert "\\keep{5}{18}\nA line" in with_figure
    headed, _ = page("Before.\n\n\\section{Lines}\\label{x}\n\nA line shows it.", "plot(x)")
    assert headed.startswith("Before.\n\n\\keep{9}{9}\n\\section{Lines}")
    listed, own = page("Before.\n\n\\begin{itemize}\n\\item a\n\\end{itemize}", "plot(x)")
    assert "keep" not in listed and own == "\\keep{3}{3}"
    _, own = page("\\[ x^2 \\]", "\n".join(["line();"] * 40), shows(400, 300))
    assert own == "\\keep{7}{7}"


def test_error_in_the_notebooks_own_latex_is_pointed_at(folders, tmp_path):
    notebook = sample.java_notebook(
        sample.new_markdown_cell("# Broken"),
        sample.code_cell("x", 1, sample.display({"text/latex": r"$\undefinedmacro$"})),
    )
    nbformat.write(notebook, tmp_path / "broken.ipynb")
    with pytest.raises(SystemExit, match=r"(?s)XeLaTeX stopped.*undefinedmacro"):
        script.print_script(tmp_path, tmp_path, tmp_path / "out.pdf")
