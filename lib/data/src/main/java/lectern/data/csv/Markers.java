package lectern.data.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The texts that stand for a missing value, found quickly among bytes; the empty field is always one of them. */
final class Markers {
    /** For each first byte, the lengths that occur as bits. */
    private final long[] lengths = new long[256];

    private final List<byte[]> all = new ArrayList<>();
    private final double[] numbers;

    Markers(Collection<String> texts) {
        var values = new ArrayList<Double>();
        var scan = new Numbers('.', (char) 0);
        for (String text : texts) {
            byte[] marker = text.getBytes(StandardCharsets.UTF_8);
            if (marker.length == 0) {
                continue;
            }
            all.add(marker);
            lengths[marker[0] & 0xFF] |= 1L << Math.min(marker.length, 63);
            switch (scan.scan(marker, 0, marker.length)) {
                case WHOLE -> values.add((double) scan.whole);
                case DECIMAL -> values.add(scan.decimal);
                default -> {}
            }
        }
        numbers = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(x -> x == x)
                .toArray();
    }

    boolean has(byte[] d, int from, int to) {
        if (from == to) {
            return true;
        }
        if ((lengths[d[from] & 0xFF] & 1L << Math.min(to - from, 63)) == 0) {
            return false;
        }
        for (byte[] marker : all) {
            if (Arrays.equals(marker, 0, marker.length, d, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number is one of those that mean a missing value, written in another way: −999.0 for −999. */
    boolean has(double number) {
        for (double marker : numbers) {
            if (marker == number) {
                return true;
            }
        }
        return false;
    }

    boolean hasNumbers() {
        return numbers.length > 0;
    }
}
