package lectern.grad;

import static lectern.grad.Activations.elu;
import static lectern.grad.Activations.gelu;
import static lectern.grad.Activations.leakyRelu;
import static lectern.grad.Activations.logSoftmax;
import static lectern.grad.Activations.logsumexp;
import static lectern.grad.Activations.selu;
import static lectern.grad.Activations.softmax;
import static lectern.grad.Activations.swish;
import static lectern.grad.Grad.checkGrads;
import static lectern.grad.Grad.derivative;
import static lectern.grad.Grad.grad;
import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import lectern.tensor.Linalg;
import lectern.tensor.Sorting;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.Binary;
import lectern.tensor.op.Cholesky;
import lectern.tensor.op.CumSum;
import lectern.tensor.op.Eigh;
import lectern.tensor.op.Gather;
import lectern.tensor.op.Inverse;
import lectern.tensor.op.MatMul;
import lectern.tensor.op.Op;
import lectern.tensor.op.Qr;
import lectern.tensor.op.ScatterAdd;
import lectern.tensor.op.Slice;
import lectern.tensor.op.SlogDet;
import lectern.tensor.op.Solve;
import lectern.tensor.op.Svd;
import lectern.tensor.op.Unslice;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule of the table against finite differences along random directions, to third order, in both modes. */
class RulesTest {
    private static final Tensor X = Tensors.of(new double[][] {{-1.3, -0.4, 0.7}, {1.9, 0.25, -0.85}});
    private static final Tensor POSITIVE = X.square().plus(0.3);
    private static final Tensor INSIDE = X.times(0.4);
    private static final Tensor Y = Tensors.of(new double[][] {{0.6, -1.1, 1.4}, {-0.2, 0.9, 2.3}});
    private static final Tensor ROW = Tensors.of(0.8, -0.5, 1.7);
    private static final Tensor SQUARE =
            Tensors.of(new double[][] {{2.1, 0.3, -0.4}, {0.5, 1.7, 0.2}, {-0.6, 0.1, 2.6}});

    private static DynamicTest one(String name, Tensor x, Function<Tensor, Tensor> f) {
        return DynamicTest.dynamicTest(name, () -> checkGrads(f, x, 3));
    }

    private static DynamicTest two(String name, Tensor x, Tensor y, BinaryOperator<Tensor> f) {
        return DynamicTest.dynamicTest(
                name, () -> checkGrads((List<Tensor> p) -> f.apply(p.get(0), p.get(1)), List.of(x, y), 3));
    }

    @TestFactory
    Stream<DynamicTest> elementwiseOfOneArgument() {
        return Stream.of(
                one("neg", X, x -> x.neg().times(x)),
                one("abs", X, Tensor::abs),
                one("square", X, Tensor::square),
                one("reciprocal", POSITIVE, Tensor::reciprocal),
                one("sqrt", POSITIVE, Tensor::sqrt),
                one("exp", X, Tensor::exp),
                one("expm1", X, Tensor::expm1),
                one("log", POSITIVE, Tensor::log),
                one("log1p", POSITIVE, Tensor::log1p),
                one("sin", X, Tensor::sin),
                one("cos", X, Tensor::cos),
                one("tan", INSIDE, Tensor::tan),
                one("asin", INSIDE, Tensor::asin),
                one("acos", INSIDE, Tensor::acos),
                one("atan", X, Tensor::atan),
                one("sinh", X, Tensor::sinh),
                one("cosh", X, Tensor::cosh),
                one("tanh", X, Tensor::tanh),
                one("sigmoid", X, Tensor::sigmoid),
                one("softplus", X, Tensor::softplus),
                one("erf", X, Tensor::erf),
                one("erfinv", INSIDE, x -> x.times(0.7).erfinv()),
                one("lgamma", POSITIVE, Tensor::lgamma),
                one(
                        "lgamma of negative numbers",
                        POSITIVE,
                        x -> x.times(0.1).minus(1.7).lgamma()),
                one("digamma", POSITIVE, Tensor::digamma),
                one("polygamma", POSITIVE, x -> x.plus(0.5).polygamma(2)),
                one("relu", X, x -> x.relu().times(x)),
                one("sign is flat", X, x -> x.sign().times(x.square())),
                one("floor is flat", X, x -> x.floor().times(x.square())));
    }

    @TestFactory
    Stream<DynamicTest> elementwiseOfTwoArguments() {
        return Stream.of(
                two("plus, broadcast", X, ROW, (x, y) -> x.plus(y).square()),
                two("minus, broadcast", ROW, X, (x, y) -> x.minus(y).square()),
                two("times, broadcast", X, ROW, Tensor::times),
                two("times a number", X, Tensors.of(1.3), Tensor::times),
                two("div, broadcast", X, ROW, Tensor::div),
                two(
                        "outer broadcast",
                        X.reshape(6, 1),
                        ROW,
                        (x, y) -> x.times(y).sin()),
                two("pow", POSITIVE, Y, Tensor::pow),
                one("pow 3", X, x -> x.pow(3)),
                one("pow -2", POSITIVE, x -> x.pow(-2)),
                one("number to a power", X, x -> Tensors.literal(2.5).pow(x)),
                two("maximum", X, Y, (x, y) -> x.maximum(y).square()),
                two("minimum", X, Y, (x, y) -> x.minimum(y).square()),
                two("atan2", X, Y, (x, y) -> Tensor.apply(Binary.ATAN2, x, y)),
                two("mod", X, POSITIVE, (x, y) -> x.mod(y).square()),
                two("where", X, Y, (x, y) -> Tensors.where(X.gt(0), x.square(), x.times(y))),
                two(
                        "where, broadcast",
                        X,
                        ROW,
                        (x, y) -> Tensors.where(X.gt(0), y, x).square()));
    }

    @TestFactory
    Stream<DynamicTest> reductionsAndShapes() {
        Tensor cube = Tensors.linspace(-1, 1.7, 24).reshape(2, 3, 4);
        Tensor zeros = Tensors.of(new double[][] {{0, 2, -1.5}, {0.5, 0, 0}});
        return Stream.of(
                one("sum", X, x -> x.square().sum()),
                one("sum of an axis", X, x -> x.square().sum(0)),
                one("sum, axis kept", X, x -> x.times(x.sum(1, true))),
                one("mean", X, x -> x.square().mean(1)),
                one("var", X, x -> x.var(1)),
                one("std", X, x -> x.std()),
                one("prod", X, x -> x.prod(1)),
                one("prod of all", X, x -> x.prod()),
                one("prod through zeros", zeros, x -> x.prod(1)),
                one("max", X, x -> x.max(1).square()),
                one("min", X, x -> x.min(0).square()),
                one("cumsum", X, x -> x.cumsum(1).square()),
                one(
                        "cumsum from the end",
                        X,
                        x -> Tensor.apply(new CumSum(0, true), x).square()),
                one("reshape", X, x -> x.reshape(3, 2).square()),
                one("transpose", cube, x -> x.transpose(2, 0, 1).square()),
                one("broadcastTo", ROW, x -> x.square().broadcastTo(2, 3)),
                one(
                        "slice",
                        cube,
                        x -> Tensor.apply(new Slice(List.of(1, 2, 0), List.of(1, 2, 2), List.of(1, -1, 3)), x)
                                .square()),
                one(
                        "unslice",
                        X,
                        x -> Tensor.apply(new Unslice(List.of(3, 5), List.of(0, 4), List.of(2, -2)), x)
                                .square()),
                two("concat", X, Y, (x, y) -> Tensors.concat(1, x, y, x).square()),
                two("stack", X, Y, (x, y) -> Tensors.stack(1, x, y).square()),
                one(
                        "gather",
                        cube,
                        x -> Tensor.apply(new Gather(1), x, Tensors.of(2, 0, 2, -1))
                                .square()),
                one(
                        "gather of a table",
                        X,
                        x -> Tensor.apply(
                                        new Gather(1), x, Tensors.of(0, 2, 1, 1).reshape(2, 2))
                                .square()),
                one(
                        "scatter",
                        X,
                        x -> Tensor.apply(new ScatterAdd(1, 4), x, Tensors.of(3, 1, 3))
                                .square()),
                one("cast to float32 and back", X, x -> x.cast(DType.FLOAT64).square()));
    }

    @TestFactory
    Stream<DynamicTest> products() {
        Tensor batch = Tensors.linspace(-1, 1.2, 24).reshape(2, 3, 4);
        Tensor right = Tensors.linspace(0.5, -0.7, 8).reshape(4, 2);
        return Stream.of(
                two("matmul", X, SQUARE, Tensor::matmul),
                two("matrix times vector", X, ROW, Tensor::matmul),
                two("vector times matrix", ROW, SQUARE, Tensor::matmul),
                two("vector times vector", ROW, ROW.plus(1), (x, y) -> x.dot(y).square()),
                two("batches times a matrix", batch, right, Tensor::matmul),
                two("matrix times batches", X, batch, Tensor::matmul),
                two("both transposed", SQUARE, X, (a, b) -> Tensor.apply(new MatMul(true, true), a, b)),
                two("left transposed", SQUARE, X.T(), (a, b) -> Tensor.apply(new MatMul(true, false), a, b)),
                two("right transposed", SQUARE, X, (a, b) -> Tensor.apply(new MatMul(false, true), a, b)),
                two("outer", ROW, ROW.plus(2), (a, b) -> a.outer(b).square()));
    }

    private static Tensor op(Op op, Tensor... x) {
        return Tensor.apply(op, x);
    }

    private static Tensor symmetric(Tensor x) {
        return x.plus(x.T());
    }

    @TestFactory
    Stream<DynamicTest> linearAlgebra() {
        Tensor tall = Tensors.of(new double[][] {{1.2, 0.3}, {-0.4, 1.7}, {0.6, 0.9}});
        Tensor batch = Tensors.stack(0, SQUARE, SQUARE.T().plus(0.1));
        Function<Tensor, Tensor> positive = x -> x.matmul(x.T()).plus(Tensors.eye(3));
        return Stream.of(
                two("solve", SQUARE, tall, (a, b) -> op(new Solve(), a, b)),
                two("solve batches", batch, tall, (a, b) -> op(new Solve(), a, b)),
                one("inverse", SQUARE, x -> op(new Inverse(), x)),
                one("inverse of batches", batch, x -> op(new Inverse(), x)),
                one("log determinant", SQUARE, x -> op(new SlogDet(), x)),
                one(
                        "log determinants of batches",
                        batch,
                        x -> op(new SlogDet(), x).square()),
                one("cholesky", SQUARE, x -> op(new Cholesky(), positive.apply(x))),
                one("eigenvalues", SQUARE, x -> op(new Eigh(), symmetric(x)).slice(-1, 0, 1)),
                one(
                        "eigenvectors",
                        SQUARE,
                        x -> op(new Eigh(), symmetric(x)).slice(-1, 1, 4).square()),
                one(
                        "eigh of batches",
                        batch,
                        x -> op(new Eigh(), x.plus(x.transpose(0, 2, 1))).square()),
                one("svd, square", SQUARE, x -> op(new Svd(), x).square()),
                one("svd, tall", tall, x -> op(new Svd(), x).square()),
                one("svd, wide", tall.T(), x -> op(new Svd(), x).square()),
                one("qr, square", SQUARE, x -> op(new Qr(), x).square()),
                one("qr, tall", tall, x -> op(new Qr(), x).square()),
                one("qr, wide", tall.T(), x -> op(new Qr(), x).square()));
    }

    @TestFactory
    Stream<DynamicTest> composedFunctionsOfTheTensorRoom() {
        return Stream.of(
                two("einsum", X, SQUARE, (a, b) -> Tensors.einsum("ij,kj->ki", a, b)),
                one("sort", X, x -> Sorting.sort(x, 1).times(ROW)),
                one("median", X, x -> Sorting.median(x, 1).square()),
                one("quantile", X, x -> Sorting.quantile(x, 0.3).square()),
                one(
                        "pad",
                        X,
                        x -> Tensors.pad(x, 1.5, new int[][] {{1, 0}, {0, 2}}).square()),
                one("repeat", X, x -> Tensors.repeat(x, 2, 1).square()),
                one("tile", X, x -> Tensors.tile(x, 2, 1).square()),
                one(
                        "flip and roll",
                        X,
                        x -> Tensors.roll(Tensors.flip(x, 1), 1, 0).times(x)),
                one("tril", SQUARE, x -> Tensors.tril(x).square()),
                one("diag", ROW, x -> Tensors.diag(x).square()),
                one("diff", X, x -> Tensors.diff(x, 1).square()),
                one("norm", X, x -> Linalg.norm(x)),
                one("norm of order 3", X, x -> Linalg.norm(x, 3, 1)),
                one("determinant", SQUARE, x -> Linalg.det(x)),
                one("trace", SQUARE, x -> Linalg.trace(x.matmul(x))),
                one("pseudo-inverse", X, x -> Linalg.pinv(x)),
                two("kron", X, ROW.reshape(1, 3), (a, b) -> Linalg.kron(a, b)),
                one("matrix power", SQUARE, x -> Linalg.matrixPower(x, 3)),
                two("solve for a vector", SQUARE, ROW, (a, b) -> Linalg.solve(a, b)),
                one("clip", X, x -> x.clip(-0.5, 1).times(x)));
    }

    @Test
    void decompositionsReproduceTheMatrix() {
        Tensor g = grad(
                (Function<Tensor, Tensor>) x -> {
                    Tensor parts = op(new Svd(), x);
                    Tensor u = parts.slice(-1, 1, 4).T();
                    return u.times(parts.slice(-1, 0, 1).T())
                            .matmul(parts.slice(-1, 4, 7))
                            .times(SQUARE)
                            .sum();
                },
                SQUARE);
        assertArrayEquals(SQUARE.toDoubleArray(), g.toDoubleArray(), 1e-13);
        Tensor twice = Tensors.eye(3).times(2);
        Tensor trace = grad(
                (Function<Tensor, Tensor>)
                        x -> op(new Eigh(), x).slice(-1, 0, 1).sum(),
                twice);
        assertArrayEquals(Tensors.eye(3).toDoubleArray(), trace.toDoubleArray(), 1e-15);
    }

    @TestFactory
    Stream<DynamicTest> activations() {
        return Stream.of(
                one("leakyRelu", X, x -> leakyRelu(x).times(x)),
                one("elu", X, x -> elu(x)),
                one("selu", X, x -> selu(x)),
                one("gelu", X, x -> gelu(x)),
                one("swish", X, x -> swish(x)),
                one("softmax", X, x -> softmax(x)),
                one("softmax of the first axis", X, x -> softmax(x, 0)),
                one("logSoftmax", X, x -> logSoftmax(x)),
                one("logsumexp", X, x -> logsumexp(x, 1)));
    }

    @Test
    void tiesShareTheGradient() {
        Tensor tie = Tensors.of(1.0, 2.0);
        assertArrayEquals(
                new double[] {0.5, 0.5},
                grad((Function<Tensor, Tensor>) x -> x.maximum(tie).sum(), tie).toDoubleArray());
        assertArrayEquals(
                new double[] {0, 0.5, 0.5, 0},
                grad((Function<Tensor, Tensor>) x -> x.max(), Tensors.of(1.0, 3.0, 3.0, 2.0))
                        .toDoubleArray());
        assertEquals(0, grad(Tensor::relu, 0.0));
        assertEquals(0, grad(Tensor::abs, 0.0));
        assertEquals(0, grad(x -> x.maximum(0), 0.0));
    }

    @Test
    void powersAtZero() {
        assertEquals(0, grad(x -> x.pow(0), 0.0));
        assertEquals(1, grad(x -> x.pow(1), 0.0));
        assertEquals(0, grad(x -> x.pow(2), 0.0));
        assertEquals(2, derivative(x -> x.pow(2), 2).at(0));
        Fn2 power = Tensor::pow;
        assertEquals(0, grad(power, 0).at(0, 0));
        assertEquals(0, grad(power, 1).at(0, 2));
        assertEquals(8 * Math.log(2), grad(power, 1).at(2, 3), 1e-14);
    }

    @Test
    void stableFormsDoNotOverflow() {
        Tensor large = Tensors.of(1000.0, 1001.0, -1000.0);
        assertEquals(1001 + Math.log1p(Math.exp(-1)), logsumexp(large, 0).item(), 1e-12);
        Tensor g = grad((Function<Tensor, Tensor>) x -> logsumexp(x, 0), large);
        assertArrayEquals(softmax(large).toDoubleArray(), g.toDoubleArray(), 1e-15);
        assertEquals(1, grad(Tensor::softplus, 800.0));
        assertEquals(0, grad(Tensor::sigmoid, 800.0));
        assertEquals(0, grad(x -> elu(x), -800.0), 1e-300);
        assertEquals(1, grad(x -> elu(x), 800.0));
        assertEquals(
                Double.NEGATIVE_INFINITY,
                logsumexp(Tensors.full(Double.NEGATIVE_INFINITY, 3), 0).item());
    }

    @Test
    void gradientsKeepTheElementTypeOfTheirArgument() {
        Tensor single = X.cast(DType.FLOAT32);
        Tensor g = grad((Function<Tensor, Tensor>) x -> x.times(Y).tanh().sum(), single);
        assertEquals(DType.FLOAT32, g.dtype());
        Tensor h = Grad.hvp(x -> x.tanh().square().sum(), single, single);
        assertEquals(DType.FLOAT32, h.dtype());
    }
}
