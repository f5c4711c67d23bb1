package lectern.kernel.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lectern.kernel.cell.compile.Guard;
import lectern.kernel.cell.compile.Units;
import lectern.kernel.cell.engine.Engine;
import lectern.kernel.cell.run.Interrupter;
import lectern.kernel.cell.source.CellSplitter;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.Terms;
import lectern.kernel.cell.source.Token;
import lectern.kernel.display.Renderers;
import lectern.notebook.Displayable;
import lectern.notebook.MimeBundle;
import lectern.notebook.Quote;

/**
 * Quotes the argument of a call that is under way, and says what its terms are worth.
 *
 * <p>The source is found by the line of the cell's frame. Values are told only of calls that are statements of the cell itself:
 * in a loop or a method a name may mean something else than the variable of the notebook. They are computed as the debugger
 * computes expressions in a stopped cell.
 */
final class Quotes {
    private static final int MOST = 8;
    private static final int LONGEST = 80;

    private final Engine engine;
    private final Renderers renderers;
    private final Interrupter interrupter;

    Quotes(Engine engine, Renderers renderers, Interrupter interrupter) {
        this.engine = engine;
        this.renderers = renderers;
        this.interrupter = interrupter;
    }

    /** A call in a cell: the chunk that holds it, and the tokens of one argument. */
    private record Call(Chunk chunk, int start, List<Token> argument) {
        boolean isStatement() {
            return chunk.kind() == Chunk.Kind.EXPRESSION && chunk.start() == start;
        }
    }

    Quote quote(String verb, int argument) {
        var frame = StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::toStackTraceElement)
                        .filter(Units::isCell)
                        .findFirst()
                        .orElse(null));
        var place = frame == null ? null : engine.units().place(frame);
        var call = place == null ? null : call(place.cell(), place.line(), place.offset(), verb, argument);
        if (call == null) {
            return Quote.NONE;
        }
        var source = Terms.text(place.cell().code(), call.argument());
        boolean own = call.isStatement() && frame.getMethodName().startsWith("run$");
        return new Quote(source, own ? values(place.cell().code(), call.argument()) : Map.of());
    }

    private static Call call(CellText cell, int line, int from, String verb, int argument) {
        for (var chunk : CellSplitter.split(cell)) {
            var tokens = chunk.tokens();
            for (int i = 0; i + 1 < tokens.size(); i++) {
                var token = tokens.get(i);
                boolean here = token.start() >= from && cell.line(token.start()) == line;
                if (here
                        && token.isWord()
                        && token.is(verb)
                        && tokens.get(i + 1).is("(")) {
                    var arguments = Terms.split(tokens.subList(i + 2, Terms.closing(tokens, i + 1)), Set.of(","));
                    return arguments.size() <= argument
                            ? null
                            : new Call(chunk, token.start(), withoutLambda(arguments.get(argument)));
                }
            }
        }
        return null;
    }

    /** {@code () -> a < b} is the condition {@code a < b}. */
    private static List<Token> withoutLambda(List<Token> argument) {
        boolean lambda = argument.size() > 3
                && argument.get(0).is("(")
                && argument.get(1).is(")")
                && argument.get(2).is("->")
                && !argument.get(3).is("{");
        return lambda ? argument.subList(3, argument.size()) : argument;
    }

    private Map<String, String> values(String code, List<Token> condition) {
        var values = new LinkedHashMap<String, String>();
        var known =
                engine.variablesInSight().stream().map(Memory.Variable::name).collect(Collectors.toSet());
        var terms =
                Terms.of(code, condition, known::contains).stream().limit(MOST).toList();
        var captured = Set.copyOf(engine.memory().captured);
        try {
            engine.rememberRunning();
            var suppliers = suppliers(terms);
            for (int i = 0; i < terms.size(); i++) {
                var text = text(interrupter.user(suppliers.get(i)::get));
                if (text != null) {
                    values.put(terms.get(i), text);
                }
            }
        } catch (Guard.CellInterrupted interrupted) {
            throw interrupted;
        } catch (Throwable untold) {
            // A message without its values is better than none.
            return values;
        } finally {
            engine.memory().captured.retainAll(captured);
        }
        return values;
    }

    private List<Supplier<?>> suppliers(List<String> terms) throws Throwable {
        var each = terms.stream().map(term -> "() -> (" + term + ")").collect(Collectors.joining(", "));
        return terms.isEmpty()
                ? List.of()
                : List.of((Supplier<?>[])
                        engine.run(new CellText(0, "new " + Supplier.class.getName() + "<?>[] {" + each + "}"))
                                .object());
    }

    /** A value in one short line; null where there is none. */
    private String text(Object value) {
        var text = value instanceof Displayable
                ? value.toString()
                : String.valueOf(renderers.render(value).data().get(MimeBundle.TEXT));
        return text.length() > LONGEST || text.contains("\n") ? null : text;
    }
}
