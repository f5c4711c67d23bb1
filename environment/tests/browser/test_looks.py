"""What cells show, looked at in the light and in the dark theme."""

import pytest
from page import CELLS, PANEL

READABLE = 4.5  # the contrast that the W3C's guidelines ask of text
THEMES = ["JupyterLab Light", "JupyterLab Dark"]
SHOWN = {
    "compile error": "int speed = 3;\nString s = sped * 2;",
    "runtime error": "int[] none = {};\nint third(int[] a) {\n    return a[3];\n}\nthird(none)",
    "cause": 'throw new IllegalStateException("outer", new java.io.IOException("inner"));',
    "streams": 'System.out.println("printed"); System.err.println("a warning");',
    "record table": 'record Fit(String model, double error) {}\njava.util.List.of(new Fit("line", 0.25), new Fit("net", 0.125))',
    "tensor": "linspace(0, 1, 6).reshape(2, 3)",
    "frame": 'Table.create(StringColumn.create("name", "a", "b"), DoubleColumn.create("value", 1.5, 2))',
    "map": 'java.util.Map.of("one", 1)',
    "whos": "%whos",
    "help": "?Math.sqrt",
    "html": 'html("<b>bold</b> and plain")',
    "formula": 'latex("\\\\frac{a}{b}")',
    "progress": "for (int i : progress(3)) {}",
    "magic error": "%mavn a:b:c",
    "claim": 'double plain = 0.03, heavy = 0.5;\nclaim("wins", "Momentum ends lower than $p$.", () -> heavy < plain);',
    "claim that holds": 'claim("holds", "Nothing to be seen.", () -> plain < heavy);',
    "study": 'study().over("rate", 0.1, 0.3).seeds(3).run((rate, seed) -> rate * seed)',
}
LINE = 'plot(linspace(0, 1, 5), linspace(0, 1, 5).square(), "square").legend()'


@pytest.fixture(scope="module")
def page(opened):
    return opened("looks")


@pytest.fixture(scope="module")
def cells(page):
    """Every kind of output, each in its cell."""
    found = {}
    for name, code in SHOWN.items():
        found[name] = page.start(code)
        # One at a time: a cell that fails takes those with it that wait behind it.
        page.ended(found[name])
    return found


def test_a_picture_shows(page):
    output = page.run(LINE)
    picture = page.wait("picture", lambda: page.script("return arguments[0].querySelector('img, svg')", output))
    assert page.wait("drawn picture", lambda: picture.size["width"] > 300 and picture.size["height"] > 150)
    if picture.tag_name == "img":
        page.wait("loaded picture", lambda: page.script("return arguments[0].naturalWidth", picture) > 300)
    page.picture("figure")


def test_an_error_is_red_and_points_at_its_place(page, cells):
    output = page.ended(cells["compile error"])
    text = output.text
    assert "there is no variable sped; did you mean speed?" in text
    lines = text.splitlines()
    pointed = next(i for i, line in enumerate(lines) if "^" in line)
    assert lines[pointed].index("^") == lines[pointed - 1].index("sped"), text
    assert "line 2" in text
    red = page.script("return getComputedStyle(arguments[0].querySelector('[class*=ansi-red]')).color", output)
    parts = [int(part) for part in red[red.index("(") + 1 : red.index(")")].split(",")[:3]]
    assert parts[0] > 2 * max(parts[1:]), red


def test_a_claim_that_fails_is_a_quiet_note_and_one_that_holds_is_nothing(page, cells):
    note = page.ended(cells["claim"])
    assert "With these numbers this sentence no longer holds: Momentum ends lower than" in note.text
    assert "heavy = 0.5, plain = 0.03" in note.text
    edge = page.script("return getComputedStyle(arguments[0].querySelector('[role=note]')).borderLeftColor", note)
    assert edge == "rgb(217, 164, 0)"
    silent = page.ended(cells["claim that holds"])
    assert silent.text.strip() == "" and not page.script("return arguments[0].querySelector('.jp-OutputArea-output')", silent)
    page.script("arguments[0].scrollIntoView()", note)
    page.picture("claim")


def test_a_runtime_error_names_cell_and_line(page, cells):
    text = page.ended(cells["runtime error"]).text
    assert "ArrayIndexOutOfBoundsException" in text and "in third" in text and "return a[3];" in text
    assert "lectern.kernel" not in text
    assert "Caused by: IOException: inner" in page.ended(cells["cause"]).text


@pytest.mark.parametrize("theme", THEMES)
def test_everything_can_be_read(page, cells, theme):
    page.command("apputils:change-theme", theme=theme)
    name = theme.split()[-1].lower()
    page.wait(theme, lambda: page.script("return document.body.dataset.jpThemeName") == theme)
    page.wait(
        "its colours", lambda: page.script("return document.body.dataset.jpThemeLight") == str(name == "light").lower()
    )
    pale = []
    for kind, index in cells.items():
        output = page.ended(index)
        page.picture(f"{name}-{kind.replace(' ', '-')}") if kind in ("streams", "frame", "magic error") else None
        pale += [(kind, *each) for each in page.contrasts(output) if each[1] < READABLE]
    assert not pale


def test_nothing_printed_is_lost_when_the_notebook_is_saved(page, cells):
    page.ended(cells["magic error"])
    page.command("docmanager:save")
    assert page.script(f"return {PANEL}.context.model.dirty") is False
    assert page.script(f"return {CELLS}[{cells['streams']}].model.outputs.length") == 2
