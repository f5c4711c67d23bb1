"""Lectures as the kernel would have executed them, with everything that is hard to print."""

import base64
import zlib

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output


def figure_pdf() -> bytes:
    """A vector figure, 320×200 points: axes, a curve of 60 lines, a word that can be searched."""
    steps = [(40 + 4.2 * i, 100 + 60 * (1 - ((i - 30) / 30) ** 2)) for i in range(61)]
    curve = " ".join(f"{x:.1f} {y:.1f} {'m' if i == 0 else 'l'}" for i, (x, y) in enumerate(steps))
    content = (
        "0.5 w 40 30 m 40 180 l S 40 30 m 300 30 l S 0.15 0.3 0.47 RG 1.5 w " + curve + " S "
        "BT /F1 11 Tf 120 12 Td (epochsaxis) Tj ET"
    ).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 320 200] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size,
        table,
        size,
        len(out),
    )


def picture_png(width: int = 60, height: int = 40) -> bytes:
    """A small bitmap: a colour ramp."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    rows = b"".join(b"\0" + bytes(v for x in range(width) for v in (4 * x, 6 * y, 120)) for y in range(height))
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


TRACEBACK = [
    "\x1b[1;31mIllegalArgumentException\x1b[0m: matmul of shapes (3, 4) and (3, 5): inner sizes 4 and 3 differ",
    "  at Cell \x1b[32mIn[7]\x1b[0m, line 2:  \x1b[1mvar z = x.matmul(y);\x1b[0m",
]

CODE = """\
// hyper-parameters: learning rate α, width ℓ₁, x² → ∂f/∂x ≤ ∞
int width = 50, epochs = 2_000;
double rate = 1e-2;
record Point(double x, double y) {}

@FunctionalInterface
interface Fn { Tensor apply(Tensor t); }

/** Fits a net. */
public static <T extends Number> List<T> fit(Map<String, List<T>> data, String name) {
    for (var entry : data.entrySet()) {
        if (entry.getKey().equals("it's \\"quoted\\" & 100% #1 ~^{}_$")) {
            System.out.println("a very long line that cannot fit: " + entry.getKey() + " of " + data.size() + " entries");
        }
    }
    return null;
}"""

CENTRED = r"\begin{center}\small\begin{tabular}{%s}%s\end{tabular}\end{center}"

PROSE = r"""# First lecture: nets & co. — an overview

Text with **bold**, *italic*, `inline_code(x -> x + 1)`, a [link](https://example.org/a_b?c=d&e=100%25), a link to
the [second lecture](../other/second.ipynb) and Greek in text: α, β → γ, x₁² ≤ ∞, Ω ∈ ℝ, ✓ and ✗.

Inline $\hat y = \sigma(w^\top x + b)$ and displayed
$$ \frac{\partial L}{\partial w} = \frac{1}{N} \sum_{i=1}^{N} (\hat y_i - y_i)\, x_i . $$

\begin{align}
  f(x) &= \frac{1}{1 + 25x^2} \\
  f'(x) &= -\frac{50x}{(1 + 25x^2)^2}
\end{align}

## A table

| Python | Java | remark |
|:-------|:-----|-------:|
| `x = [1, 2]` | `var x = List.of(1, 2);` | 12 |
| `f"{a}"` | `"%s".formatted(a)` | 3.5 |

1. one
2. two
   - nested `code`

> A quotation.

```python
def f(x):
    return x ** 2   # Python, for comparison
```

Footnote.[^1]

[^1]: It stands here.
"""


def java_notebook(*cells) -> nbformat.NotebookNode:
    return new_notebook(
        cells=list(cells),
        metadata={
            "kernelspec": {"name": "lectern", "language": "java", "display_name": "Java"},
            "language_info": {"name": "java", "pygments_lexer": "java", "file_extension": ".java"},
        },
    )


def code_cell(source: str, number: int, *outputs, **metadata):
    return new_code_cell(source, execution_count=number, outputs=list(outputs), metadata=metadata)


def stream(text: str, name: str = "stdout"):
    return new_output("stream", name=name, text=text)


def display(data: dict, kind: str = "display_data", **more):
    return new_output(kind, data=data, **more)


def first() -> nbformat.NotebookNode:
    figure = display(
        {
            "application/pdf": base64.b64encode(figure_pdf()).decode(),
            "image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg'><text>svgfigure</text></svg>",
            "text/plain": "Figure[1]",
        }
    )
    table = {
        "text/latex": r"\begin{tabular}{lr}\toprule name & mean \\ \midrule radius & 14.127 \\ \bottomrule\end{tabular}",
        "text/html": "<table><tr><th>name</th><th>mean</th></tr><tr><td>radius</td><td>14.127</td></tr></table>",
        "text/plain": "name mean",
    }
    wide = " & ".join(f"column {i}" for i in range(16))
    return java_notebook(
        new_markdown_cell(PROSE),
        code_cell(CODE, 1, stream("epoch 1\repoch 2\repoch 3 done\n\x1b[32mgreen\x1b[0m and plain\n")),
        code_cell("plot(x, y)", 2, figure),
        code_cell("table.describe()", 3, display(table, "execute_result", execution_count=3)),
        code_cell("wide", 4, display({"text/latex": CENTRED % ("l" * 16, wide)})),
        code_cell("gradient", 5, display({"text/latex": r"$\displaystyle \frac{\partial f}{\partial x} = 2x$"})),
        code_cell(
            "image", 6, display({"image/png": base64.b64encode(picture_png()).decode(), "text/plain": "Picture"})
        ),
        code_cell(
            "var x = ones(3, 4);\nvar z = x.matmul(y);",
            7,
            new_output("error", ename="IllegalArgumentException", evalue="shapes", traceback=TRACEBACK),
        ),
        code_cell("tree", 8, stream("┌──┬──┐\n│α │β₁│\n└──┴──┘\nbars ▁▃▅█ ▏50 %▕\n")),
        code_cell("secret()", 9, stream("hiddenoutput\n"), tags=["remove-cell"]),
        code_cell("warn()", 10, stream("careful: " + "x" * 200 + "\n", "stderr")),
        code_cell("long()", 11, stream("".join(f"row {i}\n" for i in range(300)))),
        code_cell("md()", 12, display({"text/markdown": "**displayed** *markdown* with $e^{i\\pi} = -1$"})),
    )


def second() -> nbformat.NotebookNode:
    return java_notebook(
        new_markdown_cell(
            "# Second lecture 😀 with `code` and $x^2$\n\nSee [the first](../start/first.ipynb#A-table)."
        ),
        new_markdown_cell("## 3 A table\n\nSame heading as in the other lecture."),
        code_cell('%%bash\necho "not java" | wc -c', 1, stream("9\n")),
        code_cell('var text = """\n    block\n    """;', 2, display({"text/plain": '"block\\n"'}, "execute_result")),
    )
