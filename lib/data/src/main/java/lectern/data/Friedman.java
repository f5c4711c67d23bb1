package lectern.data;

/** Formulas on which methods of regression are compared. */
final class Friedman {
    private Friedman() {}

    static double first(double... x) {
        double middle = x[2] - 0.5;
        return 10 * Math.sin(Math.PI * x[0] * x[1]) + 20 * middle * middle + 10 * x[3] + 5 * x[4];
    }

    /** The size of the impedance of a circuit. */
    static double second(double... x) {
        double reactance = x[1] * x[2] - 1 / (x[1] * x[3]);
        return Math.sqrt(x[0] * x[0] + reactance * reactance);
    }

    /** Its phase. */
    static double third(double... x) {
        return Math.atan((x[1] * x[2] - 1 / (x[1] * x[3])) / x[0]);
    }

    /** Two hills, a smaller one and a dip on the unit square. */
    static double franke(double... x) {
        double a = 9 * x[0];
        double b = 9 * x[1];
        return 0.75 * Math.exp(-((a - 2) * (a - 2) + (b - 2) * (b - 2)) / 4)
                + 0.75 * Math.exp(-(a + 1) * (a + 1) / 49 - (b + 1) / 10)
                + 0.5 * Math.exp(-((a - 7) * (a - 7) + (b - 3) * (b - 3)) / 4)
                - 0.2 * Math.exp(-(a - 4) * (a - 4) - (b - 7) * (b - 7));
    }
}
