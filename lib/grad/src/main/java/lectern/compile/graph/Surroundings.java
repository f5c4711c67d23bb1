package lectern.compile.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import lectern.tensor.RandomPosition;
import lectern.tensor.Tensor;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.Shapes;
import lectern.tensor.type.Witness;

/**
 * What a followed function reads besides its arguments: tensors from outside, with how often each had been written to, and
 * random numbers, which become inputs of the program.
 */
final class Surroundings extends Witness {
    private final Graph graph;
    private final Set<Operand> own = Collections.newSetFromMap(new IdentityHashMap<>());

    final IdentityHashMap<Tensor, Integer> read = new IdentityHashMap<>();
    final List<Draw> draws = new ArrayList<>();

    Surroundings(Graph graph) {
        super(RandomPosition.scope());
        this.graph = graph;
    }

    @Override
    public void made(Operand tensor) {
        own.add(tensor);
    }

    @Override
    public void read(Operand tensor) {
        if (!own.contains(tensor)) {
            read.computeIfAbsent((Tensor) tensor, Raw::writes);
        }
    }

    @Override
    public void writes(Operand tensor) {
        if (!own.contains(tensor)) {
            throw new ValueDependence("it writes to a tensor " + Shapes.text(tensor.shape()) + " from outside");
        }
    }

    @Override
    public Operand draw(boolean normal, int... shape) {
        draws.add(new Draw(normal, Shapes.size(shape)));
        return graph.input(shape, DType.FLOAT64, false).symbol;
    }

    @Override
    public void draws(String how) {
        throw new ValueDependence(how);
    }
}
