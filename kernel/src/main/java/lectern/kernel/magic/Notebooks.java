package lectern.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import lectern.notebook.MimeBundle;

/** Magics about the notebook itself: what it holds, what it has run, files in and out, rich text. */
final class Notebooks {
    private final MagicContext context;
    private final Magics magics;

    Notebooks(MagicContext context, Magics magics) {
        this.context = context;
        this.magics = magics;
    }

    void register() {
        magics.line("lsmagic", "%lsmagic – lists the magics", arguments -> String.join("  ", magics.names()));
        magics.line("help", "%help [name] – explains a magic, or all of them", this::help);
        magics.line(
                "who",
                "%who – names of the variables",
                arguments -> String.join(
                        "  ",
                        context.variables().stream()
                                .map(MagicContext.Variable::name)
                                .toList()));
        magics.line("whos", "%whos – variables with type and value", arguments -> whos());
        magics.line("reset", "%reset [-f] – forgets all variables, methods, types and imports", arguments -> {
            if (!arguments.isEmpty() && !arguments.equals("-f")) {
                throw new MagicError("%reset forgets everything: it takes no names.");
            }
            context.reset();
            return null;
        });
        magics.line("history", "%history [n] – the cells run so far, or the last n", this::history);
        magics.line(
                "env",
                "%env [name[=value]] – shows environment variables, or sets one for %%bash and ! (System.getenv keeps "
                        + "what the kernel was started with)",
                Notebooks::env);
        magics.cell("writefile", "%%writefile [-a] file – writes the cell into a file", Notebooks::write);
        magics.cell(
                "html", "%%html – shows the cell as HTML", (arguments, body) -> MimeBundle.of(MimeBundle.HTML, body));
        magics.cell(
                "markdown",
                "%%markdown – shows the cell as Markdown",
                (arguments, body) -> MimeBundle.of(MimeBundle.MARKDOWN, body));
        magics.cell(
                "latex",
                "%%latex – shows the cell as LaTeX",
                (arguments, body) -> MimeBundle.of(MimeBundle.LATEX, body));
        magics.cell(
                "svg", "%%svg – shows the cell as a drawing", (arguments, body) -> MimeBundle.of(MimeBundle.SVG, body));
        magics.cell(
                "javascript",
                "%%javascript – runs the cell in the browser",
                (arguments, body) -> MimeBundle.of("application/javascript", body));
    }

    private Object help(String name) {
        if (!name.isBlank()) {
            var help = magics.help(name.strip());
            if (help == null) {
                throw new MagicError("There is no magic " + name);
            }
            return help;
        }
        var text = new StringBuilder(
                "Lines that begin with % are magics, with ! commands of the shell, with ? questions.\n");
        magics.names().stream()
                .map(one -> one.replaceFirst("^%+", ""))
                .distinct()
                .forEach(one -> text.append("  ").append(magics.help(one)).append('\n'));
        return text.toString();
    }

    private Object whos() {
        var text = new StringBuilder();
        var html = new StringBuilder(
                "<table><thead><tr><th>name</th><th>type</th><th>value</th><th>cell</th></tr></thead><tbody>");
        for (var variable : context.variables()) {
            text.append(String.format("%-16s %-24s %s%n", variable.name(), variable.type(), variable.value()));
            html.append("<tr><td>")
                    .append(variable.name())
                    .append("</td><td>")
                    .append(escape(variable.type()))
                    .append("</td><td>")
                    .append(escape(variable.value()))
                    .append("</td><td>")
                    .append(variable.cell())
                    .append("</td></tr>");
        }
        return MimeBundle.text(text.toString().stripTrailing()).with(MimeBundle.HTML, html + "</tbody></table>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private Object history(String arguments) {
        if (!arguments.matches("\\d{0,9}")) {
            throw new MagicError("%history takes a number of cells, and not " + arguments);
        }
        var cells = context.history();
        int n = !arguments.isEmpty() ? Integer.parseInt(arguments) : cells.size();
        return String.join("\n", cells.subList(Math.max(0, cells.size() - n), cells.size()));
    }

    private static Object env(String arguments) {
        var words = arguments.strip().split("\\s*=\\s*|\\s+", 2);
        if (!arguments.isBlank() && !words[0].matches("[A-Za-z_]\\w*")) {
            throw new MagicError("Write %env NAME to see a variable, and %env NAME=value to set it.");
        }
        if (words.length == 2) {
            Surroundings.set(words[0], words[1].replaceFirst("^([\"'])(.*)\\1$", "$2"));
            return null;
        }
        if (arguments.isBlank()) {
            var lines = new StringBuilder();
            Surroundings.environment()
                    .forEach((key, value) ->
                            lines.append(key).append('=').append(value).append('\n'));
            return lines.toString().stripTrailing();
        }
        var value = Surroundings.environment().get(words[0]);
        return value == null ? words[0] + " is not set" : value;
    }

    private static Object write(String arguments, String body) {
        boolean append = arguments.startsWith("-a ");
        if (arguments.isBlank() || arguments.equals("-a")) {
            throw new MagicError("Into which file? For example: %%writefile notes.txt");
        }
        var path = Surroundings.path(append ? arguments.substring(3) : arguments);
        try {
            boolean there = Files.exists(path);
            if (append) {
                Files.writeString(path, body, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } else {
                Files.writeString(path, body);
            }
            System.out.println((append && there ? "Appending to " : there ? "Overwriting " : "Writing ") + path);
            return null;
        } catch (IOException e) {
            throw new MagicError("Cannot write " + path + ": "
                    + (e instanceof NoSuchFileException ? "there is no such folder" : Scripts.reason(e)));
        }
    }
}
