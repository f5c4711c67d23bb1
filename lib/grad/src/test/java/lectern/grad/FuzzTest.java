package lectern.grad;

import static lectern.grad.Grad.derivative;
import static lectern.grad.Grad.grad;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;

/** Random programs of two numbers against Hipparchus, which differentiates by truncated multivariate power series. */
class FuzzTest {
    private static final int PROGRAMS = 3000;
    private static final int KINDS = 15;

    /** Applies operation {@code kind} to earlier values; all results stay of moderate size. */
    private record Step(int kind, int left, int right, double constant) {
        static Step draw(SplittableRandom random, int values) {
            return new Step(
                    random.nextInt(KINDS),
                    random.nextInt(values),
                    random.nextInt(values),
                    random.nextDouble(-1.5, 1.5));
        }

        Tensor of(List<Tensor> v) {
            Tensor a = v.get(left);
            Tensor b = v.get(right);
            return switch (kind) {
                case 0 -> a.plus(b).times(0.5);
                case 1 -> a.minus(b).times(0.5);
                case 2 -> a.times(b).sin();
                case 3 -> a.div(b.square().plus(1));
                case 4 -> a.sin();
                case 5 -> a.cos().times(constant);
                case 6 -> a.tanh();
                case 7 -> a.atan();
                case 8 -> a.square().plus(1).log();
                case 9 -> a.square().plus(0.5).sqrt();
                case 10 -> a.sin().exp();
                case 11 -> a.square().plus(1).pow(constant);
                case 12 -> a.square().plus(1).reciprocal();
                case 13 -> a.sin().pow(3);
                default -> a.item() > b.item() ? a.times(constant) : b.sinh().atan();
            };
        }

        DerivativeStructure ofSeries(List<DerivativeStructure> v) {
            DerivativeStructure a = v.get(left);
            DerivativeStructure b = v.get(right);
            return switch (kind) {
                case 0 -> a.add(b).multiply(0.5);
                case 1 -> a.subtract(b).multiply(0.5);
                case 2 -> a.multiply(b).sin();
                case 3 -> a.divide(b.square().add(1));
                case 4 -> a.sin();
                case 5 -> a.cos().multiply(constant);
                case 6 -> a.tanh();
                case 7 -> a.atan();
                case 8 -> a.square().add(1).log();
                case 9 -> a.square().add(0.5).sqrt();
                case 10 -> a.sin().exp();
                case 11 -> a.square().add(1).pow(constant);
                case 12 -> a.square().add(1).reciprocal();
                case 13 -> a.sin().pow(3);
                default ->
                    a.getValue() > b.getValue()
                            ? a.multiply(constant)
                            : b.sinh().atan();
            };
        }
    }

    @Test
    void randomProgramsAgreeToThirdOrder() {
        SplittableRandom random = new SplittableRandom(2024);
        DSFactory factory = new DSFactory(2, 3);
        for (int p = 0; p < PROGRAMS; p++) {
            List<Step> steps = new ArrayList<>();
            int length = random.nextInt(1, 9);
            for (int i = 0; i < length; i++) {
                steps.add(Step.draw(random, 2 + i));
            }
            Fn2 f = (x, y) -> {
                List<Tensor> v = new ArrayList<>(List.of(x, y));
                steps.forEach(step -> v.add(step.of(v)));
                return v.getLast().plus(x.times(y));
            };
            double x = random.nextDouble(-2, 2);
            double y = random.nextDouble(-2, 2);
            List<DerivativeStructure> v = new ArrayList<>(List.of(factory.variable(0, x), factory.variable(1, y)));
            steps.forEach(step -> v.add(step.ofSeries(v)));
            DerivativeStructure oracle = v.getLast().add(v.get(0).multiply(v.get(1)));
            String program = "program " + p + " at " + x + ", " + y + ": " + steps;
            close(oracle.getValue(), f.at(x, y), program);
            close(oracle.getPartialDerivative(1, 0), grad(f, 0).at(x, y), program);
            close(oracle.getPartialDerivative(0, 1), grad(f, 1).at(x, y), program);
            close(oracle.getPartialDerivative(1, 1), grad(grad(f, 0), 1).at(x, y), program);
            Fn2 inY = (s, t) -> derivative(u -> f.apply(s, u)).apply(t);
            close(oracle.getPartialDerivative(0, 2), grad(inY, 1).at(x, y), program);
            close(
                    oracle.getPartialDerivative(3, 0),
                    derivative(t -> f.apply(t, Tensors.of(y)), 3).at(x),
                    program);
            Fn slopeInY = t -> inY.apply(t, Tensors.of(y));
            close(oracle.getPartialDerivative(2, 1), derivative(grad(slopeInY)).at(x), program);
        }
    }

    private static void close(double expected, double found, String program) {
        assertEquals(expected, found, 1e-8 * Math.max(1, Math.abs(expected)), program);
    }
}
