package lectern.plot.canvas;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Colours by name, by number and by place in the cycle, as packed 0xAARRGGBB integers. */
public final class Colors {
    public static final int NONE = 0;
    public static final int BLACK = 0xff000000;
    public static final int WHITE = 0xffffffff;

    /** The ten colours that series take in turn (Tableau's palette). */
    public static final int[] TAB10 = {
        0xff1f77b4,
        0xffff7f0e,
        0xff2ca02c,
        0xffd62728,
        0xff9467bd,
        0xff8c564b,
        0xffe377c2,
        0xff7f7f7f,
        0xffbcbd22,
        0xff17becf
    };

    private static final Map<String, Integer> NAMES = new HashMap<>();

    static {
        String[] tab = {"blue", "orange", "green", "red", "purple", "brown", "pink", "gray", "olive", "cyan"};
        for (int i = 0; i < 10; i++) {
            NAMES.put("tab:" + tab[i], TAB10[i]);
        }
        String table = "b 0000ff g 008000 r ff0000 c 00bfbf m bf00bf y bfbf00 k 000000 w ffffff black 000000 white "
                + "ffffff red ff0000 green 008000 blue 0000ff yellow ffff00 cyan 00ffff magenta ff00ff gray "
                + "808080 grey 808080 orange ffa500 purple 800080 brown a52a2a pink ffc0cb olive 808000 navy "
                + "000080 teal 008080 lime 00ff00 maroon 800000 silver c0c0c0 gold ffd700 indigo 4b0082 violet "
                + "ee82ee crimson dc143c coral ff7f50 salmon fa8072 tomato ff6347 orangered ff4500 darkorange "
                + "ff8c00 khaki f0e68c darkgreen 006400 forestgreen 228b22 seagreen 2e8b57 limegreen 32cd32 "
                + "lightgreen 90ee90 turquoise 40e0d0 darkcyan 008b8b steelblue 4682b4 lightsteelblue b0c4de "
                + "royalblue 4169e1 dodgerblue 1e90ff deepskyblue 00bfff skyblue 87ceeb lightblue add8e6 "
                + "darkblue 00008b mediumblue 0000cd slateblue 6a5acd orchid da70d6 plum dda0dd lavender e6e6fa "
                + "darkred 8b0000 firebrick b22222 indianred cd5c5c chocolate d2691e peru cd853f tan d2b48c "
                + "wheat f5deb3 beige f5f5dc ivory fffff0 lightgray d3d3d3 lightgrey d3d3d3 darkgray a9a9a9 "
                + "darkgrey a9a9a9 dimgray 696969 dimgrey 696969 slategray 708090 whitesmoke f5f5f5 hotpink "
                + "ff69b4 deeppink ff1493 aquamarine 7fffd4 cornflowerblue 6495ed rebeccapurple 663399";
        String[] words = table.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            NAMES.put(words[i], 0xff000000 | Integer.parseInt(words[i + 1], 16));
        }
        NAMES.put("none", NONE);
    }

    private Colors() {}

    /**
     * Reads {@code "C3"}, {@code "tab:orange"}, {@code "#1f77b4"}, {@code "steelblue"}, {@code "k"} or a grey {@code
     * "0.5"}.
     */
    public static int parse(String spec, int[] cycle) {
        String name = spec.strip().toLowerCase(Locale.ROOT);
        Integer known = NAMES.get(name);
        if (known != null) {
            return known;
        }
        try {
            if (name.startsWith("#") && name.length() == 4) {
                int v = Integer.parseInt(name.substring(1), 16);
                return 0xff000000 | (v >> 8) * 0x110000 | (v >> 4 & 15) * 0x1100 | (v & 15) * 0x11;
            }
            if (name.startsWith("#") && name.length() == 7) {
                return 0xff000000 | Integer.parseInt(name.substring(1), 16);
            }
            if (name.startsWith("#") && name.length() == 9) {
                long v = Long.parseLong(name.substring(1), 16);
                return (int) (v >> 8 | (v & 255) << 24);
            }
            if (name.startsWith("c")) {
                return cycle[Integer.parseInt(name.substring(1)) % cycle.length];
            }
            double grey = Double.parseDouble(name);
            if (grey >= 0 && grey <= 1) {
                int g = (int) Math.round(grey * 255);
                return 0xff000000 | g * 0x10101;
            }
        } catch (NumberFormatException e) {
            // falls through to the message for people
        }
        throw new IllegalArgumentException("\"" + spec
                + "\" is no colour; give a name such as \"steelblue\" or \"tab:orange\", "
                + "\"C0\" to \"C9\", \"#rrggbb\", or a grey between \"0\" and \"1\".");
    }

    /** The colour with its opacity multiplied. */
    public static int fade(int argb, double alpha) {
        int a = (int) Math.round((argb >>> 24) * Math.clamp(alpha, 0, 1));
        return argb & 0xffffff | a << 24;
    }

    /** A mixture of two colours, {@code t} of the second. */
    public static int mix(int a, int b, double t) {
        int out = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            double v = (a >>> shift & 255) * (1 - t) + (b >>> shift & 255) * t;
            out |= (int) Math.round(v) << shift;
        }
        return out;
    }

    /** Perceived brightness between 0 and 1 (Rec. 709 weights). */
    public static double luminance(int argb) {
        return (0.2126 * (argb >> 16 & 255) + 0.7152 * (argb >> 8 & 255) + 0.0722 * (argb & 255)) / 255;
    }
}
