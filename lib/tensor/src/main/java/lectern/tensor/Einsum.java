package lectern.tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Einstein's summation: products of tensors with named axes, summed over the names that the result lacks. */
final class Einsum {
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
        for (int i = 0; i < inputs.length; i++) {
            terms.add(diagonals(checked(formula, inputs[i], arguments[i], i, lengths)));
        }
        String output = sides.length == 2 ? sides[1] : implicit(sides[0]);
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

    private static Named checked(String formula, String axes, Tensor x, int i, Map<Character, Integer> lengths) {
        int[] shape = x.shape();
        if (axes.length() != shape.length) {
            throw new ShapeException("einsum(\"" + formula + "\"): argument " + i + " has shape " + Shapes.text(shape)
                    + ", the formula gives it " + axes.length() + " axes");
        }
        for (int k = 0; k < shape.length; k++) {
            if (!Character.isLetter(axes.charAt(k))) {
                throw new IllegalArgumentException("einsum(\"" + formula + "\"): axes are named by letters");
            }
            Integer known = lengths.putIfAbsent(axes.charAt(k), shape[k]);
            if (known != null && known != shape[k]) {
                throw new ShapeException("einsum(\"" + formula + "\"): axis " + axes.charAt(k) + " has length " + known
                        + " and, in argument " + i + " of shape " + Shapes.text(shape) + ", " + shape[k]);
            }
        }
        return new Named(x, axes);
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
