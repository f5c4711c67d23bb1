package lectern.kernel.debug;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line where threads stop: always, when a condition holds, after some hits, or not at all but with a message. */
final class Breakpoint {
    private static final Pattern HITS = Pattern.compile("\\s*(>=|>|==|=|<=|<|%)?\\s*(\\d{1,18})\\s*");
    private static final Pattern IN_BRACES = Pattern.compile("\\{([^{}]*)}");

    private final int line;
    private final String condition;
    private final String message;
    private final LongPredicate hitsWanted;
    private final AtomicLong hits = new AtomicLong();
    private final Map<String, Snippet> compiled = new HashMap<>();

    /**
     * Empty texts mean that there is none.
     *
     * @param hitCondition how often it must be passed: {@code 5}, {@code >= 5}, {@code % 5}
     */
    Breakpoint(int line, String condition, String hitCondition, String message) {
        this.line = line;
        this.condition = condition.strip();
        this.message = message;
        hitsWanted = hits(hitCondition);
    }

    private static LongPredicate hits(String text) {
        if (text.isBlank()) {
            return count -> true;
        }
        Matcher parts = HITS.matcher(text);
        if (!parts.matches()) {
            throw new RequestRefused("the hit count \"" + text
                    + "\" is not understood: write a number, or one after >=, >, ==, <, <= or %");
        }
        long wanted = Long.parseLong(parts.group(2));
        return switch (parts.group(1) == null ? "==" : parts.group(1)) {
            case ">=" -> count -> count >= wanted;
            case ">" -> count -> count > wanted;
            case "<=" -> count -> count <= wanted;
            case "<" -> count -> count < wanted;
            case "%" -> count -> wanted > 0 && count % wanted == 0;
            default -> count -> count == wanted;
        };
    }

    int line() {
        return line;
    }

    /**
     * Does a thread that begins this line stop here? One that only leaves a message does not.
     *
     * @throws IllegalArgumentException when the condition does not compile or is no truth value
     */
    boolean stops(Frame frame, Debuggee debuggee) throws Throwable {
        if (!condition.isEmpty()) {
            var holds = value(condition, frame, debuggee);
            if (!(holds instanceof Boolean)) {
                throw new IllegalArgumentException("it is no truth value but " + debuggee.text(holds));
            }
            if (!(boolean) holds) {
                return false;
            }
        }
        if (!hitsWanted.test(hits.incrementAndGet())) {
            return false;
        }
        if (message.isEmpty()) {
            return true;
        }
        System.out.println(filled(frame, debuggee));
        return false;
    }

    private String filled(Frame frame, Debuggee debuggee) {
        return IN_BRACES.matcher(message).replaceAll(part -> {
            try {
                return Matcher.quoteReplacement(debuggee.text(value(part.group(1), frame, debuggee)));
            } catch (Throwable e) {
                return Matcher.quoteReplacement("{" + part.group(1) + ": " + Suspender.words(e) + "}");
            }
        });
    }

    private Object value(String code, Frame frame, Debuggee debuggee) throws Throwable {
        List<Local> locals = Scope.locals(frame);
        var key = frame.entryNumber() + " " + code;
        var snippet = compiled.get(key);
        if (snippet == null) {
            snippet = debuggee.compile(code, Scope.variables(frame));
            compiled.put(key, snippet);
        }
        return snippet.apply(locals.stream().map(frame::value).toArray());
    }
}
