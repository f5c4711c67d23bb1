package lectern.data.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names of the columns of a file, and which of them are wanted. */
final class Names {
    private static final int MOST = 1_000_000;

    private final List<String> all;
    private final List<String> shown;
    private final List<String> notes = new ArrayList<>();
    private final boolean firstIsData;
    private final int[] order;

    private Names(String file, Settings settings, List<String> all, boolean firstIsData) {
        this.all = all;
        this.firstIsData = firstIsData;
        shown = distinctIgnoringCase(file);
        order = new int[settings.columns == null ? all.size() : settings.columns.size()];
        for (int k = 0; k < order.length; k++) {
            order[k] = settings.columns == null ? k : place(file, "columns", settings.columns.get(k));
        }
        settings.types.keySet().forEach(name -> place(file, "types", name));
        settings.columnDates.keySet().forEach(name -> place(file, "dates", name));
    }

    /** Reads the header, if there is one; the tokenizer then stands on it or on the first row. */
    static Names read(String file, Settings settings, Tokenizer tokens) throws IOException {
        boolean header = settings.header != null ? settings.header : settings.names == null;
        boolean there = tokens.next();
        if (!there && (header || settings.names == null)) {
            throw Problem.in(file, "there is nothing to read; not even a line of names is there.");
        }
        if (there && tokens.fields > MOST) {
            throw Problem.at(
                    file,
                    tokens.line,
                    "the line has " + tokens.fields + " fields, and no table has more than " + MOST
                            + " columns; is it the right separator, and are the line ends there?");
        }
        if (settings.names != null) {
            int n = settings.names.size();
            boolean spare = there && tokens.fields == n + 1 && tokens.from[n] == tokens.to[n];
            if (there && tokens.fields != n && !spare && settings.ragged == Settings.Ragged.ERROR) {
                throw Problem.at(
                        file,
                        tokens.line,
                        n + " names were given (" + String.join(", ", settings.names) + "), and the line has "
                                + tokens.fields + " fields.");
            }
            return new Names(file, settings, unique(settings.names), there && !header);
        }
        if (!header) {
            var names = new ArrayList<String>();
            for (int j = 0; j < tokens.fields; j++) {
                names.add(Integer.toString(j));
            }
            return new Names(file, settings, names, true);
        }
        var names = new ArrayList<String>();
        boolean numbers = true;
        var scan = new Numbers(settings.decimal, settings.thousands);
        for (int j = 0; j < tokens.fields; j++) {
            int from = tokens.from[j];
            int to = tokens.to[j];
            String name = Encodings.strict(tokens.data, from, to);
            if (name == null) {
                throw Problem.at(
                        file,
                        tokens.line,
                        Encodings.complaint(tokens.data, from, to).replace("The field", "The name"));
            }
            numbers &= !tokens.quoted(j) && scan.scan(tokens.data, from, to) != Numbers.Form.NONE;
            // Tablesaw drops blanks around names.
            names.add(name.isBlank() ? "Unnamed: " + j : name.trim());
        }
        if (numbers && settings.header == null) {
            throw Problem.at(
                    file,
                    tokens.line,
                    "the first line holds numbers only (" + Problem.quoted(String.join(" ", names))
                            + "): say header(false) when they are data, names(\"…\", …) to name the columns, "
                            + "or header(true) when they are names.");
        }
        return new Names(file, settings, unique(names), false);
    }

    /** A name that comes again gets a number, as in pandas: a, a.1, a.2. */
    private static List<String> unique(List<String> names) {
        Set<String> given = new HashSet<>(names);
        Set<String> used = new HashSet<>();
        var result = new ArrayList<String>();
        for (String name : names) {
            String fresh = name;
            for (int k = 1; !used.add(fresh); k++) {
                fresh = name + "." + k;
                if (given.contains(fresh)) {
                    fresh = name;
                }
            }
            result.add(fresh);
        }
        return result;
    }

    /** Tablesaw finds columns without regard to capitals, so names that differ in nothing else get a number, and a word. */
    private List<String> distinctIgnoringCase(String file) {
        Set<String> used = new HashSet<>();
        Set<String> given = new HashSet<>();
        all.forEach(name -> given.add(name.toLowerCase(Locale.ROOT)));
        var result = new ArrayList<String>();
        for (String name : all) {
            String fresh = name;
            for (int k = 1; used.contains(fresh.toLowerCase(Locale.ROOT)); k++) {
                fresh = name + "." + k;
                if (given.contains(fresh.toLowerCase(Locale.ROOT))) {
                    fresh = name;
                }
            }
            used.add(fresh.toLowerCase(Locale.ROOT));
            if (!fresh.equals(name)) {
                notes.add(file + ": the column '" + name + "' is called '" + fresh
                        + "', since a table tells names apart without regard to capitals.");
            }
            result.add(fresh);
        }
        return result;
    }

    private int place(String file, String option, String name) {
        int place = all.indexOf(name);
        if (place < 0) {
            place = shown.indexOf(name);
        }
        if (place < 0) {
            throw Problem.in(
                    file,
                    "there is no column '" + name + "', which " + option + "(…) names; the columns are " + some()
                            + ".");
        }
        return place;
    }

    List<String> all() {
        return all;
    }

    String shown(int column) {
        return shown.get(column);
    }

    int[] order() {
        return order;
    }

    boolean wanted(int column) {
        for (int wanted : order) {
            if (wanted == column) {
                return true;
            }
        }
        return false;
    }

    /** Whether the tokenizer stands on a row of data and not on a header. */
    boolean firstIsData() {
        return firstIsData;
    }

    List<String> notes() {
        return notes;
    }

    /** The names, the first ones when there are many. */
    String some() {
        int n = Math.min(all.size(), 12);
        return String.join(", ", all.subList(0, n)) + (n < all.size() ? ", …" : "");
    }
}
