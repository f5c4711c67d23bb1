package lectern.plot.learning;

/** Finds places for the nodes of a graph. */
final class SpringLayout {
    private static final int ROUNDS = 300;
    private static final int MOST = 2000;

    private SpringLayout() {}

    static double[][] places(int n, double[][] edges) {
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException(
                    "A layout places between 1 and " + MOST + " nodes but got " + n + "; nobody could read more.");
        }
        int[][] pairs = pairs(n, edges);
        var at = new double[n][2];
        for (int i = 0; i < n; i++) {
            // A spiral rather than a circle: neighbours in number do not start on opposite sides at equal distance.
            double a = 2.399963229728653 * i;
            double r = Math.sqrt((i + 0.5) / n);
            at[i][0] = r * Math.cos(a);
            at[i][1] = r * Math.sin(a);
        }
        double k = Math.sqrt(Math.PI / n);
        int rounds = n > 400 ? ROUNDS / 4 : ROUNDS;
        for (int round = 0; round < rounds; round++) {
            move(at, pairs, k, 0.2 * (1 - round / (double) rounds));
        }
        return at;
    }

    private static int[][] pairs(int n, double[][] edges) {
        var pairs = new int[edges.length][2];
        for (int i = 0; i < edges.length; i++) {
            if (edges[i].length == 0) {
                return new int[0][];
            }
            if (edges[i].length < 2) {
                throw new IllegalArgumentException(
                        "An edge is a pair of node numbers but edge " + i + " has " + edges[i].length + ".");
            }
            for (int e = 0; e < 2; e++) {
                pairs[i][e] = (int) edges[i][e];
                if (edges[i][e] != pairs[i][e] || pairs[i][e] < 0 || pairs[i][e] >= n) {
                    throw new IllegalArgumentException("Edge " + i + " names node " + edges[i][e] + ", but there are "
                            + n + " nodes, counted from 0.");
                }
            }
        }
        return pairs;
    }

    /** One round: forces of k²/d between all nodes and of d²/k along edges, a pull to the middle, steps of at most so much. */
    private static void move(double[][] at, int[][] pairs, double k, double most) {
        int n = at.length;
        var force = new double[n][2];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double dx = at[i][0] - at[j][0];
                double dy = at[i][1] - at[j][1];
                double d2 = Math.max(dx * dx + dy * dy, 1e-9);
                double push = k * k / d2;
                force[i][0] += push * dx;
                force[i][1] += push * dy;
                force[j][0] -= push * dx;
                force[j][1] -= push * dy;
            }
            // Parts that no edge joins would drift away without end.
            force[i][0] -= 0.3 * k * at[i][0];
            force[i][1] -= 0.3 * k * at[i][1];
        }
        for (int[] pair : pairs) {
            double[] a = at[pair[0]];
            double[] b = at[pair[1]];
            double pull = Math.hypot(a[0] - b[0], a[1] - b[1]) / k;
            for (int c = 0; c < 2; c++) {
                double part = pull * (a[c] - b[c]);
                force[pair[0]][c] -= part;
                force[pair[1]][c] += part;
            }
        }
        for (int i = 0; i < n; i++) {
            double size = Math.hypot(force[i][0], force[i][1]);
            double step = size > most ? most / size : 1;
            at[i][0] += step * force[i][0];
            at[i][1] += step * force[i][1];
        }
    }
}
