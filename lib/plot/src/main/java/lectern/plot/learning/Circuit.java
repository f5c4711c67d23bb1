package lectern.plot.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.notebook.Displayable;
import lectern.notebook.MimeBundle;
import lectern.plot.Axes;
import lectern.plot.Figure;
import lectern.plot.Option;
import lectern.plot.Options;
import lectern.plot.Plots;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.AreaLayer;
import lectern.plot.layer.LineLayer;
import lectern.plot.layer.Style;

/**
 * The drawing of a quantum circuit: a wire for every qubit, gates from left to right as early as their wires allow.
 *
 * {@snippet :
 * circuit(2).gate("H", 0).cnot(0, 1).measure(0).measure(1)
 * }
 */
public final class Circuit implements Displayable {
    private static final double PITCH = 38;
    private static final double GAP = 14;
    private static final double BOX = 26;
    private static final double SIZE = 12;

    private final int wires;
    private final List<Gate> gates = new ArrayList<>();
    private final int[] next;
    private String[] names;
    private boolean measured;

    private enum Kind {
        BOX,
        NOT,
        SWAP,
        MEASURE,
        BARRIER
    }

    /** A gate in a column, on the wires from top to bottom, with the wires that control it. */
    private record Gate(Kind kind, String name, int column, int[] targets, int[] controls) {}

    Circuit(int wires) {
        if (wires < 1 || wires > 40) {
            throw new IllegalArgumentException("A circuit has between 1 and 40 wires but got " + wires + ".");
        }
        this.wires = wires;
        next = new int[wires];
        names = new String[wires];
        Arrays.setAll(names, i -> "$|0\\rangle$");
    }

    /** Writes names in front of the wires; {@code |0⟩} unless said. */
    public Circuit names(String... texts) {
        if (texts.length != wires) {
            throw new IllegalArgumentException(
                    "A circuit of " + wires + " wires needs " + wires + " names but got " + texts.length + ".");
        }
        names = texts.clone();
        return this;
    }

    /** Puts a gate on a wire, or a tall one over neighbouring wires; mathematics stands between dollar signs. */
    public Circuit gate(String name, int... targets) {
        return add(Kind.BOX, name, targets, new int[0]);
    }

    /** Puts a gate on one wire that another one controls. */
    public Circuit controlled(String name, int control, int target) {
        return add(Kind.BOX, name, new int[] {target}, new int[] {control});
    }

    /** Turns one wire when the other one is set. */
    public Circuit cnot(int control, int target) {
        return add(Kind.NOT, "", new int[] {target}, new int[] {control});
    }

    /** Turns one wire when two others are set. */
    public Circuit toffoli(int first, int second, int target) {
        return add(Kind.NOT, "", new int[] {target}, new int[] {first, second});
    }

    /** Exchanges two wires. */
    public Circuit swap(int first, int second) {
        return add(Kind.SWAP, "", new int[] {first, second}, new int[0]);
    }

    /** Measures a wire into the classical wire below. */
    public Circuit measure(int wire) {
        measured = true;
        return add(Kind.MEASURE, "", new int[] {wire}, new int[0]);
    }

    /** Parts what comes before from what comes after on all wires. */
    public Circuit barrier() {
        int[] all = new int[wires];
        Arrays.setAll(all, i -> i);
        return add(Kind.BARRIER, "", all, new int[0]);
    }

    private synchronized Circuit add(Kind kind, String name, int[] targets, int[] controls) {
        int[] touched = java.util.stream.IntStream.concat(Arrays.stream(targets), Arrays.stream(controls))
                .sorted()
                .toArray();
        if (targets.length == 0
                || Arrays.stream(touched).anyMatch(w -> w < 0 || w >= wires)
                || Arrays.stream(touched).distinct().count() < touched.length) {
            throw new IllegalArgumentException("A gate needs different wires numbered from 0 to " + (wires - 1)
                    + " but got "
                    + Arrays.toString(touched) + ".");
        }
        int from = touched[0];
        int to = kind == Kind.MEASURE ? wires - 1 : touched[touched.length - 1];
        int at = 0;
        for (int w = from; w <= to; w++) {
            at = Math.max(at, next[w]);
        }
        Arrays.fill(next, from, to + 1, at + 1);
        gates.add(new Gate(kind, name, at, targets.clone(), controls.clone()));
        return this;
    }

    private static double width(Gate gate) {
        return switch (gate.kind) {
            case BOX -> Math.max(BOX, Label.of(gate.name, SIZE).width() + 12);
            case BARRIER -> 2;
            default -> BOX;
        };
    }

    /** The drawing as axes, to add to it or to put it into a file. */
    public synchronized Axes axes() {
        int columns = Arrays.stream(next).max().orElse(0);
        var centre = new double[columns];
        double left = 10
                + Arrays.stream(names)
                        .mapToDouble(n -> Label.of(n, SIZE).width())
                        .max()
                        .orElse(0);
        double right = left + GAP;
        for (int c = 0; c < columns; c++) {
            int column = c;
            double w = gates.stream()
                    .filter(g -> g.column == column)
                    .mapToDouble(Circuit::width)
                    .max()
                    .orElse(0);
            centre[c] = right + w / 2;
            right += w + GAP;
        }
        double bottom = PITCH * (measured ? wires + 0.5 : wires - 0.5);
        var axes = Plots.figure((right + 8 + 2 * Figure.PAD) / 72, (bottom + 0.5 * PITCH + 2 * Figure.PAD) / 72)
                .at(0)
                .xlim(0, right + 8)
                .ylim(bottom, -0.5 * PITCH)
                .axisOff();
        int ink = axes.figure().theme().ink();
        for (int w = 0; w < wires; w++) {
            line(axes, left, w * PITCH, right, w * PITCH, Pen.solid(ink, 1));
            axes.text(
                    left - 5,
                    w * PITCH,
                    names[w],
                    Options.anchor("right"),
                    Options.valign("center"),
                    Options.fontSize(SIZE));
        }
        if (measured) {
            line(axes, left, wires * PITCH - 1.2, right, wires * PITCH - 1.2, Pen.solid(ink, 0.8));
            line(axes, left, wires * PITCH + 1.2, right, wires * PITCH + 1.2, Pen.solid(ink, 0.8));
            axes.text(
                    left - 5,
                    wires * PITCH,
                    "$c$",
                    Options.anchor("right"),
                    Options.valign("center"),
                    Options.fontSize(SIZE));
        }
        for (Gate gate : gates) {
            draw(axes, gate, centre[gate.column]);
        }
        return axes;
    }

    private static void line(Axes axes, double x0, double y0, double x1, double y1, Pen pen) {
        axes.add(new LineLayer(
                new double[] {x0, x1},
                new double[] {y0, y1},
                "",
                pen,
                Style.PLAIN,
                axes.figure().theme(),
                pen.color()));
    }

    private void draw(Axes axes, Gate gate, double x) {
        int ink = axes.figure().theme().ink();
        int top = Arrays.stream(gate.targets).min().orElse(0);
        int low = Arrays.stream(gate.targets).max().orElse(0);
        double y = (top + low) * PITCH / 2;
        for (int control : gate.controls) {
            line(axes, x, control * PITCH, x, y, Pen.solid(ink, 1));
            area(axes, circle(x, control * PITCH, 3.6), ink, "Control", 3);
        }
        switch (gate.kind) {
            case BOX -> {
                box(axes, x, y, width(gate), (low - top) * PITCH + BOX, "Gate " + Label.plain(gate.name));
                axes.text(
                        x,
                        y,
                        gate.name,
                        Options.anchor("center"),
                        Options.valign("center"),
                        Options.fontSize(SIZE),
                        Options.zorder(4));
            }
            case NOT -> {
                area(axes, circle(x, y, 9), axes.figure().theme().face(), "Not", 3);
                cross(axes, x, y, 9, 0);
            }
            case SWAP -> {
                line(axes, x, top * PITCH, x, low * PITCH, Pen.solid(ink, 1));
                cross(axes, x, top * PITCH, 6, Math.PI / 4);
                cross(axes, x, low * PITCH, 6, Math.PI / 4);
            }
            case MEASURE -> {
                line(axes, x - 1.2, y, x - 1.2, wires * PITCH, Pen.solid(ink, 0.8));
                line(axes, x + 1.2, y, x + 1.2, wires * PITCH, Pen.solid(ink, 0.8));
                box(axes, x, y, BOX, BOX, "Measurement");
                double[][] half = circle(x, y + 5, 8);
                axes.plot(
                        Arrays.copyOfRange(half[0], 24, 49),
                        Arrays.copyOfRange(half[1], 24, 49),
                        ink(ink),
                        Options.width(1),
                        Options.zorder(4));
                axes.plot(
                        new double[] {x, x + 7},
                        new double[] {y + 5, y - 7},
                        ink(ink),
                        Options.width(1),
                        Options.zorder(4));
                area(
                        axes,
                        new double[][] {{x - 4, x + 4, x}, {wires * PITCH - 8, wires * PITCH - 8, wires * PITCH - 1}},
                        ink,
                        "Arrow",
                        3);
            }
            case BARRIER ->
                line(
                        axes,
                        x,
                        -0.45 * PITCH,
                        x,
                        (wires - 0.55) * PITCH,
                        new Pen(Colors.mix(axes.figure().theme().face(), ink, 0.6), 1.2, new double[] {4, 3}, false));
            default -> throw new IllegalStateException("There is no drawing for " + gate.kind + ".");
        }
    }

    private static Option ink(int color) {
        return Options.color(String.format("#%06x", color & 0xffffff));
    }

    private static void cross(Axes axes, double x, double y, double r, double turn) {
        double a = r * Math.cos(turn);
        double b = r * Math.sin(turn);
        axes.plot(
                new double[] {x - a, x + a, Double.NaN, x - b, x + b},
                new double[] {y - b, y + b, Double.NaN, y + a, y - a},
                ink(axes.figure().theme().ink()),
                Options.width(1.3),
                Options.zorder(4));
    }

    private static void box(Axes axes, double x, double y, double w, double h, String what) {
        int fill =
                Colors.mix(axes.figure().theme().face(), axes.figure().theme().color(0), 0.15);
        area(
                axes,
                new double[][] {
                    {x - w / 2, x + w / 2, x + w / 2, x - w / 2}, {y - h / 2, y - h / 2, y + h / 2, y + h / 2}
                },
                fill,
                what,
                3);
    }

    private static void area(Axes axes, double[][] outline, int fill, String what, double zorder) {
        axes.add(new AreaLayer(
                what,
                outline[0],
                outline[1],
                fill,
                Pen.solid(axes.figure().theme().ink(), 1),
                "",
                "",
                zorder));
    }

    /** A circle that begins at the right and runs through the bottom, 48 stretches. */
    private static double[][] circle(double x, double y, double r) {
        var out = new double[2][49];
        for (int i = 0; i < 49; i++) {
            out[0][i] = x + r * Math.cos(i * Math.PI / 24);
            out[1][i] = y + r * Math.sin(i * Math.PI / 24);
        }
        return out;
    }

    @Override
    public MimeBundle toMimeBundle() {
        return axes().toMimeBundle();
    }

    @Override
    public String toString() {
        return "Circuit of " + wires + " wires and " + gates.size() + " gates";
    }
}
