"""How values look: text always, rich forms beside it."""

import base64

import pytest

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    "code, text",
    [
        ("(byte) 3", "3"),
        ("3.0f", "3.0"),
        ("1e300 * 1e10", "Infinity"),
        ("0.1 + 0.2", "0.30000000000000004"),
        ("true", "true"),
        ("'ä'", "ä"),
        ('new StringBuilder("built")', "built"),
        ('new java.math.BigDecimal("1.50")', "1.50"),
        ("java.time.LocalDate.of(2025, 1, 31)", "2025-01-31"),
        ("new int[] {1, 2, 3}", "[1, 2, 3]"),
        ("new int[][] {{1, 2}, {3, 4}}", "[[1, 2],\n [3, 4]]"),
        ("new boolean[] {true, false}", "[true, false]"),
        ('new String[] {"a", null}', "null"),
        ("new int[0]", "[]"),
        ("List.of()", "[]"),
        ('Map.of("k", 1)', "k"),
        ("Set.of(5)", "5"),
        ("Optional.of(3)", "Optional[3]"),
        ("Optional.empty()", "Optional.empty"),
        ("Stream.of(1, 2)", ".toList()"),
        ('new IllegalStateException("shown")', "IllegalStateException: shown"),
        ("Thread.State.NEW", "NEW"),
        ("int.class", "int"),
    ],
)
def test_text(cell, code, text):
    shown = cell(code).works().data["text/plain"]
    assert text in shown


@pytest.mark.parametrize(
    "code",
    [
        "new int[100_000]",
        "new double[300][300]",
        "new ArrayList<>(Collections.nCopies(100_000, 1))",
        '"x".repeat(2_000_000)',
    ],
)
def test_large_values_are_cut(cell, code):
    shown = cell(code).works().data["text/plain"]
    assert len(shown) < 200_000
    assert "…" in shown or "..." in shown


def test_null_and_void_show_nothing(cell):
    cell("Object nothing = null;\nnothing").gives_nothing()
    cell("List.of().forEach(x -> {})").gives_nothing()


def test_a_record_is_a_table(cell):
    run = cell('record City(String name, int size) {}\nnew City("Köln", 3)').works()
    assert run.data["text/plain"] == "City[name=Köln, size=3]"
    assert "<table" in run.data["text/html"] and "Köln" in run.data["text/html"]


def test_a_list_of_records_is_one_table(cell):
    run = cell('record Town(String name, int size) {}\nList.of(new Town("a", 1), new Town("b", 22))').works()
    assert run.data["text/html"].count("<tr>") == 3
    assert run.data["text/plain"].splitlines()[0].split() == ["name", "size"]


def test_a_text_of_ones_own_is_kept(cell):
    cell('record Own(int n) { public String toString() { return "own " + n; } }\nnew Own(4)').gives("own 4")


def test_html_in_values_is_escaped(cell):
    run = cell('record Tag(String text) {}\nnew Tag("<script>alert(1)</script>")').works()
    assert "<script>" not in run.data["text/html"]


def test_an_image(cell):
    run = cell("new java.awt.image.BufferedImage(3, 2, java.awt.image.BufferedImage.TYPE_INT_RGB)").works()
    assert "3×2" in run.data["text/plain"]
    assert base64.b64decode(run.data["image/png"]).startswith(PNG)


def test_a_figure(cell):
    run = cell("plot(linspace(0, 1, 5), linspace(0, 1, 5))").works()
    assert run.data["image/svg+xml"].lstrip().startswith("<svg")
    assert run.data["text/plain"]


def test_a_tensor(cell):
    run = cell("linspace(0, 1, 6).reshape(2, 3)").works()
    assert "0.2" in run.data["text/plain"]


def test_a_table_of_data(cell):
    run = cell('Table.create(StringColumn.create("name", "a"), DoubleColumn.create("value", 1.5))').works()
    assert "<table" in run.data["text/html"] and "1.5" in run.data["text/plain"]


@pytest.mark.parametrize(
    "code, mime, text",
    [
        ('html("<b>x</b>")', "text/html", "<b>x</b>"),
        ('markdown("*x*")', "text/markdown", "*x*"),
        ('latex("x^2")', "text/latex", "$$x^2$$"),
        ("svg(\"<svg xmlns='http://www.w3.org/2000/svg'/>\")", "image/svg+xml", "<svg"),
    ],
)
def test_verbs_for_rich_text(cell, code, mime, text):
    run = cell(code).works()
    assert text in run.data[mime]
    assert run.data["text/plain"]


def test_an_object_that_knows_its_html(cell):
    run = cell('class Page { public String toHtml() { return "<p>page</p>"; } }\nnew Page()').works()
    assert run.data["text/html"] == "<p>page</p>"


def test_a_text_that_throws_harms_nobody(cell):
    run = cell('class Bad { public String toString() { throw new IllegalStateException("in toString"); } }\nnew Bad()')
    assert "in toString" in (run.traceback if run.status == "error" else run.data["text/plain"])
    cell("1").gives("1")


def test_update_in_place(cell):
    run = cell('var id = display("one");\nupdateDisplay(id, "two");').works()
    shown, update = run.one("display_data"), run.one("update_display_data")
    assert shown["transient"]["display_id"] == update["transient"]["display_id"]
    assert update["data"]["text/plain"] == "two"


@pytest.mark.parametrize(
    "code, mime",
    [
        ('display("one")', "text/plain"),
        ('display(html("<b>one</b>"))', "text/html"),
        ("display(plot(of(1.0, 2), of(3.0, 4)))", "image/svg+xml"),
    ],
)
def test_what_was_displayed_is_no_result(cell, code, mime):
    run = cell(code).gives_nothing()
    assert mime in run.one("display_data")["data"]


def test_a_display_is_replaced_by_its_handle(cell):
    run = cell('var shown = display("one");').works()
    update = cell('shown.update("two")').gives_nothing().one("update_display_data")
    assert update["transient"]["display_id"] == run.one("display_data")["transient"]["display_id"]
    assert update["data"]["text/plain"] == "two"


def test_progress_is_one_display(cell):
    run = cell("for (int i : progress(50)) Thread.sleep(1);").works()
    shown = run.one("display_data")["transient"]["display_id"]
    updates = run.all("update_display_data")
    assert {m["content"]["transient"]["display_id"] for m in updates} == {shown}
    assert updates[-1]["content"]["data"]["text/plain"].startswith("50/50")


@pytest.mark.parametrize(
    "code",
    [
        "linspace(0, 1, 20)",
        "linspace(0, 1, 21)",
        "linspace(0, 1, 2000)",
        "zeros(40, 40)",
        "zeros(2, 3, 4)",
        "of(1.5)",
        "zeros(0)",
        "new int[] {1, 2, 3}",
        "new double[100]",
        "new double[30][30]",
        'List.of("a", "b")',
        "IntStream.range(0, 500).boxed().toList()",
        'Map.of("k", 1)',
        "record Row(int a, double b) {}\nList.of(new Row(1, 2), new Row(3, 4))",
        "record Single(int a, double b) {}\nnew Single(1, 2)",
        'Table.create(DoubleColumn.create("x", 1, 2), StringColumn.create("name", "a", "b"))',
        'Table.create(DoubleColumn.create("x", new double[1000]))',
        "plot(linspace(0, 1, 5), linspace(0, 1, 5))",
        'latex("x^2")',
        'html("<b>b</b>")',
        'markdown("*m*")',
    ],
)
def test_what_has_latex_has_html_or_is_a_formula(cell, code):
    """JupyterLab would set LaTeX that stands alone, and what sets it there knows formulas only."""
    shown = cell(code).works().data
    latex = shown.get("text/latex", "$")
    assert "text/html" in shown or (latex.startswith("$") and "tabular" not in latex), shown
