package lectern.kernel.cell.source;

import java.util.ArrayList;
import java.util.List;

/** One {@code name[] = init} of a variable declaration, as token indices of its chunk; {@code init} is -1 where there is none. */
public record Declarator(String name, int nameAt, int dimensions, int init, int initEnd) {
    public static List<Declarator> of(Chunk chunk) {
        var tokens = chunk.tokens();
        var list = new ArrayList<Declarator>();
        int i = chunk.nameAt();
        while (i < tokens.size() && tokens.get(i).isWord()) {
            int nameAt = i++;
            int dimensions = 0;
            while (i + 1 < tokens.size()
                    && tokens.get(i).is("[")
                    && tokens.get(i + 1).is("]")) {
                dimensions++;
                i += 2;
            }
            int init = -1;
            int end = i;
            if (i < tokens.size() && !tokens.get(i).is(",") && !tokens.get(i).is(";")) {
                // Whatever stands here in place of "=" is the compiler's to complain about.
                init = tokens.get(i).is("=") ? i + 1 : i;
                end = endOfInitializer(tokens, init);
            }
            list.add(new Declarator(tokens.get(nameAt).text(), nameAt, dimensions, init, end));
            i = Math.max(end, i);
            if (i < tokens.size() && tokens.get(i).is(",")) {
                i++;
            } else {
                break;
            }
        }
        return list;
    }

    private static int endOfInitializer(List<Token> tokens, int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (depth == 0 && token.is(";")) {
                return i;
            }
            if (depth == 0
                    && token.is(",")
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).isWord()
                    && declaratorFollows(tokens, i)) {
                return i;
            }
            switch (token.text()) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                default -> {}
            }
        }
        return tokens.size();
    }

    /** Tells the comma of {@code a = 1, b = 2} from the one of {@code new HashMap<String, Integer>()}. */
    private static boolean declaratorFollows(List<Token> tokens, int comma) {
        if (comma + 2 >= tokens.size()) {
            return true;
        }
        var after = tokens.get(comma + 2);
        return after.is("=") || after.is(",") && !insideTypeArguments(tokens, comma) || after.is(";") || after.is("[");
    }

    private static boolean insideTypeArguments(List<Token> tokens, int comma) {
        int open = 0;
        for (int i = 0; i < comma; i++) {
            open += tokens.get(i).is("<") ? 1 : tokens.get(i).is(">") ? -1 : 0;
        }
        return open > 0;
    }
}
