package lectern.kernel.cell.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The terms of a condition that are worth telling when it is false: what is compared, what is asked of, and its variables.
 *
 * <p>Of {@code maxAbs(a) < limit && t.isSorted()} these are {@code maxAbs(a)}, {@code limit}, {@code a}, {@code t}. Nothing is
 * told that assigns, makes an object or holds a lambda, since it is computed again.
 */
public final class Terms {
    private static final Set<String> LINKS = Set.of("&&", "||", "?", ":");
    private static final Set<String> COMPARISONS = Set.of("<", ">", "<=", ">=", "==", "!=");
    private static final Set<String> DOING = Set.of(
            "->", "new", "{", ";", "++", "--", "=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=",
            ">>>=", "switch");

    private final String code;
    private final Predicate<String> isVariable;
    private final Set<String> found = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();

    private Terms(String code, Predicate<String> isVariable) {
        this.code = code;
        this.isVariable = isVariable;
    }

    /** The terms as they stand in the code; what counts as a variable the predicate says. */
    public static List<String> of(String code, List<Token> condition, Predicate<String> isVariable) {
        var terms = new Terms(code, isVariable);
        terms.condition(condition);
        terms.names(condition);
        var all = new LinkedHashSet<>(terms.found);
        all.addAll(terms.names);
        return List.copyOf(all);
    }

    private void condition(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        if (tokens.getFirst().is("!")) {
            condition(tokens.subList(1, tokens.size()));
            return;
        }
        if (tokens.getFirst().is("(") && closing(tokens, 0) == tokens.size() - 1) {
            condition(tokens.subList(1, tokens.size() - 1));
            return;
        }
        var linked = split(tokens, LINKS);
        if (linked.size() > 1) {
            linked.forEach(this::condition);
            return;
        }
        var compared = split(tokens, COMPARISONS);
        if (compared.size() > 1) {
            compared.forEach(this::add);
        } else {
            arguments(tokens);
        }
    }

    /** Of a question such as {@code isClose(f(x), 3)} what it is asked about. */
    private void arguments(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).is("(") && tokens.get(i - 1).isWord()) {
                int close = closing(tokens, i);
                for (var argument : split(tokens.subList(i + 1, close), Set.of(","))) {
                    if (argument.size() > 1) {
                        add(argument);
                    }
                }
                i = close;
            }
        }
    }

    private void add(List<Token> tokens) {
        boolean constant = tokens.stream().noneMatch(Token::isWord);
        boolean doing = tokens.stream().anyMatch(token -> DOING.stream().anyMatch(token::is));
        if (!constant && !doing) {
            found.add(text(code, tokens));
        }
    }

    private void names(List<Token> tokens) {
        var parameters = new HashSet<String>();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.is("->")) {
                parameters.addAll(parameters(tokens, i));
            }
        }
        for (int i = 0; i < tokens.size() && !tokens.get(i).is("{"); i++) {
            var token = tokens.get(i);
            boolean member = i > 0 && tokens.get(i - 1).is(".");
            boolean call = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            if (token.isWord()
                    && !member
                    && !call
                    && !parameters.contains(token.text())
                    && isVariable.test(token.text())) {
                names.add(token.text());
            }
        }
    }

    private static List<String> parameters(List<Token> tokens, int arrow) {
        var words = new ArrayList<String>();
        int i = arrow - 1;
        boolean list = i >= 0 && tokens.get(i).is(")");
        for (; i >= 0 && (list ? !tokens.get(i).is("(") : i == arrow - 1); i--) {
            words.add(tokens.get(i).text());
        }
        return words;
    }

    /** The text of tokens in one line. */
    public static String text(String code, List<Token> tokens) {
        return tokens.isEmpty()
                ? ""
                : code.substring(tokens.getFirst().start(), tokens.getLast().end())
                        .replaceAll("\\s*\n\\s*", " ");
    }

    /** Cuts at these symbols where they stand outside of all brackets. */
    public static List<List<Token>> split(List<Token> tokens, Set<String> symbols) {
        var parts = new ArrayList<List<Token>>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            depth += opens(token) ? 1 : closes(token) ? -1 : 0;
            if (depth == 0 && symbols.stream().anyMatch(token::is)) {
                parts.add(tokens.subList(from, i));
                from = i + 1;
            }
        }
        parts.add(tokens.subList(from, tokens.size()));
        return parts;
    }

    /** Index of the token that closes the bracket at {@code open}; the last one where it is never closed. */
    public static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += opens(tokens.get(i)) ? 1 : closes(tokens.get(i)) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private static boolean opens(Token token) {
        return token.is("(") || token.is("[") || token.is("{");
    }

    private static boolean closes(Token token) {
        return token.is(")") || token.is("]") || token.is("}");
    }
}
