package lectern.compile.graph;

import lectern.tensor.Tensor;
import lectern.tensor.op.Op;
import lectern.tensor.type.DType;

/** A value of a program that is being traced: shape and type are known, the numbers are not. */
final class Symbol extends Tensor {
    final Graph graph;
    final Node node;

    Symbol(Graph graph, Node node) {
        this.graph = graph;
        this.node = node;
    }

    @Override
    public DType dtype() {
        return node.dtype;
    }

    @Override
    public int[] shape() {
        return node.shape.clone();
    }

    @Override
    public boolean isWeak() {
        return node.weak;
    }

    @Override
    public int level() {
        return graph.level;
    }

    @Override
    public Tensor trace(Op op, Tensor... args) {
        return graph.trace(op, args);
    }

    @Override
    public Tensor value() {
        throw new ValueDependence("it reads a value (item, a comparison in an if, toDoubleArray or printing)");
    }

    @Override
    public String toString() {
        return "traced " + node;
    }
}
