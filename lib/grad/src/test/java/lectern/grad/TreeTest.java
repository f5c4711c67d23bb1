package lectern.grad;

import static org.junit.jupiter.api.Assertions.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.Test;

/** Structures are taken apart and put together with nothing lost. */
class TreeTest {
    record Net(List<Tensor> weights, Object extra, int width) {}

    /** A class of one's own. */
    static final class Pair implements Tree.Node {
        final Tensor first;
        final Object second;

        Pair(Tensor first, Object second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public List<?> parts() {
            return List.of(first, second);
        }

        @Override
        public Object rebuild(List<?> parts) {
            return new Pair((Tensor) parts.get(0), parts.get(1));
        }
    }

    @Test
    void leavesAreFloatingPointAndInOrder() {
        Tensor integers = Tensors.of(1, 2);
        Object structure = Arrays.asList(
                Tensors.of(1.0),
                null,
                new Net(List.of(Tensors.of(2.0)), "name", 7),
                new TreeMap<>(Map.of("b", 4.0, "a", 3.0f)),
                integers,
                new Object[] {Tensors.of(5.0), "text"},
                new Pair(Tensors.of(6.0), 7.0));
        Tree tree = Tree.of(structure);
        assertArrayEquals(
                new double[] {1, 2, 3, 4, 5, 6, 7},
                tree.leaves().stream().mapToDouble(Tensor::item).toArray());
        List<?> back = (List<?>)
                tree.rebuild(tree.leaves().stream().map(t -> t.times(10)).toList());
        assertEquals(10, ((Tensor) back.get(0)).item());
        assertNull(back.get(1));
        Net net = (Net) back.get(2);
        assertEquals(20, net.weights().get(0).item());
        assertEquals("name", net.extra());
        assertEquals(7, net.width());
        assertEquals(30, ((Tensor) ((Map<?, ?>) back.get(3)).get("a")).item());
        assertSame(integers, back.get(4));
        assertEquals("text", ((Object[]) back.get(5))[1]);
        assertEquals(70, ((Tensor) ((Pair) back.get(6)).second).item());
        assertThrows(IllegalArgumentException.class, () -> tree.rebuild(List.of()));
    }

    @Test
    void structuresAreMappedAndZipped() {
        Map<String, Tensor> p = Map.of("w", Tensors.of(1.0, 2.0).cast(DType.FLOAT32));
        Map<String, Tensor> sum = Tree.zip(Tree.map(p, t -> t.times(3)), p, Tensor::minus);
        assertArrayEquals(new double[] {2, 4}, sum.get("w").toDoubleArray());
        assertEquals(DType.FLOAT32, sum.get("w").dtype());
        assertThrows(IllegalArgumentException.class, () -> Tree.zip(p, List.of(), Tensor::plus));
    }
}
