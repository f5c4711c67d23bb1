package lectern.tensor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lectern.tensor.eval.Values;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;
import org.jspecify.annotations.Nullable;

/** Tensors as text and as HTML tables, in the manner of NumPy: columns aligned, large ones summarised. */
final class Printer {
    private static final int PRECISION = 8;
    private static final int THRESHOLD = 1000;
    private static final int EDGE = 3;
    private static final int WIDTH = 75;
    private static final int HTML_ROWS = 20;
    private static final int HTML_COLS = 20;
    private static final int LATEX_ROWS = 12;
    private static final int LATEX_COLS = 8;

    private final Values x;
    private final boolean summary;
    private final int[] strides;

    private Printer(Values x) {
        this.x = x;
        this.summary = x.size > THRESHOLD;
        this.strides = Shapes.strides(x.dims);
    }

    static String text(Values x) {
        String type = x.dtype == DType.FLOAT32 ? ", float32" : "";
        if (x.dims.length == 0) {
            return number(x, 0) + type;
        }
        if (x.size == 0) {
            return "[]" + (x.dims.length > 1 ? ", shape=" + Shapes.text(x.dims) : "") + type;
        }
        var printer = new Printer(x);
        List<Integer> shown = new ArrayList<>();
        printer.collect(0, 0, shown);
        var cells = new Cells(x, shown);
        var out = new StringBuilder();
        printer.level(0, 0, cells, out);
        return out + type;
    }

    /** A single number as Java and Python write it. */
    private static String number(Values x, int i) {
        return switch (x.data) {
            case double[] d -> Objects.requireNonNullElseGet(special(d[i]), () -> Double.toString(d[i]));
            case float[] f -> Objects.requireNonNullElseGet(special(f[i]), () -> Float.toString(f[i]));
            case long[] l -> Long.toString(l[i]);
            default -> x.bool()[i] ? "True" : "False";
        };
    }

    private static @Nullable String special(double v) {
        return v != v ? "nan" : Double.isInfinite(v) ? (v > 0 ? "inf" : "-inf") : null;
    }

    /** The positions along an axis that are shown; -1 stands for the dots. */
    private int[] shown(int axis) {
        int n = x.dims[axis];
        if (!summary || n <= 2 * EDGE) {
            return Shapes.axes(n);
        }
        return new int[] {0, 1, 2, -1, n - 3, n - 2, n - 1};
    }

    private void collect(int axis, int at, List<Integer> out) {
        for (int i : shown(axis)) {
            if (i >= 0 && axis == x.dims.length - 1) {
                out.add(at + i);
            } else if (i >= 0) {
                collect(axis + 1, at + i * strides[axis], out);
            }
        }
    }

    private void level(int axis, int at, Cells cells, StringBuilder out) {
        out.append('[');
        boolean last = axis == x.dims.length - 1;
        int column = axis + 1;
        boolean first = true;
        for (int i : shown(axis)) {
            if (!last) {
                if (!first) {
                    out.append("\n".repeat(x.dims.length - 1 - axis)).append(" ".repeat(axis + 1));
                }
                if (i < 0) {
                    out.append("...");
                } else {
                    level(axis + 1, at + i * strides[axis], cells, out);
                }
            } else {
                String cell = i < 0 ? "..." : cells.text(at + i);
                if (!first && column + 1 + cell.length() + 1 > WIDTH) {
                    out.append('\n').append(" ".repeat(axis + 1));
                    column = axis + 1;
                } else if (!first) {
                    out.append(' ');
                    column++;
                }
                out.append(cell);
                column += cell.length();
            }
            first = false;
        }
        out.append(']');
    }

    /**
     * Is it shown as a table? A longer vector is better read as text, which leaves out no number. Both tables ask this:
     * a front end that is given LaTeX without HTML sets the LaTeX, and knows formulas only.
     */
    private static boolean tabular(Values x) {
        return x.size > 0 && (x.dims.length == 2 || (x.dims.length == 1 && x.size <= HTML_COLS));
    }

    /** A table for a short vector or a matrix, null for other shapes. */
    static @Nullable String html(Values x) {
        if (!tabular(x)) {
            return null;
        }
        int rows = x.dims.length == 1 ? 1 : x.dims[0];
        int cols = x.dims[x.dims.length - 1];
        int[] is = kept(rows, HTML_ROWS);
        int[] js = kept(cols, HTML_COLS);
        List<Integer> shown = new ArrayList<>();
        for (int i : is) {
            for (int j : js) {
                if (i >= 0 && j >= 0) {
                    shown.add(i * cols + j);
                }
            }
        }
        var cells = new Cells(x, shown);
        var out = new StringBuilder("<table style=\"font-family:monospace;text-align:right\">");
        for (int i : is) {
            out.append("<tr>");
            for (int j : js) {
                String dots = i < 0 && j < 0 ? "⋱" : i < 0 ? "⋮" : "…";
                out.append("<td>")
                        .append(i < 0 || j < 0 ? dots : cells.text(i * cols + j).strip())
                        .append("</td>");
            }
            out.append("</tr>");
        }
        return out.append("</table><small>")
                .append(Shapes.text(x.dims))
                .append(' ')
                .append(x.dtype.label())
                .append("</small>")
                .toString();
    }

    /** A table for the printed script, with the shape below it; null where there is no table in HTML. */
    static @Nullable String latex(Values x) {
        if (!tabular(x)) {
            return null;
        }
        int rows = x.dims.length == 1 ? 1 : x.dims[0];
        int cols = x.dims[x.dims.length - 1];
        int[] is = kept(rows, LATEX_ROWS);
        int[] js = kept(cols, LATEX_COLS);
        List<Integer> shown = new ArrayList<>();
        for (int i : is) {
            for (int j : js) {
                if (i >= 0 && j >= 0) {
                    shown.add(i * cols + j);
                }
            }
        }
        var cells = new Cells(x, shown);
        var out = new StringBuilder("\\begin{center}\\footnotesize\n\\begin{tabular}{")
                .append("r".repeat(js.length))
                .append("}\n");
        for (int i : is) {
            var row = new ArrayList<String>();
            for (int j : js) {
                String dots = i < 0 && j < 0 ? "$\\ddots$" : i < 0 ? "$\\vdots$" : "$\\cdots$";
                row.add(i < 0 || j < 0 ? dots : cells.text(i * cols + j).strip().replace("-", "$-$"));
            }
            out.append(String.join(" & ", row)).append(" \\\\\n");
        }
        return out.append("\\end{tabular}\\\\[2pt]\n{\\footnotesize ")
                .append(Shapes.text(x.dims))
                .append(' ')
                .append(x.dtype.label())
                .append("}\n\\end{center}")
                .toString();
    }

    private static int[] kept(int n, int most) {
        if (n <= most) {
            return Shapes.axes(n);
        }
        int half = most / 2;
        int[] out = new int[2 * half + 1];
        for (int i = 0; i < half; i++) {
            out[i] = i;
            out[half + 1 + i] = n - half + i;
        }
        out[half] = -1;
        return out;
    }

    /** The numbers shown, formatted to one width. */
    private static final class Cells {
        private final Values x;
        private boolean exponents;
        private int fraction;
        private int exponentDigits = 2;
        private int width;

        Cells(Values x, List<Integer> shown) {
            this.x = x;
            if (x.dtype.isFloating()) {
                double great = 0;
                double small = Double.POSITIVE_INFINITY;
                for (int i : shown) {
                    double v = Math.abs(x.at(i));
                    if (v > 0 && Double.isFinite(v)) {
                        great = Math.max(great, v);
                        small = Math.min(small, v);
                    }
                }
                exponents = great >= 1e8 || small < 1e-4 || great / small > 1000;
                for (int i : shown) {
                    if (special(x.at(i)) == null) {
                        fraction = Math.max(fraction, digits(decimal(i)));
                        exponentDigits = Math.max(
                                exponentDigits,
                                Integer.toString(exponent(decimal(i))).length() - (exponent(decimal(i)) < 0 ? 1 : 0));
                    }
                }
            }
            for (int i : shown) {
                width = Math.max(width, plain(i).length());
            }
        }

        /** The shortest decimal number that means this float. */
        private BigDecimal decimal(int i) {
            return new BigDecimal(x.data instanceof float[] f ? Float.toString(f[i]) : Double.toString(x.at(i)));
        }

        private static int exponent(BigDecimal v) {
            return v.signum() == 0 ? 0 : v.precision() - v.scale() - 1;
        }

        private int digits(BigDecimal v) {
            if (v.signum() == 0) {
                return 0;
            }
            BigDecimal scaled = exponents ? v.movePointLeft(exponent(v)) : v;
            return Math.max(
                    0,
                    scaled.setScale(PRECISION, RoundingMode.HALF_EVEN)
                            .stripTrailingZeros()
                            .scale());
        }

        private String plain(int i) {
            if (!x.dtype.isFloating()) {
                return number(x, i);
            }
            double v = x.at(i);
            String special = special(v);
            if (special != null) {
                return special;
            }
            String sign = v < 0 || 1 / v < 0 ? "-" : "";
            BigDecimal d = decimal(i).abs();
            if (exponents) {
                int exponent = exponent(d);
                BigDecimal mantissa = d.movePointLeft(exponent).setScale(fraction, RoundingMode.HALF_EVEN);
                if (mantissa.compareTo(BigDecimal.TEN) >= 0) {
                    mantissa = mantissa.movePointLeft(1).setScale(fraction, RoundingMode.HALF_EVEN);
                    exponent++;
                }
                return sign
                        + mantissa.toPlainString()
                        + (fraction == 0 ? "." : "")
                        + String.format("e%s%0" + exponentDigits + "d", exponent < 0 ? "-" : "+", Math.abs(exponent));
            }
            BigDecimal rounded = d.setScale(PRECISION, RoundingMode.HALF_EVEN);
            String text = (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
            int point = text.indexOf('.');
            String body = point < 0 ? text + "." : text;
            int missing = fraction - (point < 0 ? 0 : text.length() - point - 1);
            return sign + body + " ".repeat(missing);
        }

        String text(int i) {
            String plain = plain(i);
            return " ".repeat(width - plain.length()) + plain;
        }
    }
}
