package lectern.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import lectern.compile.graph.Factoring;
import lectern.compile.graph.Graph;
import lectern.compile.graph.Node;
import lectern.compile.graph.ValueDependence;
import lectern.compile.plan.Emitter;
import lectern.compile.run.Program;
import lectern.grad.FnN;
import lectern.tensor.RandomPosition;
import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.type.DType;

/** A function with its programs, one for each combination of argument shapes and types it has met. */
public final class Compiled implements FnN {
    /** Shape and type of one argument. */
    private record Kind(DType dtype, boolean weak, List<Integer> shape) {}

    /** So often a program is made anew because a tensor it had captured was written to. */
    private static final int RENEWALS = 4;

    private final FnN function;
    private final Map<List<Kind>, Program> programs = new ConcurrentHashMap<>();
    private final AtomicInteger renewals = new AtomicInteger();
    private volatile boolean eager;

    /** To be compiled at the first call with arguments of a kind. */
    public Compiled(FnN function) {
        this.function = function;
    }

    @Override
    public Tensor[] apply(Tensor... args) {
        if (eager || args.length == 0) {
            return function.apply(args);
        }
        for (Tensor arg : args) {
            if (arg.level() > 0) {
                return function.apply(args);
            }
        }
        Program program = program(args);
        return program == null ? function.apply(args) : program.run(args);
    }

    /** The program for arguments like these, traced at the first call; null when the function depends on values. */
    Program program(Tensor... args) {
        List<Kind> kinds = new ArrayList<>(args.length);
        for (Tensor arg : args) {
            kinds.add(new Kind(
                    arg.dtype(),
                    arg.isWeak(),
                    Arrays.stream(arg.shape()).boxed().toList()));
        }
        Program program = programs.get(kinds);
        if (program != null && program.isStale()) {
            programs.remove(kinds);
            program = null;
            if (renewals.incrementAndGet() > RENEWALS) {
                runAsItIs("a tensor that it captures is written to again and again; give it as an argument");
            }
        }
        if (program == null && !eager) {
            RandomPosition before = Sampling.randomPosition();
            try {
                program = trace(function, args);
                programs.put(kinds, program);
            } catch (ValueDependence e) {
                before.resume();
                runAsItIs(e.getMessage());
            }
        }
        return program;
    }

    private void runAsItIs(String reason) {
        eager = true;
        // Not a static field: the first logger of a JVM searches the whole class path, and few programs need one.
        Logger.getLogger("lectern.compile")
                .info("A function given to compile runs as it is, without compilation, because " + reason + ".");
    }

    /** Follows the function once with symbols in place of the arguments. */
    static Program trace(FnN function, Tensor... args) {
        try (Graph graph = new Graph()) {
            List<Node> outputs = graph.follow(function, args);
            return Emitter.emit(graph, Factoring.factored(graph, outputs));
        }
    }
}
