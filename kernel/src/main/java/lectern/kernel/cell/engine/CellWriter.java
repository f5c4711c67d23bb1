package lectern.kernel.cell.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.Chunk.Kind;
import lectern.kernel.cell.source.ChunkForms;
import lectern.kernel.cell.source.Declarator;
import lectern.kernel.cell.source.LoopLocals;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.Signature;
import lectern.kernel.cell.source.UnitSource;
import lectern.kernel.debug.Tracing;

/**
 * Writes the chunks of a cell as one class: variables become static fields, methods static methods, types nested types, statements
 * the body of {@code run$}.
 *
 * <p>Text of the person is copied character by character, so that every error and stack frame finds its way back.
 */
final class CellWriter {
    static final String RUN = "run$";
    static final String VALUE = "$value";
    static final String STEP = "$step";
    /** Statements that go into one method; the class-file format allows 64 kB a method. */
    private static final int STATEMENTS_A_METHOD = 100;

    /** How the last chunk is treated. */
    enum Result {
        NONE,
        VALUE,
        PROBE
    }

    private final Memory memory;
    private final StarImports starImports;
    private final List<Chunk> chunks;
    private final List<Chunk> carried;
    private final UnitSource unit;
    private final CellNames names;

    CellWriter(String className, Memory memory, StarImports starImports, List<Chunk> chunks, List<Chunk> carried) {
        this.unit = new UnitSource(className);
        this.memory = memory;
        this.starImports = starImports;
        this.chunks = chunks;
        this.carried = carried;
        this.names = new CellNames(memory, chunks, carried);
    }

    /** A unit whose analysis tells the types of {@code var} variables and whether the last expression has a value. */
    UnitSource probe() {
        head(Map.of());
        unit.raw("public static void run$() throws Throwable {\n");
        for (int i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            if (ChunkForms.isVar(chunk)) {
                unit.raw("\n");
                copy(chunk, chunk.body(), chunk.nameAt() + 1, i);
                copy(chunk, chunk.nameAt() + 1, chunk.tokens().size(), i);
                unit.raw(chunk.hasSemicolon() ? "" : ";");
            } else {
                statement(i, Result.PROBE, Map.of());
            }
        }
        unit.raw("\n}\n}\n");
        return unit;
    }

    /** The unit to run. {@code types} says what type each {@code var} variable has. */
    UnitSource write(Map<String, String> types, Result result) {
        names.keepFields(types);
        head(types);
        for (var chunk : chunks) {
            if (chunk.kind() == Kind.VARIABLE) {
                fields(chunk, types);
            }
        }
        var runs = new StringBuilder();
        int method = 0;
        for (int i = 0; i < chunks.size(); i++) {
            if (i % STATEMENTS_A_METHOD == 0) {
                unit.raw(i == 0 ? "" : "\n}\n").raw("public static void run$" + method + "() throws Throwable {");
                runs.append(" run$").append(method++).append("();");
            }
            statement(i, result, types);
        }
        unit.raw(chunks.isEmpty() ? "" : "\n}\n");
        unit.raw("public static void run$() throws Throwable {" + runs + " }\n}\n");
        return unit;
    }

    private void head(Map<String, String> varTypes) {
        unit.raw("package " + Memory.PACKAGE + ";\n");
        var types = new HashSet<>(memory.types.keySet());
        for (var list : List.of(carried, chunks)) {
            list.stream()
                    .filter(chunk -> chunk.kind() == Kind.TYPE)
                    .map(Chunk::name)
                    .forEach(types::add);
        }
        var words = ImportFilter.words(
                Stream.of(carried, chunks).flatMap(List::stream).toList(), varTypes.values(), memory);
        var ofThisCell = chunks.stream()
                .filter(chunk -> chunk.kind() == Kind.IMPORT)
                .map(Chunk::text)
                .toList();
        var replaced = memory.replacedBy(ofThisCell);
        var ofEarlierCells =
                memory.imports.stream().filter(line -> !replaced.contains(line)).toList();
        var taken = starImports.taken(
                Stream.of(ofEarlierCells, ofThisCell).flatMap(List::stream).toList());
        starImports
                .needed(words)
                .forEach(line -> unit.raw(starImports.ofLibrary(line, types, taken, memory))
                        .raw("\n"));
        ofEarlierCells.forEach(
                line -> unit.raw(starImports.ofCell(line, types, memory)).raw("\n"));
        for (var chunk : chunks) {
            if (chunk.kind() == Kind.IMPORT) {
                var text = starImports.ofCell(chunk.text(), types, memory);
                if (text.equals(chunk.text())) {
                    unit.copy(chunk.cell(), chunk.start(), chunk.end()).raw(chunk.hasSemicolon() ? "\n" : ";\n");
                } else {
                    unit.raw(text).raw("\n");
                }
            }
        }
        for (var name : names.fromMemory()) {
            for (var holder : memory.holders(name)) {
                unit.raw("import static " + Memory.PACKAGE + "." + holder + "." + name + ";\n");
            }
        }
        unit.raw("@SuppressWarnings(\"all\") public final class " + unit.className + " {\n");
        unit.raw("public static Object $value, $quiet; public static int $step;\n");
        int slot = 0;
        for (var list : List.of(carried, chunks)) {
            for (var chunk : list) {
                if (chunk.kind() == Kind.TYPE) {
                    type(chunk);
                } else if (chunk.kind() == Kind.METHOD) {
                    method(chunk, slot++);
                }
            }
        }
    }

    private void modifiers(Chunk chunk, Set<String> dropped) {
        unit.raw("\npublic static ");
        for (int i = 0; i < chunk.body(); i++) {
            if (!dropped.contains(chunk.tokens().get(i).text())) {
                unit.copy(
                        chunk.cell(),
                        chunk.tokens().get(i).start(),
                        chunk.tokens().get(i).end());
                boolean annotation = chunk.tokens().get(i).is("@")
                        || i + 1 < chunk.body() && chunk.tokens().get(i + 1).is(".");
                unit.raw(annotation ? "" : " ");
            }
        }
    }

    private void type(Chunk chunk) {
        modifiers(chunk, Set.of("public", "private", "protected", "static"));
        int from = chunk.tokens().get(chunk.body()).start();
        for (int constructor : chunk.tokens().get(chunk.body()).is("record") ? canonical(chunk) : List.<Integer>of()) {
            unit.copy(chunk.cell(), from, constructor).raw("public ");
            from = constructor;
        }
        unit.copy(chunk.cell(), from, chunk.end()).raw("\n");
    }

    /** Where constructors without a modifier begin: those of a record must be as public as we make the record. */
    private static List<Integer> canonical(Chunk chunk) {
        var found = new ArrayList<Integer>();
        var tokens = chunk.tokens();
        int depth = 0;
        for (int i = chunk.nameAt() + 1; i < tokens.size() - 1; i++) {
            var next = tokens.get(i + 1);
            boolean first = tokens.get(i - 1).is("{")
                    || tokens.get(i - 1).is("}")
                    || tokens.get(i - 1).is(";");
            if (depth == 1 && first && tokens.get(i).is(chunk.name()) && (next.is("{") || next.is("("))) {
                found.add(tokens.get(i).start());
            }
            depth += tokens.get(i).is("{") ? 1 : tokens.get(i).is("}") ? -1 : 0;
        }
        return found;
    }

    private void method(Chunk chunk, int slot) {
        var signature = Signature.of(chunk);
        unit.raw("\npublic static boolean $f" + slot + "; public static java.lang.invoke.MethodHandle $h" + slot
                + ";\n@" + Slot.class.getName() + "(" + slot + ") ");
        modifiers(chunk, Set.of("public", "private", "protected", "static", "final", "abstract", "default"));
        int from = chunk.tokens().get(chunk.body()).start();
        if (signature.open() < 0) {
            unit.copy(chunk.cell(), from, chunk.end()).raw("\n");
            return;
        }
        int open = chunk.tokens().get(signature.open()).end();
        var call = "$h" + slot + ".invokeExact(" + String.join(", ", signature.parameterNames()) + ");";
        unit.copy(chunk.cell(), from, open)
                .raw(" if ($f" + slot + ") { "
                        + (signature.result().equals("void")
                                ? call + " return;"
                                : "return (" + signature.result() + ") " + call)
                        + " } ")
                .copy(chunk.cell(), open, chunk.end())
                .raw("\n");
    }

    private void fields(Chunk chunk, Map<String, String> types) {
        for (var declarator : Declarator.of(chunk)) {
            if (names.isKept(declarator.name())) {
                continue;
            }
            unit.raw("\npublic static ");
            if (ChunkForms.isVar(chunk)) {
                unit.raw(types.getOrDefault(declarator.name(), "Object")).raw(" ");
            } else {
                unit.copy(
                                chunk.cell(),
                                chunk.tokens().get(chunk.body()).start(),
                                chunk.tokens().get(chunk.nameAt() - 1).end())
                        .raw("[]".repeat(declarator.dimensions()))
                        .raw(" ");
            }
            var name = chunk.tokens().get(declarator.nameAt());
            unit.copy(chunk.cell(), name.start(), name.end()).raw(";");
        }
        unit.raw("\n");
    }

    private void statement(int index, Result result, Map<String, String> types) {
        var chunk = chunks.get(index);
        boolean last = index == chunks.size() - 1;
        switch (chunk.kind()) {
            case VARIABLE -> {
                if (result == Result.PROBE) {
                    unit.raw("\n");
                    copy(chunk, chunk.body(), chunk.tokens().size(), index);
                    unit.raw(chunk.hasSemicolon() ? "" : ";");
                } else {
                    assignments(chunk, index);
                }
            }
            case STATEMENT, EXPRESSION -> {
                unit.raw("\n" + STEP + " = " + index + "; ");
                var caching = result == Result.PROBE || Tracing.wanted()
                        ? new LoopLocals(List.of())
                        : LoopLocals.of(
                                chunk, names::typeOf, names.captured(), memory, types, unit.className, names.own());
                unit.raw(caching.before());
                if (last && ChunkForms.wantsResult(chunk)) {
                    unit.raw(result == Result.PROBE ? "var $result = " : result == Result.VALUE ? VALUE + " = " : "");
                } else if (chunk.kind() == Kind.EXPRESSION && !ChunkForms.isStatement(chunk)) {
                    unit.raw("$quiet = ");
                }
                copy(chunk, 0, chunk.tokens().size(), index);
                boolean braced = chunk.kind() == Kind.STATEMENT
                        && chunk.tokens().getLast().is("}");
                boolean value = last && ChunkForms.wantsResult(chunk) && result != Result.NONE;
                unit.raw(chunk.hasSemicolon() || braced && !value ? "" : ";").raw(caching.after());
            }
            default -> {}
        }
    }

    private void assignments(Chunk chunk, int index) {
        for (var declarator : Declarator.of(chunk)) {
            if (declarator.init() < 0) {
                unit.raw(
                        names.isKept(declarator.name())
                                ? "\n" + STEP + " = " + index + "; " + declarator.name() + " = "
                                        + defaultOf(ChunkForms.typeText(chunk, declarator)) + ";"
                                : "");
                continue;
            }
            unit.raw("\n" + STEP + " = " + index + "; ").raw(declarator.name() + " = ");
            if (declarator.init() < chunk.tokens().size()
                    && chunk.tokens().get(declarator.init()).is("{")) {
                unit.raw("new " + ChunkForms.typeText(chunk, declarator));
            }
            if (chunk.tokens().get(declarator.init() - 1).is("=")) {
                copy(chunk, declarator.init(), declarator.initEnd(), index);
            } else {
                unit.raw(declarator.name() + " ");
                copy(chunk, declarator.init(), declarator.initEnd(), index);
            }
            unit.raw(";");
        }
    }

    private static String defaultOf(String type) {
        return switch (type) {
            case "boolean" -> "false";
            case "byte", "short", "char", "int", "long", "float", "double" -> "0";
            default -> "null";
        };
    }

    /**
     * Copies tokens {@code [from, to)}. A variable that this cell declares further down means the one of an earlier cell here, as
     * in {@code var x = x.reshape(2, 3);}.
     */
    private void copy(Chunk chunk, int from, int to, int index) {
        if (from >= to) {
            return;
        }
        int start = chunk.tokens().get(from).start();
        for (int i = from; i < to; i++) {
            if (!names.meansOlder(chunk, i, index)) {
                continue;
            }
            var token = chunk.tokens().get(i);
            unit.copy(chunk.cell(), start, token.start())
                    .raw(Memory.PACKAGE + "."
                            + memory.variables.get(token.text()).holder() + ".");
            start = token.start();
        }
        unit.copy(chunk.cell(), start, chunk.tokens().get(to - 1).end());
    }

    /** The classes of older cells in whose fields the variables of this cell stay, by name. */
    Map<String, String> kept() {
        return names.kept();
    }

    /** Variables that a statement uses before the cell declares them, and that no earlier cell has declared. */
    List<String> usedTooEarly() {
        return names.usedTooEarly();
    }
}
