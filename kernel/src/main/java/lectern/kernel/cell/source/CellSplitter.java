package lectern.kernel.cell.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lectern.kernel.cell.source.Chunk.Kind;

/**
 * Splits a cell into top-level chunks and says what each of them is, by its tokens alone.
 *
 * <p>It decides as Java's grammar does for correct text; for wrong text it makes a guess that lets the compiler complain about
 * the right place.
 */
public final class CellSplitter {
    private static final Set<String> MODIFIERS = Set.of(
            "public",
            "private",
            "protected",
            "static",
            "final",
            "abstract",
            "native",
            "strictfp",
            "transient",
            "volatile",
            "default",
            "sealed",
            "non-sealed",
            "synchronized");
    private static final Set<String> PRIMITIVES =
            Set.of("int", "long", "double", "float", "boolean", "char", "byte", "short", "void");
    private static final Set<String> STATEMENTS = Set.of(
            "if",
            "for",
            "while",
            "do",
            "try",
            "switch",
            "synchronized",
            "throw",
            "return",
            "break",
            "continue",
            "assert",
            "{",
            ";");
    private static final Set<String> BLOCKS = Set.of("if", "for", "while", "do", "try", "switch", "synchronized", "{");

    private final CellText cell;
    private final List<Token> tokens;
    private final List<Chunk> chunks = new ArrayList<>();

    private CellSplitter(CellText cell) {
        this.cell = cell;
        this.tokens = Lexer.tokens(cell.code());
    }

    public static List<Chunk> split(CellText cell) {
        var splitter = new CellSplitter(cell);
        int from = 0;
        while (from < splitter.tokens.size()) {
            from = splitter.chunk(from);
        }
        return splitter.chunks;
    }

    /** The last bracket that is opened and never closed, or null. */
    public static Token unclosed(String code) {
        var open = new ArrayDeque<Token>();
        for (var token : Lexer.tokens(code)) {
            switch (token.kind() == Token.Kind.SYMBOL ? token.text() : "") {
                case "(", "[", "{" -> open.push(token);
                case ")", "]", "}" -> open.poll();
                default -> {}
            }
        }
        return open.peek();
    }

    private boolean is(int index, String text) {
        return index < tokens.size() && tokens.get(index).is(text);
    }

    /** Takes one chunk and returns the index after it. */
    private int chunk(int from) {
        int body = afterModifiers(tokens, from);
        boolean block = endsWithBrace(body);
        int depth = 0;
        int pendingDo = 0;
        for (int i = from; i < tokens.size(); i++) {
            var text = tokens.get(i).kind() == Token.Kind.STRING
                    ? ""
                    : tokens.get(i).text();
            switch (text) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                default -> {}
            }
            if (depth == 0 && text.equals("do")) {
                pendingDo++;
            }
            if (depth == 0 && text.equals("while") && pendingDo > 0 && i > from && (is(i - 1, "}") || is(i - 1, ";"))) {
                pendingDo--;
            }
            boolean end = depth <= 0 && text.equals(";")
                    || depth < 0
                    || depth == 0 && text.equals("}") && block && pendingDo == 0;
            boolean goesOn = is(i + 1, "else")
                    || is(i + 1, "catch")
                    || is(i + 1, "finally")
                    || pendingDo > 0 && is(i + 1, "while");
            boolean importEnds = is(from, "import")
                    && i + 1 < tokens.size()
                    && depth == 0
                    && (is(i, "*") || tokens.get(i).isWord())
                    && !is(i + 1, ".")
                    && !is(i + 1, ";")
                    && i > from
                    && lineBreak(i);
            if (importEnds) {
                add(from, i + 1, body, false);
                return i + 1;
            }
            if (end && !goesOn && !(block && text.equals("}") && unbracedLoopFollows(from, i))) {
                add(from, i + 1, body, true);
                return i + 1;
            }
        }
        add(from, tokens.size(), body, false);
        return tokens.size();
    }

    private boolean lineBreak(int after) {
        return cell.code()
                .substring(tokens.get(after).end(), tokens.get(after + 1).start())
                .contains("\n");
    }

    /** {@code if (a) x = new int[] {1};}: a brace of an expression, not of the statement. */
    private boolean unbracedLoopFollows(int from, int brace) {
        int depth = 0;
        for (int i = brace; i >= from; i--) {
            var text = tokens.get(i).text();
            if (text.equals("}")) {
                depth++;
            } else if (text.equals("{") && --depth == 0) {
                if (i == from) {
                    return false;
                }
                var before = tokens.get(i - 1);
                return before.is("->")
                        || before.is("]") && !isDeclared(from)
                        || before.is("=")
                        || before.is(")") && newBefore(from, i - 1);
            }
        }
        return false;
    }

    private boolean isDeclared(int from) {
        return !BLOCKS.contains(tokens.get(afterModifiers(tokens, from)).text());
    }

    private boolean newBefore(int from, int close) {
        int depth = 0;
        for (int i = close; i > from; i--) {
            if (is(i, ")")) {
                depth++;
            } else if (is(i, "(") && --depth == 0) {
                int j = i - 1;
                while (j > from && (tokens.get(j).isWord() || is(j, ".") || is(j, ">") || is(j, "<") || is(j, ","))) {
                    j--;
                }
                return is(j, "new");
            }
        }
        return false;
    }

    private boolean endsWithBrace(int body) {
        if (body >= tokens.size()) {
            return false;
        }
        int first = label(body) ? body + 2 : body;
        return typeWord(tokens, body) >= 0
                || methodName(tokens, body) >= 0
                || first < tokens.size() && BLOCKS.contains(tokens.get(first).text());
    }

    private boolean label(int at) {
        return at + 1 < tokens.size() && tokens.get(at).isWord() && is(at + 1, ":");
    }

    private void add(int from, int to, int bodyAt, boolean ended) {
        var part = List.copyOf(tokens.subList(from, to));
        int body = Math.min(bodyAt - from, part.size());
        var first = body < part.size() ? part.get(body).text() : "";
        if (part.getFirst().is(";") || part.getFirst().is("package")) {
            chunks.add(new Chunk(cell, Kind.EMPTY, null, part, 0, -1, ended));
            return;
        }
        if (part.getFirst().is("import")) {
            chunks.add(new Chunk(cell, Kind.IMPORT, null, part, 0, -1, ended));
            return;
        }
        int type = typeWord(part, body);
        int method = type >= 0 ? -1 : methodName(part, body);
        int variable = type >= 0 || method >= 0 || STATEMENTS.contains(first) ? -1 : variableName(part, body);
        if (type >= 0 && type + 1 < part.size()) {
            chunks.add(new Chunk(cell, Kind.TYPE, part.get(type + 1).text(), part, body, type + 1, ended));
        } else if (method >= 0) {
            chunks.add(new Chunk(cell, Kind.METHOD, part.get(method).text(), part, body, method, ended));
        } else if (variable >= 0) {
            chunks.add(new Chunk(cell, Kind.VARIABLE, part.get(variable).text(), part, body, variable, ended));
        } else if (STATEMENTS.contains(part.getFirst().text())
                || STATEMENTS.contains(first)
                || first.equals("yield")
                || body + 1 < part.size()
                        && part.get(body).isWord()
                        && part.get(body + 1).is(":")) {
            chunks.add(new Chunk(cell, Kind.STATEMENT, null, part, body, -1, ended));
        } else {
            chunks.add(new Chunk(cell, Kind.EXPRESSION, null, part, body, -1, ended));
        }
    }

    static int afterModifiers(List<Token> tokens, int from) {
        int i = from;
        while (i < tokens.size()) {
            var token = tokens.get(i);
            boolean next = i + 1 < tokens.size();
            if (token.is("@") && next && tokens.get(i + 1).isWord()) {
                i += 2;
                while (i + 1 < tokens.size() && tokens.get(i).is(".")) {
                    i += 2;
                }
                if (i < tokens.size() && tokens.get(i).is("(")) {
                    i = skipBrackets(tokens, i, "(", ")");
                }
            } else if (MODIFIERS.contains(token.text())
                    && !(token.is("synchronized") && next && tokens.get(i + 1).is("("))
                    && !(token.is("sealed") && next && !modifierGoesOn(tokens.get(i + 1)))) {
                i++;
            } else {
                return i;
            }
        }
        return i;
    }

    private static boolean modifierGoesOn(Token token) {
        return MODIFIERS.contains(token.text()) || token.is("class") || token.is("interface");
    }

    /** Index of the {@code class}, {@code interface}, {@code enum} or {@code record} word, or -1. */
    private static int typeWord(List<Token> tokens, int at) {
        if (at + 1 >= tokens.size()) {
            return -1;
        }
        var token = tokens.get(at);
        if (token.is("class") || token.is("interface") || token.is("enum")) {
            return at;
        }
        if (token.is("@") && tokens.get(at + 1).is("interface")) {
            return at + 1;
        }
        boolean record = token.is("record")
                && tokens.get(at + 1).isWord()
                && at + 2 < tokens.size()
                && (tokens.get(at + 2).is("(") || tokens.get(at + 2).is("<"));
        return record ? at : -1;
    }

    /** Index of the name of a method that is declared here, or -1. */
    private static int methodName(List<Token> tokens, int at) {
        int i = at < tokens.size() && tokens.get(at).is("<") ? skipBrackets(tokens, at, "<", ">") : at;
        int name = skipType(tokens, i);
        if (name < 0
                || name + 1 >= tokens.size()
                || !tokens.get(name).isWord()
                || !tokens.get(name + 1).is("(")) {
            return -1;
        }
        int after = skipBrackets(tokens, name + 1, "(", ")");
        boolean body = after < tokens.size()
                && (tokens.get(after).is("{") || tokens.get(after).is("throws"));
        return body || after >= tokens.size() || tokens.get(after).is(";") ? name : -1;
    }

    private static int variableName(List<Token> tokens, int at) {
        int name = skipType(tokens, at);
        if (name < 0 || name >= tokens.size() || !tokens.get(name).isWord()) {
            return -1;
        }
        if (name + 1 == tokens.size()) {
            return name;
        }
        var after = tokens.get(name + 1);
        boolean declared = after.is("=") || after.is(";") || after.is(",") || after.is("[");
        // Two words side by side are no expression: let the compiler complain about a declaration.
        return declared || !tokens.get(at).is("yield") ? name : -1;
    }

    /** Index after a type that starts here, or -1 when none does. */
    static int skipType(List<Token> tokens, int from) {
        int i = afterModifiers(tokens, from);
        if (i >= tokens.size()) {
            return -1;
        }
        if (PRIMITIVES.contains(tokens.get(i).text())) {
            i++;
        } else if (tokens.get(i).isWord()) {
            i++;
            while (true) {
                if (i < tokens.size() && tokens.get(i).is("<")) {
                    int after = skipTypeArguments(tokens, i);
                    if (after < 0) {
                        return -1;
                    }
                    i = after;
                } else if (i + 1 < tokens.size()
                        && tokens.get(i).is(".")
                        && tokens.get(i + 1).isWord()) {
                    i += 2;
                } else {
                    break;
                }
            }
        } else {
            return -1;
        }
        while (i + 1 < tokens.size()
                && tokens.get(i).is("[")
                && tokens.get(i + 1).is("]")) {
            i += 2;
        }
        return i;
    }

    private static int skipTypeArguments(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.is("<")) {
                depth++;
            } else if (token.is(">")) {
                if (--depth == 0) {
                    return i + 1;
                }
            } else if (!token.isWord()
                    && !PRIMITIVES.contains(token.text())
                    && !Set.of(",", ".", "?", "extends", "super", "&", "[", "]", "@")
                            .contains(token.text())) {
                return -1;
            }
        }
        return -1;
    }

    /** Index after the bracket that closes the one at {@code open}. */
    static int skipBrackets(List<Token> tokens, int open, String left, String right) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (tokens.get(i).is(left)) {
                depth++;
            } else if (tokens.get(i).is(right) && --depth == 0) {
                return i + 1;
            }
        }
        return tokens.size();
    }
}
