package lectern.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import lectern.grad.Fn;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * The test functions of J. J. Moré, B. S. Garbow and K. E. Hillstrom, "Testing unconstrained optimization software"
 * (1981): residuals, the standard start, and the sums of squares at the local minima that are known.
 */
record StandardProblems(String name, Fn residuals, Tensor start, double... minima) {
    private static final double[] BARD = {.14, .18, .22, .25, .29, .32, .35, .39, .37, .58, .73, .96, 1.34, 2.10, 4.39};
    private static final double[] GAUSSIAN = {
        .0009, .0044, .0175, .0540, .1295, .2420, .3521, .3989, .3521, .2420, .1295, .0540, .0175, .0044, .0009
    };
    private static final double[] ENZYME = {.1957, .1947, .1735, .1600, .0844, .0627, .0456, .0342, .0323, .0235, .0246
    };
    private static final double[] DOSE = {4, 2, 1, .5, .25, .167, .125, .1, .0833, .0714, .0625};

    static List<StandardProblems> all() {
        List<StandardProblems> all = new ArrayList<>();
        all.add(pairs("Rosenbrock", 2));
        all.add(pairs("extended Rosenbrock", 10));
        all.add(problem("Freudenstein and Roth", 2, 0.5, -2)
                .of(x -> List.of(
                        x[1].neg()
                                .plus(5)
                                .times(x[1])
                                .minus(2)
                                .times(x[1])
                                .plus(x[0])
                                .minus(13),
                        x[1].plus(1)
                                .times(x[1])
                                .minus(14)
                                .times(x[1])
                                .plus(x[0])
                                .minus(29)))
                .with(0, 48.98425368));
        all.add(problem("Powell badly scaled", 2, 0, 1)
                .of(x -> List.of(
                        x[0].times(x[1]).times(1e4).minus(1),
                        x[0].neg().exp().plus(x[1].neg().exp()).minus(1.0001)))
                .with(0));
        all.add(problem("Brown badly scaled", 2, 1, 1)
                .of(x -> List.of(
                        x[0].minus(1e6), x[1].minus(2e-6), x[0].times(x[1]).minus(2)))
                .with(0));
        all.add(problem("Beale", 2, 1, 1)
                .each(3, i -> x -> x[1].pow(i + 1).neg().plus(1).times(x[0]).minus(new double[] {1.5, 2.25, 2.625}[i]))
                .with(0));
        all.add(problem("Jennrich and Sampson", 2, 0.3, 0.4)
                .each(
                        10,
                        i -> x -> x[0].times(i + 1)
                                .exp()
                                .plus(x[1].times(i + 1).exp())
                                .minus(2 + 2 * (i + 1)))
                .with(124.36218236));
        all.add(problem("Bard", 3, 1, 1, 1)
                .each(15, i -> {
                    double u = i + 1;
                    double v = 15 - i;
                    return x -> x[1].times(v)
                            .plus(x[2].times(Math.min(u, v)))
                            .reciprocal()
                            .times(u)
                            .plus(x[0])
                            .minus(BARD[i]);
                })
                .with(8.214877306578963e-3));
        all.add(problem("Gaussian", 3, 0.4, 1, 0)
                .each(
                        15,
                        i -> x -> x[2].minus((7 - i) / 2.0)
                                .square()
                                .times(x[1])
                                .times(-0.5)
                                .exp()
                                .times(x[0])
                                .minus(GAUSSIAN[i]))
                .with(1.127932769618e-8));
        all.add(problem("Box in three dimensions", 3, 0, 10, 20)
                .each(10, i -> {
                    double t = 0.1 * (i + 1);
                    return x -> x[0].times(-t)
                            .exp()
                            .minus(x[1].times(-t).exp())
                            .minus(x[2].times(Math.exp(-t) - Math.exp(-10 * t)));
                })
                .with(0));
        all.add(powell("Powell singular", 4));
        all.add(powell("extended Powell singular", 12));
        all.add(problem("Wood", 4, -3, -1, -3, -1)
                .of(x -> List.of(
                        x[1].minus(x[0].square()).times(10),
                        x[0].neg().plus(1),
                        x[3].minus(x[2].square()).times(Math.sqrt(90)),
                        x[2].neg().plus(1),
                        x[1].plus(x[3]).minus(2).times(Math.sqrt(10)),
                        x[1].minus(x[3]).div(Math.sqrt(10))))
                .with(0));
        all.add(problem("Kowalik and Osborne", 4, 0.25, 0.39, 0.415, 0.39)
                .each(11, i -> {
                    double u = DOSE[i];
                    return x -> x[1].times(u)
                            .plus(u * u)
                            .times(x[0])
                            .div(x[2].times(u).plus(x[3]).plus(u * u))
                            .minus(ENZYME[i]);
                })
                .with(3.0750560385e-4));
        all.add(problem("Brown and Dennis", 4, 25, 5, -5, -1)
                .each(20, i -> {
                    double t = (i + 1) / 5.0;
                    return x -> x[0].plus(x[1].times(t))
                            .minus(Math.exp(t))
                            .square()
                            .plus(x[2].plus(x[3].times(Math.sin(t)))
                                    .minus(Math.cos(t))
                                    .square());
                })
                .with(85822.20162636));
        all.add(new StandardProblems(
                "Broyden tridiagonal",
                x -> {
                    Tensor zero = Tensors.zeros(1);
                    int n = x.size();
                    Tensor before = Tensors.concat(0, zero, x.slice(0, n - 1));
                    Tensor after = Tensors.concat(0, x.slice(1, n), zero);
                    return x.times(-2)
                            .plus(3)
                            .times(x)
                            .minus(before)
                            .minus(after.times(2))
                            .plus(1);
                },
                Tensors.full(-1, 10),
                0));
        all.add(new StandardProblems(
                "variably dimensioned",
                x -> {
                    Tensor s = x.minus(1).times(Tensors.linspace(1, 10, 10)).sum();
                    return Tensors.concat(
                            0, x.minus(1), s.reshape(1), s.square().reshape(1));
                },
                Tensors.linspace(1, 10, 10).div(-10).plus(1),
                0));
        all.add(new StandardProblems(
                "linear of full rank",
                x -> Tensors.concat(
                        0,
                        x.minus(x.sum().times(0.1)).minus(1),
                        x.sum().times(-0.1).minus(Tensors.ones(10))),
                Tensors.ones(10),
                10));
        all.add(new StandardProblems(
                "penalty I",
                x -> Tensors.concat(
                        0,
                        x.minus(1).times(Math.sqrt(1e-5)),
                        x.square().sum().minus(0.25).reshape(1)),
                Tensors.linspace(1, 4, 4),
                2.249977500e-5));
        all.add(new StandardProblems(
                "Brown almost linear",
                x -> Tensors.concat(
                        0,
                        x.slice(0, 4).plus(x.sum()).minus(6),
                        x.prod().minus(1).reshape(1)),
                Tensors.full(0.5, 5),
                0,
                1));
        return all;
    }

    private interface Residual {
        Tensor at(Tensor... x);
    }

    private interface Residuals {
        List<Tensor> at(Tensor... x);
    }

    /** A problem that is being written down. */
    private record Draft(String name, double[] start, Residuals residuals) {
        Draft of(Residuals all) {
            return new Draft(name, start, all);
        }

        Draft each(int count, IntFunction<Residual> one) {
            return of(x -> {
                List<Tensor> out = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    out.add(one.apply(i).at(x));
                }
                return out;
            });
        }

        StandardProblems with(double... minima) {
            Fn f = x -> {
                Tensor[] parts = new Tensor[start.length];
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = x.get(i);
                }
                return Tensors.stack(0, residuals.at(parts).toArray(Tensor[]::new));
            };
            return new StandardProblems(name, f, Tensors.of(start), minima);
        }
    }

    private static Draft problem(String name, int size, double... start) {
        if (start.length != size) {
            throw new IllegalArgumentException(name);
        }
        return new Draft(name, start, null);
    }

    private static StandardProblems pairs(String name, int n) {
        double[] start = new double[n];
        for (int i = 0; i < n; i++) {
            start[i] = i % 2 == 0 ? -1.2 : 1;
        }
        return problem(name, n, start)
                .of(x -> {
                    List<Tensor> out = new ArrayList<>();
                    for (int i = 0; i < n; i += 2) {
                        out.add(x[i + 1].minus(x[i].square()).times(10));
                        out.add(x[i].neg().plus(1));
                    }
                    return out;
                })
                .with(0);
    }

    private static StandardProblems powell(String name, int n) {
        double[] start = new double[n];
        for (int i = 0; i < n; i++) {
            start[i] = new double[] {3, -1, 0, 1}[i % 4];
        }
        return problem(name, n, start)
                .of(x -> {
                    List<Tensor> out = new ArrayList<>();
                    for (int i = 0; i < n; i += 4) {
                        out.add(x[i].plus(x[i + 1].times(10)));
                        out.add(x[i + 2].minus(x[i + 3]).times(Math.sqrt(5)));
                        out.add(x[i + 1].minus(x[i + 2].times(2)).square());
                        out.add(x[i].minus(x[i + 3]).square().times(Math.sqrt(10)));
                    }
                    return out;
                })
                .with(0);
    }
}
