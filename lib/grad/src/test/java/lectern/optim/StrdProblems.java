package lectern.optim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import lectern.grad.Fn;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/** The nonlinear regressions of NIST's Statistical Reference Datasets, with their certified values. */
final class StrdProblems {
    /** Predictors, one tensor each, and parameters to the response. */
    private interface Model extends BiFunction<Tensor[], Tensor, Tensor> {}

    record Problem(String name, String level, double[][] starts, double[] certified, double squares, Fn residuals) {}

    private StrdProblems() {}

    static List<Problem> all() {
        String text;
        try (var in = StrdProblems.class.getResourceAsStream("strd.txt")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.stream(text.split("(?m)^set "))
                .skip(1)
                .map(StrdProblems::read)
                .toList();
    }

    private static Problem read(String block) {
        String[] lines = block.strip().split("\n");
        String[] head = lines[0].split(" ");
        List<double[]> parameters = new ArrayList<>();
        List<double[]> data = new ArrayList<>();
        double squares = Double.NaN;
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            if (line.startsWith("parameter")) {
                parameters.add(numbers(line.substring("parameter ".length())));
            } else if (line.startsWith("squares")) {
                squares = numbers(line.substring("squares ".length()))[0];
            } else {
                data.add(numbers(line));
            }
        }
        Tensor table = Tensors.of(data.toArray(new double[0][]));
        Tensor y = head[0].equals("Nelson") ? table.get(":, 0").log() : table.get(":, 0");
        Tensor[] x = new Tensor[table.dim(1) - 1];
        for (int i = 0; i < x.length; i++) {
            x[i] = table.get(":, " + (i + 1));
        }
        Model model = model(head[0]);
        return new Problem(
                head[0],
                head[1],
                new double[][] {column(parameters, 0), column(parameters, 1)},
                column(parameters, 2),
                squares,
                b -> y.minus(model.apply(x, b)));
    }

    private static double[] column(List<double[]> rows, int k) {
        return rows.stream().mapToDouble(row -> row[k]).toArray();
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Model model(String name) {
        return switch (name) {
            case "Misra1a", "BoxBOD" ->
                (x, b) -> b.get(0).times(x[0].times(b.get(1)).neg().exp().neg().plus(1));
            case "Misra1b" ->
                (x, b) -> b.get(0)
                        .times(x[0].times(b.get(1)).div(2).plus(1).pow(-2).neg().plus(1));
            case "Misra1c" ->
                (x, b) -> b.get(0)
                        .times(x[0].times(b.get(1))
                                .times(2)
                                .plus(1)
                                .pow(-0.5)
                                .neg()
                                .plus(1));
            case "Misra1d" ->
                (x, b) -> b.get(0)
                        .times(b.get(1))
                        .times(x[0])
                        .div(x[0].times(b.get(1)).plus(1));
            case "Chwirut1", "Chwirut2" ->
                (x, b) -> decay(x[0], b, 0).div(b.get(1).plus(x[0].times(b.get(2))));
            case "Lanczos1", "Lanczos2", "Lanczos3" ->
                (x, b) -> b.get(0)
                        .times(decay(x[0], b, 1))
                        .plus(b.get(2).times(decay(x[0], b, 3)))
                        .plus(b.get(4).times(decay(x[0], b, 5)));
            case "Gauss1", "Gauss2", "Gauss3" ->
                (x, b) ->
                        b.get(0).times(decay(x[0], b, 1)).plus(bump(x[0], b, 2)).plus(bump(x[0], b, 5));
            case "DanWood" -> (x, b) -> b.get(0).times(x[0].pow(b.get(1)));
            case "Kirby2" -> (x, b) -> polynomial(x[0], b, 0, 3).div(denominator(x[0], b, 3, 2));
            case "Hahn1", "Thurber" -> (x, b) -> polynomial(x[0], b, 0, 4).div(denominator(x[0], b, 4, 3));
            case "Nelson" -> (x, b) -> b.get(0).minus(b.get(1).times(x[0]).times(decay(x[1], b, 2)));
            case "MGH17" ->
                (x, b) -> b.get(0)
                        .plus(b.get(1).times(decay(x[0], b, 3)))
                        .plus(b.get(2).times(decay(x[0], b, 4)));
            case "Roszman1" ->
                (x, b) -> b.get(0)
                        .minus(b.get(1).times(x[0]))
                        .minus(b.get(2).div(x[0].minus(b.get(3))).atan().div(Math.PI));
            case "ENSO" ->
                (x, b) -> b.get(0)
                        .plus(wave(x[0], Tensors.of(12.0), b, 1))
                        .plus(wave(x[0], b.get(3), b, 4))
                        .plus(wave(x[0], b.get(6), b, 7));
            case "MGH09" ->
                (x, b) -> b.get(0)
                        .times(x[0].square().plus(x[0].times(b.get(1))))
                        .div(x[0].square().plus(x[0].times(b.get(2))).plus(b.get(3)));
            case "Rat42" ->
                (x, b) ->
                        b.get(0).div(b.get(1).minus(b.get(2).times(x[0])).exp().plus(1));
            case "Rat43" ->
                (x, b) -> b.get(0)
                        .div(b.get(1)
                                .minus(b.get(2).times(x[0]))
                                .exp()
                                .plus(1)
                                .pow(b.get(3).reciprocal()));
            case "MGH10" ->
                (x, b) -> b.get(0).times(b.get(1).div(x[0].plus(b.get(2))).exp());
            case "Eckerle4" ->
                (x, b) -> b.get(0)
                        .div(b.get(1))
                        .times(x[0].minus(b.get(2))
                                .div(b.get(1))
                                .square()
                                .times(-0.5)
                                .exp());
            case "Bennett5" ->
                (x, b) -> b.get(0)
                        .times(b.get(1).plus(x[0]).pow(b.get(2).reciprocal().neg()));
            default -> throw new IllegalArgumentException("no model for " + name);
        };
    }

    private static Tensor decay(Tensor x, Tensor b, int rate) {
        return x.times(b.get(rate)).neg().exp();
    }

    private static Tensor bump(Tensor x, Tensor b, int from) {
        return b.get(from)
                .times(x.minus(b.get(from + 1))
                        .div(b.get(from + 2))
                        .square()
                        .neg()
                        .exp());
    }

    private static Tensor wave(Tensor x, Tensor period, Tensor b, int from) {
        Tensor angle = x.times(2 * Math.PI).div(period);
        return b.get(from).times(angle.cos()).plus(b.get(from + 1).times(angle.sin()));
    }

    /** The polynomial with so many of the parameters as coefficients, lowest first. */
    private static Tensor polynomial(Tensor x, Tensor b, int from, int count) {
        Tensor sum = b.get(from + count - 1);
        for (int i = count - 2; i >= 0; i--) {
            sum = sum.times(x).plus(b.get(from + i));
        }
        return sum;
    }

    private static Tensor denominator(Tensor x, Tensor b, int from, int count) {
        return polynomial(x, b, from, count).times(x).plus(1);
    }
}
