package lectern.kernel.cell.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The head of a method of a cell, taken apart by its tokens. */
public record Signature(String result, List<String> parameterTypes, List<String> parameterNames, int open) {
    /** The signature; {@code open} is the token index of the body's brace, -1 where there is no body */
    public static Signature of(Chunk chunk) {
        var tokens = chunk.tokens();
        int type = tokens.get(chunk.body()).is("<")
                ? CellSplitter.skipBrackets(tokens, chunk.body(), "<", ">")
                : chunk.body();
        var result = words(tokens, type, chunk.nameAt());
        int close = CellSplitter.skipBrackets(tokens, chunk.nameAt() + 1, "(", ")") - 1;
        var types = new ArrayList<String>();
        var names = new ArrayList<String>();
        int from = chunk.nameAt() + 2;
        int depth = 0;
        for (int i = from; i <= close; i++) {
            var text = tokens.get(i).text();
            if (i < close && Set.of("<", "(", "[", "{").contains(text)) {
                depth++;
            } else if (i < close && Set.of(">", ")", "]", "}").contains(text)) {
                depth--;
            }
            if ((i == close || text.equals(",")) && depth == 0 && i > from) {
                int name = i - 1;
                while (name > from && !tokens.get(name).isWord()) {
                    name--;
                }
                int start = CellSplitter.afterModifiers(tokens, from);
                types.add(words(tokens, start, name) + words(tokens, name + 1, i));
                names.add(tokens.get(name).text());
                from = i + 1;
            }
        }
        int open = close + 1;
        while (open < tokens.size() && !tokens.get(open).is("{")) {
            open++;
        }
        return new Signature(result, types, names, open < tokens.size() ? open : -1);
    }

    private static String words(List<Token> tokens, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            boolean wordy = !text.isEmpty()
                    && Character.isJavaIdentifierPart(text.charAt(text.length() - 1))
                    && Character.isJavaIdentifierStart(tokens.get(i).text().charAt(0));
            text.append(wordy ? " " : "").append(tokens.get(i).text());
        }
        return text.toString();
    }

    public String parameters() {
        return String.join(",", parameterTypes);
    }
}
