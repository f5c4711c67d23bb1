package lectern.kernel.magic;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Magics that take cells from files: {@code %run} and {@code %load}. */
final class Scripts {
    private static final Pattern PACKAGE = Pattern.compile("^package .*?;", Pattern.MULTILINE);
    private static final Pattern LINES = Pattern.compile("(\\d+)(?:-(\\d+))?");
    /** Commands of JShell, such as {@code /set feedback verbose}. */
    private static final Pattern COMMAND = Pattern.compile("/(?:[a-z]\\w*\\b.*|[!?]|-\\d+)");
    /** How a line begins that goes on with the one before. */
    private static final Pattern GOES_ON =
            Pattern.compile("\\s*(?:[.+*&|?:=<>,)\\]]|-(?!-)|else\\b|catch\\b|finally\\b|\\{).*", Pattern.DOTALL);

    private final MagicContext context;

    Scripts(MagicContext context) {
        this.context = context;
    }

    void register(Magics magics) {
        magics.line("run", "%run file – runs a file of Java cells (.java, .jsh or .ipynb)", this::runFile);
        magics.line(
                "load", "%load [-r from-to] file – puts the text of a file, or some lines, into the cell", this::load);
    }

    /** The text of a file, as people who write one mean it: UTF-8, with or without a mark at the beginning. */
    static String read(String file) {
        if (file.strip().matches("(?i)[a-z]{2,}://.*")) {
            throw new MagicError(
                    "Code is not run from the network: fetch the file, look at it, and name it here: !curl -O "
                            + file.strip());
        }
        var path = Surroundings.path(file);
        try {
            var text = Files.readString(path);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MagicError(
                    "Cannot read " + path + ": its text is not UTF-8. To convert it: !iconv -f latin1 -t utf8 "
                            + path.getFileName() + " > new-" + path.getFileName());
        } catch (IOException e) {
            throw new MagicError("Cannot read " + path + ": " + reason(e));
        }
    }

    static String reason(IOException e) {
        return e instanceof NoSuchFileException
                ? "there is no such file"
                : e instanceof AccessDeniedException ? "that is not allowed" : String.valueOf(e.getMessage());
    }

    private Object runFile(String file) {
        var text = read(file);
        if (file.strip().endsWith(".ipynb")) {
            codeCells(text, file).forEach(this::runText);
            return null;
        }
        if (file.strip().endsWith(".jsh")) {
            snippets(text).forEach(this::runText);
            return null;
        }
        return runText(PACKAGE.matcher(text).replaceFirst(""));
    }

    private Object load(String arguments) {
        var words = new ArrayList<>(Words.of(arguments));
        int from = 1;
        int to = Integer.MAX_VALUE;
        int option = words.indexOf("-r");
        if (option >= 0) {
            var lines = LINES.matcher(option + 1 < words.size() ? words.get(option + 1) : "");
            if (!lines.matches()) {
                throw new MagicError("Lines are named by their numbers: %load -r 3-12 file");
            }
            from = Integer.parseInt(lines.group(1));
            to = lines.group(2) == null ? from : Integer.parseInt(lines.group(2));
            words.subList(option, option + 2).clear();
        }
        if (words.isEmpty()) {
            throw new MagicError("Which file? For example: %load -r 3-12 Example.java");
        }
        var all = read(String.join(" ", words)).lines().toList();
        if (from < 1 || from > Math.max(1, all.size()) || to < from) {
            throw new MagicError("There are no lines " + from + "-" + to + " in a file of " + all.size());
        }
        context.replaceCell("// %load " + arguments + "\n"
                + String.join("\n", all.subList(Math.min(from - 1, all.size()), Math.min(to, all.size()))));
        return null;
    }

    /** What JShell has saved: snippets without semicolons, with its own commands among them. */
    private List<String> snippets(String text) {
        var snippets = new ArrayList<String>();
        var next = new StringBuilder();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (next.isEmpty() && COMMAND.matcher(lines.get(i).strip()).matches()) {
                continue;
            }
            next.append(lines.get(i)).append('\n');
            boolean more =
                    i + 1 < lines.size() && GOES_ON.matcher(lines.get(i + 1)).matches();
            if (!more && (next.toString().isBlank() || context.isComplete(next.toString()))) {
                snippets.add(next.toString());
                next.setLength(0);
            }
        }
        snippets.add(next.toString());
        snippets.removeIf(String::isBlank);
        return snippets;
    }

    private static List<String> codeCells(String notebook, String file) {
        var sources = new ArrayList<String>();
        try {
            for (var cell : JsonParser.parseString(notebook).getAsJsonObject().getAsJsonArray("cells")) {
                if (cell.getAsJsonObject().get("cell_type").getAsString().equals("code")) {
                    var source = cell.getAsJsonObject().get("source");
                    var joined = new StringBuilder();
                    if (source.isJsonArray()) {
                        source.getAsJsonArray().forEach(line -> joined.append(line.getAsString()));
                    } else {
                        joined.append(source.getAsString());
                    }
                    sources.add(joined.toString());
                }
            }
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new MagicError(file.strip() + " is no notebook");
        }
        return sources;
    }

    private Object runText(String text) {
        try {
            return context.run(text);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw Timing.sneaky(e);
        }
    }
}
