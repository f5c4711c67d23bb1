package lectern.kernel.cell.advice;

import java.util.Map;

/** Names of NumPy, PyTorch and SciPy that mean something here under another name; asked only where no method was found. */
final class NumpyNames {
    /** Methods of an array. */
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("add", "x.plus(y)"),
            Map.entry("subtract", "x.minus(y)"),
            Map.entry("sub", "x.minus(y)"),
            Map.entry("multiply", "x.times(y)"),
            Map.entry("mul", "x.times(y)"),
            Map.entry("divide", "x.div(y)"),
            Map.entry("true_divide", "x.div(y)"),
            Map.entry("power", "x.pow(2)"),
            Map.entry("mm", "x.matmul(y)"),
            Map.entry("bmm", "x.matmul(y)"),
            Map.entry("negative", "x.neg()"),
            Map.entry("astype", "x.cast(FLOAT32)"),
            Map.entry("to", "x.cast(FLOAT32)"),
            Map.entry("type", "x.dtype()"),
            Map.entry("ravel", "x.flatten()"),
            Map.entry("permute", "x.transpose(1, 0)"),
            Map.entry("t", "x.T()"),
            Map.entry("unsqueeze", "x.expandDims(0)"),
            Map.entry("repeat_interleave", "repeat(x, 2, 0)"),
            Map.entry("clamp", "x.clip(0, 1)"),
            Map.entry("length", "x.size(), or x.dim(0) for the first axis"),
            Map.entry("len", "x.size(), or x.dim(0) for the first axis"),
            Map.entry("numel", "x.size()"),
            Map.entry("numpy", "x.toDoubleArray()"),
            Map.entry("tolist", "x.toDoubleArray()"),
            Map.entry("detach", "stopGradient(x)"),
            Map.entry("copy", "copyOf(x)"),
            Map.entry("fill", "fullLike(x, 3)"),
            Map.entry("fill_", "fullLike(x, 3)"),
            Map.entry("average", "x.mean()"),
            Map.entry("norm", "norm(x)"),
            Map.entry("inverse", "inv(x)"),
            Map.entry("inv", "inv(x)"),
            Map.entry("det", "det(x)"),
            Map.entry("backward", "grad(f).apply(x)"),
            Map.entry("isnan", "x.isNaN()"),
            Map.entry("isfinite", "x.isFinite()"),
            Map.entry("greater", "x.gt(y)"),
            Map.entry("less", "x.lt(y)"),
            Map.entry("equal", "x.eq(y)"),
            Map.entry("index", "x.get(0)"),
            Map.entry("index_select", "x.take(of(0, 1), 0)"));

    /** Functions. */
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("concatenate", "concat(0, a, b)"),
            Map.entry("cat", "concat(0, a, b)"),
            Map.entry("hstack", "concat(1, a, b)"),
            Map.entry("vstack", "concat(0, a, b)"),
            Map.entry("column_stack", "stack(1, a, b)"),
            Map.entry("multiply", "a.times(b)"),
            Map.entry("subtract", "a.minus(b)"),
            Map.entry("add", "a.plus(b)"),
            Map.entry("divide", "a.div(b)"),
            Map.entry("power", "pow(a, 2)"),
            Map.entry("matmul", "a.matmul(b)"),
            Map.entry("dot", "a.dot(b)"),
            Map.entry("identity", "eye(3)"),
            Map.entry("asarray", "array(a)"),
            Map.entry("tensor", "of(1.0, 2.0)"),
            Map.entry("clip", "a.clip(0, 1)"),
            Map.entry("argmax", "a.argmax()"),
            Map.entry("argmin", "a.argmin()"),
            Map.entry("reshape", "a.reshape(-1, 1)"),
            Map.entry("transpose", "a.T()"),
            Map.entry("amax", "a.max()"),
            Map.entry("amin", "a.min()"),
            Map.entry("allclose", "a.allClose(b)"),
            Map.entry("isclose", "a.isClose(b)"),
            Map.entry("normal_", "randn(3)"),
            Map.entry("randint", "integers(0, 10, 3)"),
            Map.entry("default_rng", "seed(1)"),
            Map.entry("manual_seed", "seed(1)"),
            Map.entry("jit", "compile(f)"),
            Map.entry("value_and_grad", "valueAndGrad(f)"),
            Map.entry("scatterplot", "scatter(a, b)"),
            Map.entry("subplot", "subplots(1, 2)"),
            Map.entry("read_csv", "readCsv(\"file.csv\")"),
            Map.entry("train_test_split", "trainTestSplit(data, 0.25, 1)"),
            Map.entry("linear_model", "minimize(loss, start, lbfgs())"));

    private NumpyNames() {}

    /** What to write for a method that an array of another library has; null when nothing is known. */
    static String ofMethod(String name) {
        var here = METHODS.get(name);
        return here == null ? null : "here that is written " + here;
    }

    /** What to write for a function of another library; null when nothing is known. */
    static String ofFunction(String name) {
        var here = FUNCTIONS.get(name);
        return here == null ? null : "here that is written " + here;
    }
}
