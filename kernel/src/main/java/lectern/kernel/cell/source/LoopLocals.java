package lectern.kernel.cell.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes variables that a top-level loop assigns locals of the loop, so that it runs as fast as in a method.
 *
 * <p>{@code for (...) s += i;} becomes <code>{ double s = notebook.Cell1.s; try { for ... } finally { notebook.Cell1.s = s; } }</code>,
 * on the same line. Only where nobody can see the difference: no lambda, method or type of any cell mentions the variable.
 */
public record LoopLocals(List<Local> locals) {
    /** A variable with its declared type and the class of the field behind it. */
    record Local(String name, String type, String holder) {}

    public static LoopLocals of(
            Chunk chunk,
            Function<String, String> declaredTypes,
            Set<String> captured,
            Memory memory,
            Map<String, String> varTypes,
            String ownClass,
            Set<String> own) {
        var first = chunk.tokens().getFirst();
        if (!first.is("for") && !first.is("while") && !first.is("do")) {
            return new LoopLocals(List.of());
        }
        var names = new LinkedHashSet<String>();
        for (int i = 0; i < chunk.tokens().size(); i++) {
            if (chunk.tokens().get(i).isWord() && assigned(chunk, i)) {
                names.add(chunk.tokens().get(i).text());
            }
        }
        var locals = new ArrayList<Local>();
        for (var name : names) {
            var declared = declaredTypes.apply(name);
            var type = declared != null ? declared : varTypes.get(name);
            if (type != null && !captured.contains(name) && !declaredInside(chunk, name)) {
                var holder = own.contains(name)
                        ? ownClass
                        : memory.variables.get(name).holder();
                locals.add(new Local(name, type, Memory.PACKAGE + "." + holder));
            }
        }
        return new LoopLocals(locals);
    }

    private static boolean assigned(Chunk chunk, int i) {
        var tokens = chunk.tokens();
        boolean qualified =
                i > 0 && (tokens.get(i - 1).is(".") || tokens.get(i - 1).is("::"));
        if (qualified) {
            return false;
        }
        var before = i > 0 ? tokens.get(i - 1).text() : "";
        var after = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
        boolean stepped = before.equals("++") || before.equals("--");
        return stepped
                || after != null
                        && after.kind() == Token.Kind.SYMBOL
                        && (after.is("++")
                                || after.is("--")
                                || after.text().endsWith("=")
                                        && !Set.of("==", "!=", "<=", ">=").contains(after.text())
                                || shiftAssigned(tokens, i + 1));
    }

    /** {@code >>=} and {@code >>>=} are cut into single brackets, because of generics. */
    private static boolean shiftAssigned(List<Token> tokens, int i) {
        int j = i;
        while (j < tokens.size() && tokens.get(j).is(">") && j - i < 3) {
            j++;
        }
        return j > i
                && j < tokens.size()
                && (tokens.get(j).is(">=") || tokens.get(j).is("="));
    }

    public static boolean declaredInside(Chunk chunk, String name) {
        return declaredInside(chunk, name, 0);
    }

    /** Does the chunk declare a local variable, parameter or pattern of this name, from this token on? */
    public static boolean declaredInside(Chunk chunk, String name, int from) {
        var tokens = chunk.tokens();
        for (int i = Math.max(from, 0); i < tokens.size(); i++) {
            if (!tokens.get(i).isWord() || !tokens.get(i).text().equals(name)) {
                continue;
            }
            var before = i > from ? tokens.get(i - 1) : null;
            boolean typed = before != null
                    && (before.isWord()
                            || CellSplitter.skipType(List.of(before), 0) == 1
                            || before.is(">")
                            || before.is("]") && i >= 2 && tokens.get(i - 2).is("[")
                            || before.is("..."));
            boolean lambda = i + 1 < tokens.size()
                    && (tokens.get(i + 1).is("->")
                            || (tokens.get(i + 1).is(",") || tokens.get(i + 1).is(")")) && lambdaParameters(tokens, i));
            if (typed || lambda) {
                return true;
            }
        }
        return false;
    }

    private static boolean lambdaParameters(List<Token> tokens, int i) {
        int j = i;
        while (j < tokens.size() && (tokens.get(j).isWord() || tokens.get(j).is(","))) {
            j++;
        }
        return j + 1 < tokens.size()
                && tokens.get(j).is(")")
                && tokens.get(j + 1).is("->");
    }

    public String before() {
        if (locals.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("{ ");
        locals.forEach(local -> text.append(local.type())
                .append(' ')
                .append(local.name())
                .append(" = ")
                .append(field(local))
                .append("; "));
        return text.append("try { ").toString();
    }

    public String after() {
        if (locals.isEmpty()) {
            return "";
        }
        var text = new StringBuilder(" } finally { ");
        locals.forEach(local ->
                text.append(field(local)).append(" = ").append(local.name()).append("; "));
        return text.append("} }").toString();
    }

    private static String field(Local local) {
        return local.holder() + "." + local.name();
    }
}
