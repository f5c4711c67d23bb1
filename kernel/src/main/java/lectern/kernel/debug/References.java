package lectern.kernel.debug;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lectern.kernel.debug.Debuggee.Variable;
import lectern.kernel.debug.Members.Member;

/** Numbers by which a front end asks for what is inside of values and scopes; they hold until the values may have changed. */
final class References {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** What stands behind a number: the variables of a scope, or a value. */
    private sealed interface Target {
        record OfScope(Supplier<List<Variable>> variables) implements Target {}

        record OfValue(Object value) implements Target {}
    }

    private final Map<Integer, Target> targets = new HashMap<>();

    synchronized int scope(Supplier<List<Variable>> variables) {
        return put(new Target.OfScope(variables));
    }

    /** The number for a value; 0, as the protocol wants it, where there is nothing to open. */
    synchronized int value(Object value) {
        return Members.any(value) ? put(new Target.OfValue(value)) : 0;
    }

    private int put(Target target) {
        int number = NUMBERS.incrementAndGet();
        targets.put(number, target);
        return number;
    }

    synchronized boolean knows(int number) {
        return targets.containsKey(number);
    }

    synchronized void clear() {
        targets.clear();
    }

    /**
     * What is behind a number, with the declared types of variables.
     *
     * @param count at most so many parts; 0 for all
     */
    List<Variable> open(int number, int start, int count) {
        Target target;
        synchronized (this) {
            target = targets.get(number);
        }
        return switch (target) {
            case null -> throw new RequestRefused("what was asked for is gone: the program has gone on since");
            case Target.OfScope scope -> page(scope.variables().get(), start, count);
            case Target.OfValue value ->
                Members.of(value.value(), start, count).stream()
                        .map(References::variable)
                        .toList();
        };
    }

    private static List<Variable> page(List<Variable> all, int start, int count) {
        int from = Math.min(start, all.size());
        return all.subList(from, count > 0 ? Math.min(all.size(), from + count) : all.size());
    }

    private static Variable variable(Member member) {
        var value = member.value();
        var type = value == null || value instanceof Members.Range
                ? ""
                : value.getClass().getTypeName();
        return new Variable(member.name(), type, value);
    }
}
