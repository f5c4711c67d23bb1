package lectern.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.data.table.Value.Things;
import lectern.data.table.Value.Truth;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The small language of conditions and formulas on the columns of a table, as in pandas' {@code query} and {@code eval}:
 * {@code x > 1 and c == 'a'}, {@code 0 <= x < 1}, {@code c in ['a', 'b']}, {@code sqrt(x**2 + `y 2`**2)}.
 *
 * <p>Read by recursive descent: or, and, not, comparison, sum, product, sign, power, atom.
 */
public final class Expression {
    private static final Pattern TOKEN = Pattern.compile(
            "(?:(\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?)|'([^']*)'|\"([^\"]*)\"|`([^`]*)`"
                    + "|([\\p{L}_][\\p{L}\\p{N}_]*)|(\\*\\*|//|==|!=|<=|>=|&&|\\|\\||[-+*/%<>()\\[\\],!&|=]))");

    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.ofEntries(
            Map.entry("abs", Math::abs),
            Map.entry("sqrt", Math::sqrt),
            Map.entry("exp", Math::exp),
            Map.entry("log", Math::log),
            Map.entry("log10", Math::log10),
            Map.entry("log1p", Math::log1p),
            Map.entry("sin", Math::sin),
            Map.entry("cos", Math::cos),
            Map.entry("tan", Math::tan),
            Map.entry("tanh", Math::tanh),
            Map.entry("arctan", Math::atan),
            Map.entry("floor", Math::floor),
            Map.entry("ceil", Math::ceil),
            Map.entry("round", Math::rint));

    private enum Sort {
        NUMBER,
        TEXT,
        COLUMN,
        WORD,
        SIGN,
        END
    }

    private record Token(Sort sort, String text, int place) {}

    private final Table table;
    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Expression(Table table, String source) {
        this.table = table;
        this.source = source;
        Matcher matcher = TOKEN.matcher(source);
        int place = 0;
        int end = source.stripTrailing().length();
        while (place < end) {
            if (Character.isWhitespace(source.charAt(place))) {
                place++;
                continue;
            }
            if (!matcher.find(place) || matcher.start() != place) {
                throw wrong(place, "this sign means nothing here");
            }
            for (Sort sort : Sort.values()) {
                int group = switch (sort) {
                    case NUMBER -> 1;
                    case TEXT -> matcher.group(2) != null ? 2 : 3;
                    case COLUMN -> 4;
                    case WORD -> 5;
                    default -> 6;
                };
                if (sort != Sort.END && matcher.group(group) != null) {
                    tokens.add(new Token(sort, matcher.group(group), matcher.start(group)));
                }
            }
            place = matcher.end();
        }
        tokens.add(new Token(Sort.END, "the end", end));
    }

    /** In which rows a condition holds. */
    public static boolean[] condition(Table table, String source) {
        Value value = new Expression(table, source).whole();
        if (value instanceof Truth truth) {
            return truth.of();
        }
        throw new IllegalArgumentException("'" + source + "' gives " + value.kind()
                + " and no condition; compare it with something, such as x > 1.");
    }

    /** What a formula gives, as a column. */
    public static Column<?> column(Table table, String name, String source) {
        return new Expression(table, source).whole().column(name);
    }

    private Value whole() {
        Value value = or();
        if (peek().sort != Sort.END) {
            throw wrong(peek().place, "an operator is missing before this");
        }
        return value;
    }

    private Value or() {
        Value left = and();
        while (is("or") || is("||") || is("|")) {
            String sign = next().text;
            boolean[] a = left.truths(sign);
            boolean[] b = and().truths(sign);
            var both = new boolean[a.length];
            for (int i = 0; i < a.length; i++) {
                both[i] = a[i] || b[i];
            }
            left = new Truth(both);
        }
        return left;
    }

    private Value and() {
        Value left = not();
        while (is("and") || is("&&") || is("&")) {
            String sign = next().text;
            boolean[] a = left.truths(sign);
            boolean[] b = not().truths(sign);
            var both = new boolean[a.length];
            for (int i = 0; i < a.length; i++) {
                both[i] = a[i] && b[i];
            }
            left = new Truth(both);
        }
        return left;
    }

    private Value not() {
        if (!is("not") && !is("!")) {
            return comparison();
        }
        String sign = next().text;
        return turned(not().truths(sign));
    }

    private static Truth turned(boolean[] values) {
        var turned = new boolean[values.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = !values[i];
        }
        return new Truth(turned);
    }

    /** Comparisons in a chain hold when all of them do: {@code 0 <= x < 1}. */
    private Value comparison() {
        Value left = sum();
        boolean[] all = null;
        while (true) {
            if (is("=")) {
                throw wrong(peek().place, "write == to compare");
            }
            boolean negated = is("not") && tokens.get(at + 1).text.equals("in");
            if (negated || is("in")) {
                at += negated ? 2 : 1;
                Truth in = in(left);
                all = both(all, negated ? turned(in.of()).of() : in.of());
                continue;
            }
            if (!List.of("==", "!=", "<", "<=", ">", ">=").contains(peek().text) || peek().sort != Sort.SIGN) {
                return all == null ? left : new Truth(all);
            }
            String sign = next().text;
            Value right = sum();
            all = both(all, Operations.compare(sign, left, right).of());
            left = right;
        }
    }

    private static boolean[] both(boolean[] all, boolean[] more) {
        if (all == null) {
            return more;
        }
        var both = new boolean[all.length];
        for (int i = 0; i < all.length; i++) {
            both[i] = all[i] && more[i];
        }
        return both;
    }

    private Truth in(Value left) {
        boolean round = is("(");
        expect(round ? "(" : "[");
        var found = new boolean[table.rowCount()];
        do {
            boolean[] same = Operations.compare("==", left, sum()).of();
            for (int i = 0; i < found.length; i++) {
                found[i] |= same[i];
            }
        } while (accept(","));
        expect(round ? ")" : "]");
        return new Truth(found);
    }

    private Value sum() {
        Value left = product();
        while (is("+") || is("-")) {
            left = Operations.arithmetic(next().text, left, product());
        }
        return left;
    }

    private Value product() {
        Value left = signed();
        while (is("*") || is("/") || is("//") || is("%")) {
            left = Operations.arithmetic(next().text, left, signed());
        }
        return left;
    }

    private Value signed() {
        if (accept("-")) {
            return Operations.negative(signed());
        }
        if (accept("+")) {
            return signed();
        }
        Value base = atom();
        // The power binds closer than the sign before it: −2**2 is −4.
        return accept("**") ? Operations.arithmetic("**", base, signed()) : base;
    }

    private Value atom() {
        Token token = next();
        switch (token.sort) {
            case NUMBER -> {
                return Value.constant(token.text, table.rowCount());
            }
            case TEXT -> {
                var values = new Comparable<?>[table.rowCount()];
                Arrays.fill(values, token.text);
                return new Things(values, "text");
            }
            case COLUMN -> {
                return Value.of(Columns.of(table, token.text));
            }
            case WORD -> {
                return word(token);
            }
            default -> {
                if (!token.text.equals("(")) {
                    throw wrong(token.place, "a value is missing here");
                }
                Value inner = or();
                expect(")");
                return inner;
            }
        }
    }

    private Value word(Token token) {
        boolean call = is("(");
        if (call && FUNCTIONS.containsKey(token.text)) {
            return Operations.apply(token.text, FUNCTIONS.get(token.text), argument());
        }
        if (call && (token.text.equals("isna") || token.text.equals("notna"))) {
            Truth missing = Operations.missing(argument());
            return token.text.equals("isna") ? missing : turned(missing.of());
        }
        if (call) {
            throw wrong(
                    token.place,
                    "there is no function " + token.text + "; there are isna, notna, "
                            + String.join(
                                    ", ", FUNCTIONS.keySet().stream().sorted().toList()));
        }
        boolean column = table.columnNames().stream().anyMatch(n -> n.equalsIgnoreCase(token.text));
        if (!column && token.text.equalsIgnoreCase("true") || !column && token.text.equalsIgnoreCase("false")) {
            var values = new boolean[table.rowCount()];
            Arrays.fill(values, token.text.equalsIgnoreCase("true"));
            return new Truth(values);
        }
        if (!column) {
            throw wrong(
                    token.place,
                    "there is no column '" + token.text
                            + "' (text stands between quotes, names with blanks between `…`); the columns are "
                            + String.join(", ", table.columnNames()));
        }
        return Value.of(Columns.of(table, token.text));
    }

    private Value argument() {
        expect("(");
        Value value = or();
        expect(")");
        return value;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(at == tokens.size() - 1 ? at : at++);
    }

    private boolean is(String text) {
        return (peek().sort == Sort.SIGN || peek().sort == Sort.WORD)
                && peek().text.equals(text);
    }

    private boolean accept(String sign) {
        boolean there = is(sign);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String sign) {
        if (!accept(sign)) {
            throw wrong(peek().place, "'" + sign + "' is missing");
        }
    }

    private IllegalArgumentException wrong(int place, String what) {
        return new IllegalArgumentException("The expression cannot be read at place " + (place + 1) + ": " + what
                + ".\n  " + source + "\n  " + " ".repeat(place) + "^");
    }
}
