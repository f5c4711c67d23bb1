package lectern.kernel.magic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import lectern.notebook.Extension;
import lectern.notebook.Lazy;

/** The magics by name: those of the kernel and those of extensions. */
public final class Magics implements Extension.Magics {
    /** A magic with its help; {@code line} or {@code cell} may be null. */
    record Entry(String help, Function<String, Object> line, Extension.CellMagic cell) {}

    private final Map<String, Entry> entries = new TreeMap<>();
    private final Fetching fetching;
    private final Capturing capturing;

    /** With the magics of the kernel. */
    public Magics(MagicContext context) {
        new Notebooks(context, this).register();
        new Scripts(context).register(this);
        new Timing(context).register(this);
        new Shells().register(this);
        new Profile(context).register(this);
        capturing = new Capturing(context);
        capturing.register(this);
        // Repositories that a notebook names serve all that is fetched for it.
        var repositories = new LinkedHashMap<String, String>();
        new Dependencies(context, repositories).register(this);
        fetching = new Fetching(context, repositories);
        fetching.register(this);
    }

    /** What makes values of output. */
    public Capturing capturing() {
        return capturing;
    }

    /** The checked jars of a library, fetched if need be. */
    public List<Path> jars(Lazy library) {
        return fetching.jars(library);
    }

    @Override
    public void line(String name, String help, Function<String, Object> magic) {
        var old = entries.get(name);
        entries.put(name, new Entry(help, magic, old == null ? null : old.cell));
    }

    @Override
    public void cell(String name, String help, Extension.CellMagic magic) {
        var old = entries.get(name);
        entries.put(name, new Entry(old == null ? help : old.help, old == null ? null : old.line, magic));
    }

    /** Runs one magic. */
    public Object run(Part.Magic magic) {
        var entry = entries.get(magic.name());
        if (entry == null) {
            throw new MagicError("There is no magic " + magic.name() + "."
                    + Elsewhere.advice(magic.name(), entries.keySet()) + " %lsmagic lists all there are.");
        }
        var name = (magic.isCell() ? "%%" : "%") + magic.name();
        if (entry.help.startsWith(name + " – ") && !magic.arguments().isBlank()) {
            throw new MagicError(name + " takes nothing behind it, and not " + magic.arguments() + ": " + entry.help);
        }
        if (magic.isCell()) {
            if (entry.cell == null) {
                throw new MagicError("%" + magic.name() + " is a line magic: write it with one % and nothing below.");
            }
            return entry.cell.run(magic.arguments(), magic.body());
        }
        if (entry.line == null) {
            throw new MagicError(
                    "%%" + magic.name() + " is a cell magic: write it with two % on the first line of a cell.");
        }
        return entry.line.apply(magic.arguments());
    }

    /** Names with their percent signs, line forms first. */
    public List<String> names() {
        var names = new ArrayList<String>();
        entries.forEach((name, entry) -> {
            if (entry.line != null) {
                names.add("%" + name);
            }
            if (entry.cell != null) {
                names.add("%%" + name);
            }
        });
        return names;
    }

    /** What a magic does; null for unknown ones. */
    public String help(String name) {
        var entry = entries.get(name.replaceFirst("^%%?", ""));
        return entry == null ? null : entry.help;
    }
}
