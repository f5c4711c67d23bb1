package lectern.kernel.debug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.kernel.debug.Debuggee.Variable;

/** The local variables that are in sight where a frame stands. */
final class Scope {
    private static final String THIS = "this";

    private Scope() {}

    /** Of variables of one name the innermost; {@code this} and what the compiler has invented are left out. */
    static List<Local> locals(Frame frame) {
        Map<String, Local> byName = new LinkedHashMap<>();
        for (var local : frame.entry().locals()) {
            if (!local.name().equals(THIS) && local.name().indexOf('$') < 0) {
                byName.put(local.name(), local);
            }
        }
        return new ArrayList<>(byName.values());
    }

    /** The same with their values. */
    static List<Variable> variables(Frame frame) {
        return locals(frame).stream()
                .map(local -> new Variable(local.name(), local.type(), frame.value(local)))
                .toList();
    }

    /** The object whose method runs, or null. */
    static Variable self(Frame frame) {
        return frame.entry().locals().stream()
                .filter(local -> local.name().equals(THIS))
                .findFirst()
                .map(local -> new Variable(THIS, local.type(), frame.value(local)))
                .orElse(null);
    }
}
