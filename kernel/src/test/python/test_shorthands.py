"""Short words for what lectures say often."""

import pytest


@pytest.mark.parametrize(
    "code, value",
    [
        ("maxAbs(of(1.0, -3).minus(1))", "4.0"),
        ("median(new double[] {1, 5, 2}) + mean(List.of(1, 2)) + worst(IntStream.range(0, 4).asDoubleStream())", "6.5"),
        ("quantile(List.of(1.0, 2, 3), 0.25) + std(1, 1) + best(3, 2)", "3.5"),
        ("share(of(1.0, 2, 3, 4).gt(3))", "0.25"),
        ("of(1.0, 2).gt(0).all().isTrue()", "true"),
        ("int count = 0; for (var b : batches(10, 4)) { count += zeros(10, 2).take(b).dim(0); }\ncount", "10"),
        ("stack(List.of(ones(2), zeros(2))).shape()", "[2, 2]"),
        ('"%.2s".formatted(of(0.5, 1))', "[0.50 1.00]"),
        ('of(0.5, 1).format("%.1e")', "[5.0e-01 1.0e+00]"),
        ('ordered("XOR", 1, "OR", 2).keySet()', "[XOR, OR]"),
        ("double once = withSeed(3, () -> rand().item()); withSeed(3, () -> rand().item()) == once", "true"),
    ],
)
def test_numbers_and_lists(cell, code, value):
    cell(code).gives(value)


@pytest.mark.parametrize(
    "code",
    [
        "contourf(g, p)",
        "contour(g, (a, b) -> a * b)",
        "contourf(g, g.map(q -> q.square().sum(1)))",
        "imshow(g, p)",
        "pcolormesh(g, p)",
        "surface(g, p)",
        'point(1, 2, "here").segment(0, 0, 1, 2, dashed()).path(g.points(), "way")',
        "axes3d().arrow(1, 1, 1, -1, -1, 1).point(1, 1, 1).segment(0, 0, 0, 1, 1, 1)",
    ],
)
def test_grids_and_points(cell, code):
    cell("var g = grid(linspace(-1, 1, 5), linspace(0, 1, 4)); var p = g.points().square().sum(1);").works()
    cell(code).shows("image/svg+xml", "<svg")


def test_rows_have_headings_and_one_format(cell):
    cell('record Row(String loss, @Column("MSE of $f$") double mse) {}').works()
    rows = 'List.of(new Row("values", 0.0808338), new Row("both", 1.09848e-5))'
    cell(f'table({rows}, "%.1e")').gives("loss    MSE of $f$\nvalues     8.1e-02\nboth       1.1e-05")
    cell(f"table({rows})").shows("text/html", ">8.08e-02<").shows("text/html", ">MSE of $f$<")


def test_what_does_not_fit_is_said_in_words(cell):
    cell("contourf(grid(ones(2), ones(3)), zeros(5))").fails("IllegalArgumentException", "3 rows and 2 columns")
    cell("share(ones(3))").fails("IllegalArgumentException", "x.gt(0)")
    cell("median(List.<Double>of())").fails("IllegalArgumentException", "There are no values")
