package lectern.kernel.magic;

import java.util.List;
import java.util.regex.Pattern;
import lectern.notebook.Captured;

/** Output that becomes a value: of a cell, and of a command. */
public final class Capturing {
    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

    private final MagicContext context;

    Capturing(MagicContext context) {
        this.context = context;
    }

    void register(Magics magics) {
        magics.cell(
                "capture",
                "%%capture [name] – runs the cell and keeps what it prints and shows, in the variable name",
                this::capture);
        magics.line(
                "sx",
                "%sx command – the lines that a command prints, as a list; into a variable: var files = !ls",
                command -> context.lines(command));
    }

    private Object capture(String name, String body) {
        var text = name.strip();
        if (!text.isEmpty() && !NAME.matcher(text).matches()) {
            throw new MagicError("Write %%capture name with one name for what is kept, and not " + text + ".");
        }
        if (body.isBlank()) {
            throw new MagicError("What is to be captured? Write the code on the lines below %%capture.");
        }
        try {
            context.capture(body, kept -> {
                if (!text.isEmpty()) {
                    define(text, Captured.class.getName(), kept);
                }
            });
        } catch (Throwable e) {
            throw Timing.sneaky(e);
        }
        return null;
    }

    /** Declares a variable of the notebook with a value. */
    public void define(String name, String type, Object value) throws Throwable {
        Given.give(value);
        context.run(type + " " + name + " = (" + type + ") " + Given.class.getName() + ".take();");
    }

    /** Puts the lines of a command into a variable. */
    public void define(String name, List<String> lines) throws Throwable {
        define(name, "java.util.List<String>", lines);
    }
}
