package lectern.tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Einstein's summation: products of tensors with named axes, summed over the names that the result lacks. */
final class Einsum {
    private static final String DOTS = "...";

    /** Names of axes that nobody can write; the last one belongs to the last axis behind the dots. */
    private static final String HIDDEN = "\u2460\u2461\u2462\u2463\u2464\u2465\u2466\u2467";

    private Einsum() {}

    /** A tensor and the names of its axes. */
    private record Named(Tensor tensor, String axes) {}

    static Tensor evaluate(String formula, Tensor... arguments) {
        String[] sides = formula.replace(" ", "").split("->", -1);
        String[] inputs = sides[0].split(",", -1);
        if (sides.length > 2 || inputs.length != arguments.length) {
            throw new IllegalArgumentException("einsum(\"" + formula + "\") describes " + inputs.length
                    + " tensors, got " + arguments.length + "; write for example \"ij,jk->ik\"");
        }
        Map<Character, Integer> lengths = new LinkedHashMap<>();
        List<Named> terms = new ArrayList<>();
        int dots = dots(formula, inputs, arguments);
        String[] written = new String[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            written[i] = named(inputs[i], inputs[i].replace(DOTS, "").length(), arguments[i].ndim());
            lengths(formula, written[i], arguments[i], i, lengths);
        }
        for (int i = 0; i < inputs.length; i++) {
            terms.add(diagonals(new Named(widened(arguments[i], written[i], lengths), written[i])));
        }
        if (dots > 0 && sides.length == 2 && !sides[1].contains(DOTS)) {
            throw new IllegalArgumentException("einsum(\"" + formula + "\"): the dots stand for " + dots
                    + " axes, so they must stand in the result, too");
        }
        String rest = HIDDEN.substring(HIDDEN.length() - dots);
        String output = sides.length == 2 ? sides[1].replace(DOTS, rest) : rest + implicit(sides[0].replace(DOTS, ""));
        for (int k = 0; k < output.length(); k++) {
            char axis = output.charAt(k);
            if (!lengths.containsKey(axis) || output.indexOf(axis) != output.lastIndexOf(axis)) {
                throw new IllegalArgumentException("einsum(\"" + formula + "\"): axis " + axis
                        + " of the result must stand in an input, and once");
            }
        }
        Named result = terms.removeFirst();
        while (!terms.isEmpty()) {
            Named next = terms.removeFirst();
            var needed = new StringBuilder(output);
            terms.forEach(term -> needed.append(term.axes));
            result = contract(result, next, needed.toString(), lengths);
        }
        return arranged(summed(result, output), output);
    }

    /** How many axes the dots stand for at most. */
    private static int dots(String formula, String[] inputs, Tensor... arguments) {
        int most = 0;
        for (int i = 0; i < inputs.length; i++) {
            int at = inputs[i].indexOf(DOTS);
            String letters = at < 0 ? inputs[i] : inputs[i].substring(0, at) + inputs[i].substring(at + DOTS.length());
            for (int k = 0; k < letters.length(); k++) {
                if (!isAxis(letters.charAt(k))) {
                    throw new IllegalArgumentException("einsum(\"" + formula
                            + "\"): axes are named by letters, and ... stands once for those that are not named");
                }
            }
            int missing = arguments[i].ndim() - letters.length();
            if (missing < 0 || missing > 0 && at < 0 || missing > HIDDEN.length()) {
                throw new ShapeException("einsum(\"" + formula + "\"): argument " + i + " has shape "
                        + Shapes.text(arguments[i].shape()) + ", the formula gives it " + letters.length() + " axes"
                        + (at < 0 ? "; write ... for those that are not named" : ""));
            }
            most = Math.max(most, missing);
        }
        return most;
    }

    private static boolean isAxis(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** The names of all axes of an argument, with names of their own for those behind the dots, which are counted from the end. */
    private static String named(String axes, int letters, int rank) {
        int hidden = rank - letters;
        return axes.replace(DOTS, HIDDEN.substring(HIDDEN.length() - hidden));
    }

    /** Notes the length of every axis; one of length 1 stretches to that of the others. */
    private static void lengths(String formula, String axes, Tensor x, int i, Map<Character, Integer> lengths) {
        int[] shape = x.shape();
        for (int k = 0; k < shape.length; k++) {
            Integer known = lengths.putIfAbsent(axes.charAt(k), shape[k]);
            if (known != null && known != shape[k]) {
                if (known != 1 && shape[k] != 1) {
                    throw new ShapeException("einsum(\"" + formula + "\"): axis "
                            + (isAxis(axes.charAt(k)) ? axes.charAt(k) : DOTS) + " has length " + known
                            + " and, in argument " + i + " of shape " + Shapes.text(shape) + ", " + shape[k]);
                }
                lengths.put(axes.charAt(k), Math.max(known, shape[k]));
            }
        }
    }

    private static Tensor widened(Tensor x, String axes, Map<Character, Integer> lengths) {
        int[] shape = axes.chars().map(c -> lengths.get((char) c)).toArray();
        return java.util.Arrays.equals(shape, x.shape()) ? x : x.broadcastTo(shape);
    }

    /** The names that occur once, in alphabetical order. */
    private static String implicit(String inputs) {
        var out = new StringBuilder();
        inputs.chars()
                .filter(c -> c != ',' && inputs.indexOf(c) == inputs.lastIndexOf(c))
                .sorted()
                .forEach(c -> out.append((char) c));
        return out.toString();
    }

    /** A name that stands twice in one tensor means its diagonal. */
    private static Named diagonals(Named term) {
        String axes = term.axes;
        for (int i = 0; i < axes.length(); i++) {
            int j = axes.indexOf(axes.charAt(i), i + 1);
            if (j > 0) {
                Tensor moved = term.tensor.moveAxis(j, -1).moveAxis(i, -1);
                String rest =
                        new StringBuilder(axes).deleteCharAt(j).deleteCharAt(i).toString();
                return diagonals(new Named(Linalg.diagonal(moved), rest + axes.charAt(i)));
            }
        }
        return term;
    }

    private static Named summed(Named term, String needed) {
        var kept = new StringBuilder();
        var gone = new ArrayList<Integer>();
        for (int i = 0; i < term.axes.length(); i++) {
            if (needed.indexOf(term.axes.charAt(i)) >= 0) {
                kept.append(term.axes.charAt(i));
            } else {
                gone.add(i);
            }
        }
        return gone.isEmpty() ? term : new Named(term.tensor.sum(Shapes.array(gone)), kept.toString());
    }

    private static Tensor arranged(Named term, String order) {
        int[] axes = new int[order.length()];
        boolean moved = false;
        for (int i = 0; i < axes.length; i++) {
            axes[i] = term.axes.indexOf(order.charAt(i));
            moved |= axes[i] != i;
        }
        return moved ? term.tensor.transpose(axes) : term.tensor;
    }

    /** The product of two terms as one batched matrix product. */
    private static Named contract(Named first, Named second, String needed, Map<Character, Integer> lengths) {
        Named a = summed(first, needed + second.axes);
        Named b = summed(second, needed + first.axes);
        var batch = new StringBuilder();
        var inner = new StringBuilder();
        var rows = new StringBuilder();
        var cols = new StringBuilder();
        for (char axis : a.axes.toCharArray()) {
            boolean shared = b.axes.indexOf(axis) >= 0;
            (!shared ? rows : needed.indexOf(axis) >= 0 ? batch : inner).append(axis);
        }
        for (char axis : b.axes.toCharArray()) {
            if (a.axes.indexOf(axis) < 0) {
                cols.append(axis);
            }
        }
        int n = size(batch, lengths);
        Tensor left = arranged(a, "" + batch + rows + inner).reshape(n, size(rows, lengths), size(inner, lengths));
        Tensor right = arranged(b, "" + batch + inner + cols).reshape(n, size(inner, lengths), size(cols, lengths));
        String axes = "" + batch + rows + cols;
        int[] shape = axes.chars().map(c -> lengths.get((char) c)).toArray();
        return new Named(left.matmul(right).reshape(shape), axes);
    }

    private static int size(CharSequence axes, Map<Character, Integer> lengths) {
        return Shapes.size(axes.chars().map(c -> lengths.get((char) c)).toArray());
    }
}
