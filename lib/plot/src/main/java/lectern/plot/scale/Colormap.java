package lectern.plot.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import lectern.plot.canvas.Colors;

/**
 * A colour map: 256 colours from low to high, or a list of single colours for classes.
 *
 * <p>Names as in matplotlib: {@code viridis plasma inferno magma cividis coolwarm RdBu gray jet tab10 tab20 Blues …},
 * each with {@code _r} for its reverse. Viridis and its kin: S. van der Walt, N. Smith (2015); {@code RdBu Blues …}: C.
 * Brewer's palettes; {@code coolwarm}: K. Moreland, Diverging Color Maps for Scientific Visualization (2009); {@code
 * cividis}: J. Nuñez, C. Anderton, R. Renslow (2018).
 */
public final class Colormap {
    private static final Map<String, String> KNOTS = load();
    private static final Map<String, Colormap> CACHE = new ConcurrentHashMap<>();

    private final String name;
    private final int[] table;
    private final boolean listed;

    private Colormap(String name, int[] table, boolean listed) {
        this.name = name;
        this.table = table;
        this.listed = listed;
    }

    /** The map of this name, {@code _r} at its end for the reverse. */
    public static Colormap of(String name) {
        return CACHE.computeIfAbsent(name, Colormap::build);
    }

    /** A map that runs linearly through the given colours. */
    public static Colormap between(String... colors) {
        var knots = new int[colors.length];
        for (int i = 0; i < colors.length; i++) {
            knots[i] = Colors.parse(colors[i], Colors.TAB10);
        }
        return new Colormap(String.join("-", colors), interpolate(knots), false);
    }

    /** A map of single colours for classes. */
    public static Colormap listed(String... colors) {
        var table = new int[colors.length];
        for (int i = 0; i < colors.length; i++) {
            table[i] = Colors.parse(colors[i], Colors.TAB10);
        }
        return new Colormap(String.join("-", colors), table, true);
    }

    private static Colormap build(String name) {
        boolean reversed = name.endsWith("_r");
        String base = reversed ? name.substring(0, name.length() - 2) : name;
        String entry = KNOTS.get(base.equals("grey") ? "gray" : base);
        if (entry == null) {
            throw new IllegalArgumentException("There is no colour map \"" + name + "\"; known are " + KNOTS.keySet()
                    + ", each also with _r at its end.");
        }
        boolean listed = entry.startsWith("*");
        String hex = listed ? entry.substring(1) : entry;
        var knots = new int[hex.length() / 6];
        for (int i = 0; i < knots.length; i++) {
            int at = reversed ? knots.length - 1 - i : i;
            knots[i] = 0xff000000 | Integer.parseInt(hex, 6 * at, 6 * at + 6, 16);
        }
        return new Colormap(name, listed ? knots : interpolate(knots), listed);
    }

    private static int[] interpolate(int[] knots) {
        var table = new int[256];
        for (int i = 0; i < 256; i++) {
            double t = i / 255.0 * (knots.length - 1);
            int k = Math.min((int) t, knots.length - 2);
            table[i] = knots.length == 1 ? knots[0] : Colors.mix(knots[k], knots[k + 1], t - k);
        }
        return table;
    }

    private static Map<String, String> load() {
        var map = new TreeMap<String, String>();
        try (var in = new BufferedReader(
                new InputStreamReader(Colormap.class.getResourceAsStream("colormaps.txt"), StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int space = line.indexOf(' ');
                map.put(line.substring(0, space), line.substring(space + 1));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return map;
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** How many different colours there are. */
    public int size() {
        return table.length;
    }

    /** True for a list of single colours. */
    public boolean isListed() {
        return listed;
    }

    /** The colour at {@code t} in [0, 1] as 0xAARRGGBB; values outside take the end colours, NaN is transparent. */
    public int at(double t) {
        return Double.isNaN(t) ? Colors.NONE : table[index(t)];
    }

    /** The place of {@code t} in the table of colours. */
    int index(double t) {
        return Math.clamp((long) (t * table.length), 0, table.length - 1);
    }

    /** The colour at a place of the table. */
    public int color(int index) {
        return table[index];
    }

    /** {@code n} colours spread evenly over the map; the first n of a list. */
    int[] sample(int n) {
        var out = new int[n];
        for (int i = 0; i < n; i++) {
            out[i] = listed ? table[i % table.length] : at(n == 1 ? 0.5 : i / (n - 1.0));
        }
        return out;
    }

    @Override
    public String toString() {
        return name;
    }
}
