package lectern.grad;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lectern.tensor.Tensor;
import lectern.tensor.type.Shapes;

/**
 * One run of a function, operation by operation: what was computed, and how the result changes with it.
 *
 * <p>The steps stand in the order in which they ran, arguments first. The <em>adjoint</em> of a step is the derivative
 * of the result by its value, $\bar v_i = \partial y / \partial v_i$; of a result of several numbers, the derivative of
 * their sum. A notebook draws the trace as a graph; as text it is a table.
 *
 * @param steps the arguments and the operations
 */
public record Trace(List<Step> steps) {
    private static final Map<String, String> SIGNS = Map.of("add", "+", "sub", "−", "mul", "·", "div", "/");

    /**
     * An argument of the function, or an operation.
     *
     * @param name {@code x} and {@code y} for arguments, {@code v1}, {@code v2}, … for operations
     * @param operation what was computed, such as {@code sin}; empty for an argument of the function
     * @param arguments the names of the steps it was computed from, and the constants among them as numbers
     * @param value what came out
     * @param adjoint the derivative of the result by this value, zero where the result does not depend on it
     */
    public record Step(String name, String operation, List<String> arguments, Tensor value, Tensor adjoint) {
        public Step {
            arguments = List.copyOf(arguments);
        }

        /** The step as a line of mathematics: {@code v2 = sin(v1)}, {@code v3 = v1 + 2}. */
        public String formula() {
            if (operation.isEmpty()) {
                return name;
            }
            String sign = arguments.size() == 2 ? SIGNS.get(operation) : null;
            return name + " = "
                    + (sign == null
                            ? operation + "(" + String.join(", ", arguments) + ")"
                            : arguments.getFirst() + " " + sign + " " + arguments.getLast());
        }
    }

    public Trace {
        steps = List.copyOf(steps);
    }

    /** A function of its arguments, as many as are given. */
    @FunctionalInterface
    interface Program {
        Tensor apply(List<Tensor> arguments);
    }

    /** Runs a program once and keeps what it does. */
    static Trace of(Program f, List<String> names, List<Tensor> at) {
        try (Tape tape = new Tape()) {
            List<Tensor> inputs = new ArrayList<>();
            at.forEach(x -> inputs.add(tape.input(Operators.floating(x))));
            Tensor y = f.apply(inputs);
            Operators.requireResult(y);
            return new Trace(tape.steps(names, y));
        }
    }

    /** How a value reads in a step: a number with a few digits, of an array its shape. */
    public static String text(Tensor value) {
        return value.shape().length == 0 ? number(value.item()) : "array of shape " + Shapes.text(value.shape());
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4g", value).replace('-', '−');
        if (text.contains("e") || !text.contains(".")) {
            return text;
        }
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    /** The rows of a table: formula, value, adjoint. */
    @Override
    public String toString() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("step", "value", "adjoint"));
        for (Step step : steps) {
            rows.add(List.of(step.formula(), text(step.value), text(step.adjoint)));
        }
        var widths = new ArrayList<Integer>(Collections.nCopies(3, 0));
        rows.forEach(row -> {
            for (int i = 0; i < 3; i++) {
                widths.set(i, Math.max(widths.get(i), row.get(i).length()));
            }
        });
        var out = new StringBuilder();
        for (var row : rows) {
            out.append(String.format("%-" + widths.get(0) + "s  ", row.get(0)))
                    .append(String.format("%" + widths.get(1) + "s  ", row.get(1)))
                    .append(String.format("%" + widths.get(2) + "s", row.get(2)))
                    .append('\n');
        }
        return out.toString().stripTrailing();
    }
}
