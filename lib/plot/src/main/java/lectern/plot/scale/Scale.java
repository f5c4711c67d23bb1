package lectern.plot.scale;

/** How data values are spread along an axis: a monotone map to a place, of which the axis shows a linear stretch. */
public sealed interface Scale {
    Scale LINEAR = new Linear();
    Scale LOG = new Log();

    /** The place of a value; NaN where the scale has none. */
    double forward(double value);

    /** The value at a place. */
    double inverse(double place);

    /** The scale of this name. */
    static Scale of(String name) {
        return switch (name) {
            case "linear" -> LINEAR;
            case "log" -> LOG;
            case "symlog" -> new SymLog(1);
            default ->
                throw new IllegalArgumentException(
                        "There is no axis scale \"" + name + "\"; known are linear, log, symlog.");
        };
    }

    /** Values themselves. */
    record Linear() implements Scale {
        @Override
        public double forward(double value) {
            return value;
        }

        @Override
        public double inverse(double place) {
            return place;
        }
    }

    /** Decimal logarithms; zero and below have no place. */
    record Log() implements Scale {
        @Override
        public double forward(double value) {
            return value > 0 ? Math.log10(value) : Double.NaN;
        }

        @Override
        public double inverse(double place) {
            return Math.pow(10, place);
        }
    }

    /** Linear between −threshold and threshold, logarithmic beyond on both sides. */
    record SymLog(double threshold) implements Scale {
        @Override
        public double forward(double value) {
            double a = Math.abs(value);
            return a <= threshold ? value / threshold : Math.copySign(1 + Math.log10(a / threshold), value);
        }

        @Override
        public double inverse(double place) {
            double a = Math.abs(place);
            return a <= 1 ? place * threshold : Math.copySign(threshold * Math.pow(10, a - 1), place);
        }
    }
}
