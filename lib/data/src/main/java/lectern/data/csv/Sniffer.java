package lectern.data.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds out the separator and the decimal sign from the first records of a file. */
final class Sniffer {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int RECORDS = 200;

    private final String file;
    private final byte[] head;
    private final boolean whole;
    private final Settings asked;

    /** For the beginning of a file; {@code whole} when that is all of it. */
    Sniffer(String file, byte[] head, boolean whole, Settings asked) {
        this.file = file;
        this.head = head;
        this.whole = whole;
        this.asked = asked;
    }

    /** The settings with the signs found. */
    Settings settings() throws IOException {
        char separator = asked.separator == 0 ? separator() : asked.separator;
        Settings known = asked.with(separator, asked.decimal);
        if (asked.decimal == 0 && separator != ',' && decimalComma(known)) {
            known = asked.with(separator, ',');
        }
        return known;
    }

    private char separator() throws IOException {
        var consistent = new ArrayList<Character>();
        char best = 0;
        int most = 1;
        for (char candidate : CANDIDATES) {
            if (candidate == asked.decimal || candidate == asked.comment || candidate == asked.quote) {
                continue;
            }
            List<List<String>> records = records(asked.with(candidate, asked.decimal));
            if (records.isEmpty()) {
                continue;
            }
            int first = records.getFirst().size();
            if (first > 1 && records.stream().allMatch(r -> r.size() == first)) {
                consistent.add(candidate);
            }
            if (first > most) {
                most = first;
                best = candidate;
            }
        }
        if (consistent.size() == 1) {
            return consistent.getFirst();
        }
        if (consistent.size() > 1) {
            return chosen(consistent);
        }
        if (best != 0) {
            return best;
        }
        return white() ? Settings.WHITE : ',';
    }

    /** Several signs cut all rows alike: with the semicolon, decimal commas explain that. */
    private char chosen(List<Character> consistent) throws IOException {
        var look = new Lookalikes('.');
        if (consistent.equals(List.of(',', ';'))) {
            boolean numbers = true;
            for (List<String> record : records(asked.with(';', '\0'))) {
                for (String field : record) {
                    numbers &= field.isEmpty() || look.look(List.of(field)).numbers();
                }
            }
            if (numbers) {
                return ';';
            }
        }
        String row = String.join(" ", lineOf());
        throw Problem.in(
                file,
                "the separator cannot be known: "
                        + consistent.stream()
                                .map(c -> c == '\t' ? "the tab" : "'" + c + "'")
                                .toList()
                        + " all cut the rows alike (" + Problem.quoted(row) + "). Say separator('"
                        + (consistent.getFirst() == '\t' ? "\\t" : consistent.getFirst()) + "') or another one.");
    }

    private List<String> lineOf() {
        return Arrays.asList(new String(head, java.nio.charset.StandardCharsets.UTF_8).split("\\R", 2)[0]);
    }

    /** Runs of blanks separate when they cut all rows alike and all but the first row into numbers. */
    private boolean white() throws IOException {
        List<List<String>> records = records(asked.with(Settings.WHITE, asked.decimal));
        if (records.size() < 2 || records.getFirst().size() < 2) {
            return false;
        }
        var numbers = new Numbers(asked.decimal, asked.thousands);
        var markers = new Markers(asked.missing);
        for (List<String> record : records) {
            if (record.size() != records.getFirst().size()) {
                return false;
            }
        }
        int numeric = 0;
        for (List<String> record : records.subList(1, records.size())) {
            for (String field : record) {
                byte[] bytes = field.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                boolean number = numbers.scan(bytes, 0, bytes.length) != Numbers.Form.NONE;
                if (!number && !markers.has(bytes, 0, bytes.length)) {
                    return false;
                }
                numeric += number ? 1 : 0;
            }
        }
        return numeric > 0;
    }

    /** Whether some column is written with decimal commas beyond doubt and none with points. */
    private boolean decimalComma(Settings known) throws IOException {
        List<List<String>> records = records(known);
        if (records.isEmpty()) {
            return false;
        }
        var lookalikes = new Lookalikes('.');
        boolean sure = false;
        int from = Boolean.FALSE.equals(known.header) || known.names != null ? 0 : 1;
        for (int j = 0; j < records.getFirst().size(); j++) {
            var column = new ArrayList<String>();
            for (int i = from; i < records.size(); i++) {
                column.add(j < records.get(i).size() ? records.get(i).get(j) : "");
            }
            column.replaceAll(v -> known.missing.contains(v) ? "" : v);
            var look = lookalikes.look(column);
            if (!look.numbers()) {
                continue;
            }
            if (look.groupsOnly() || !look.comma() && look.point()) {
                return false;
            }
            sure |= look.decimalOnly();
        }
        return sure;
    }

    /** The first records; none where a quote is left open, which the reader says better. */
    private List<List<String>> records(Settings settings) throws IOException {
        var records = new ArrayList<List<String>>();
        try {
            var tokens = new Tokenizer(new ByteArrayInputStream(head), file, settings);
            while (records.size() < RECORDS && tokens.next()) {
                var record = new ArrayList<String>();
                for (int i = 0; i < tokens.fields; i++) {
                    record.add(new String(
                            tokens.data,
                            tokens.from[i],
                            tokens.to[i] - tokens.from[i],
                            java.nio.charset.StandardCharsets.UTF_8));
                }
                records.add(record);
            }
        } catch (IllegalArgumentException e) {
            return records;
        }
        if (!whole && records.size() > 1 && records.size() < RECORDS) {
            // The last one may be cut.
            records.removeLast();
        }
        return records;
    }
}
