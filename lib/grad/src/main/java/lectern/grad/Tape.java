package lectern.grad;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import lectern.grad.rule.Rules;
import lectern.grad.rule.Spectrum;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.Op;

/**
 * What one reverse-mode transformation has recorded: its results in the order of computation.
 *
 * <p>The order makes the backward sweep a plain loop from the last result to the first; no graph is searched, and
 * recursion in the user's function costs no stack here.
 */
final class Tape extends Transformation {
    private Reverse[] nodes = new Reverse[16];

    private int size;

    /** The cotangent of {@code x} under {@code y = f(x)}, given that of y; null for zero. */
    static Tensor pull(UnaryOperator<Tensor> f, Tensor x, Tensor g) {
        try (Tape tape = new Tape()) {
            Tensor y = f.apply(tape.input(x));
            return y == null ? null : tape.pull(y, g, 1)[0];
        }
    }

    /** A value to differentiate with respect to. */
    Reverse input(Tensor primal) {
        return add(new Reverse(this, size, Tracer.hold(primal), null, null, null));
    }

    @Override
    Tensor follow(Op op, Tensor y, Tensor[] primals, Tensor[] args) {
        return add(new Reverse(this, size, y, op, primals, args));
    }

    /** True when nothing was computed with the inputs. */
    boolean isUnused(int inputs) {
        return size == inputs;
    }

    /** The tangent of a result given that of the first value of the tape; null for zero. */
    Tensor push(Tensor result, Tensor tangent) {
        if (!owns(result)) {
            return null;
        }
        int last = ((Reverse) result).index;
        Tensor[] tangents = new Tensor[last + 1];
        tangents[0] = tangent;
        for (int k = 1; k <= last; k++) {
            Reverse node = nodes[k];
            boolean moves = false;
            Tensor[] dx = new Tensor[node.op == null ? 0 : node.args.length];
            for (int i = 0; i < dx.length; i++) {
                dx[i] = owns(node.args[i]) ? tangents[((Reverse) node.args[i]).index] : null;
                moves |= dx[i] != null;
            }
            tangents[k] = moves ? Rules.push(node.op, node.primal, node.primals, dx) : null;
        }
        return tangents[last];
    }

    /** How the cotangent of a value changes while that value moves and everything that was made of it follows. */
    private Spectrum.Sway sway(Reverse value, int last, Tensor seed) {
        return direction -> {
            try (Forward forward = new Forward()) {
                Tensor[] moved = new Tensor[last + 1];
                moved[value.index] = new Dual(forward, value.primal, direction);
                for (int k = value.index + 1; k <= last; k++) {
                    Tensor[] args = moved(nodes[k], moved);
                    moved[k] = args == null ? null : Tensor.apply(nodes[k].op, args);
                }
                Tensor[] cotangents = new Tensor[last + 1];
                cotangents[last] = seed;
                for (int k = last; k > value.index; k--) {
                    Reverse node = nodes[k];
                    if (cotangents[k] == null || moved[k] == null) {
                        continue;
                    }
                    Tensor[] args = moved(node, moved);
                    for (int i = 0; i < args.length; i++) {
                        if (args[i] != node.primals[i]) {
                            Tensor part = Rules.pull(node.op, i, cotangents[k], moved[k], args);
                            int p = ((Reverse) node.args[i]).index;
                            if (part != null) {
                                cotangents[p] = cotangents[p] == null ? part : cotangents[p].plus(part);
                            }
                        }
                    }
                }
                Tensor change = cotangents[value.index] == null ? null : forward.tangent(cotangents[value.index]);
                return change == null ? Tensors.zerosLike(value.primal) : change;
            }
        };
    }

    /** The arguments of a value with those that have moved; null when none has. */
    private Tensor[] moved(Reverse node, Tensor... moved) {
        Tensor[] args = null;
        for (int i = 0; node.op != null && i < node.args.length; i++) {
            Tensor now = owns(node.args[i]) ? moved[((Reverse) node.args[i]).index] : null;
            if (now != null) {
                args = args == null ? node.primals.clone() : args;
                args[i] = now;
            }
        }
        return args;
    }

    private Reverse add(Reverse node) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * size);
        }
        nodes[size++] = node;
        return node;
    }

    /**
     * The cotangents of the first {@code inputs} values of the tape, given that of one result; null where there is no
     * path.
     *
     * <p>May be called any number of times.
     */
    Tensor[] pull(Tensor result, Tensor seed, int inputs) {
        return owns(result) ? Arrays.copyOf(sweep(result, seed, false), inputs) : new Tensor[inputs];
    }

    /**
     * The backward sweep: the cotangents of all values up to the result. Those of operations are dropped as soon as
     * they are handed on, unless they are to be kept.
     */
    private Tensor[] sweep(Tensor result, Tensor seed, boolean keep) {
        int last = ((Reverse) result).index;
        Tensor[] cotangents = new Tensor[last + 1];
        cotangents[last] = seed;
        for (int k = last; k >= 0; k--) {
            Tensor g = cotangents[k];
            if (g == null) {
                continue;
            }
            Reverse node = nodes[k];
            if (node.op == null) {
                continue;
            }
            cotangents[k] = keep ? g : null;
            Tensor[] args = node.args;
            for (int i = 0; i < args.length; i++) {
                if (args[i] instanceof Reverse parent && parent.home == this) {
                    Tensor part = Rules.isSpectral(node.op)
                            ? Rules.pull(node.op, i, g, node.primal, node.primals, sway(node, last, seed))
                            : Rules.pull(node.op, i, g, node.primal, node.primals);
                    if (part != null) {
                        int p = parent.index;
                        cotangents[p] = cotangents[p] == null ? part : cotangents[p].plus(part);
                    }
                }
            }
        }
        return cotangents;
    }

    /** What was recorded, with names for the inputs, and the adjoint of every value under the sum of the result. */
    List<Trace.Step> steps(List<String> names, Tensor result) {
        Tensor[] adjoints =
                owns(result) ? sweep(result, Operators.one(((Reverse) result).primal), true) : new Tensor[0];
        List<Trace.Step> steps = new ArrayList<>();
        int operations = 0;
        for (int k = 0; k < size; k++) {
            Reverse node = nodes[k];
            String name = k < names.size() ? names.get(k) : "v" + ++operations;
            List<String> arguments = new ArrayList<>();
            for (int i = 0; node.op != null && i < node.args.length; i++) {
                arguments.add(
                        owns(node.args[i])
                                ? steps.get(((Reverse) node.args[i]).index).name()
                                : Trace.text(node.args[i]));
            }
            Tensor adjoint = k < adjoints.length && adjoints[k] != null
                    ? Tracer.apart(adjoints[k])
                    : Tensors.zerosLike(node.primal);
            steps.add(new Trace.Step(
                    name, node.op == null ? "" : node.op.label(), arguments, Tracer.apart(node.primal), adjoint));
        }
        return steps;
    }
}
