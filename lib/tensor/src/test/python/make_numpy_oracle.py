"""Writes what NumPy answers to a systematic set of small questions, for the tests of lectern.tensor.

Usage: python make_numpy_oracle.py > ../resources/lectern/tensor/numpy-oracle.txt

The tests also run it where a Python with NumPy is found (LECTERN_NUMPY_PYTHON, or python3 of the path), to compare with what NumPy
answers there; without NumPy it ends with code 3.

One question a line: kind, arguments, answer, separated by '|'. An answer is a shape and all numbers, or '!' for an error.
Arguments named by shape alone hold 1, 2, 3, ... in row-major order.
"""
import itertools
import sys
import warnings

try:
    import numpy as np
except ImportError:
    sys.exit(3)

warnings.simplefilter("ignore")
SHAPES = [(), (1,), (3,), (4,), (2, 3), (2, 1), (1, 3), (3, 2), (4, 2, 3), (4, 1, 3), (4, 1, 1), (1, 2, 1), (0,), (0, 3), (2, 0), (1, 0)]


def filled(shape):
    return np.arange(1, 1 + int(np.prod(shape)), dtype=float).reshape(shape)


def shape_text(shape):
    return ",".join(map(str, shape))


def number(x):
    return repr(float(x))


def answer(compute):
    try:
        y = np.asarray(compute())
    except (ValueError, IndexError):
        return "!"
    return shape_text(y.shape) + "|" + " ".join(number(x) for x in y.ravel())


def ask(kind, *arguments, compute):
    print("|".join([kind, *arguments, answer(compute)]))


for a, b in itertools.product(SHAPES, SHAPES):
    ask("minus", shape_text(a), shape_text(b), compute=lambda: filled(a) - filled(b))
for a, b in itertools.product([s for s in SHAPES if s], repeat=2):
    ask("matmul", shape_text(a), shape_text(b), compute=lambda: filled(a) @ filled(b))
for shape in [(4,), (2, 3), (2, 3, 4), (2, 1, 3, 2), (3, 0)]:
    axes = [c for n in range(1, len(shape) + 1) for c in itertools.combinations(range(len(shape)), n)]
    for axis, keep in itertools.product(axes, [False, True]):
        for kind in ["sum", "prod", "max", "min", "mean", "var"]:
            ask(kind, shape_text(shape), shape_text(axis), str(keep).lower(),
                compute=lambda: getattr(np, kind)(np.cos(filled(shape)) + 2, axis=axis, keepdims=keep))
x = np.arange(24.0).reshape(2, 3, 4)
for index in ["0", "-1", "1:", ":, ::-1", "..., 1", "..., ::-2", "0, 1:3, -1", ":, 5:", ":, -2:", "::-1, 1, ::2", ":, None, 0", "1, ..., 1:3",
              "2", "0, 0, 0, 0", "::3", "..., -100:100", "..., 3:0:-1", "..., 0:3:-1", "..., -1:-5:-1"]:
    ask("index", index, compute=lambda: eval("x[" + index + "]"))
for axes in itertools.permutations(range(3)):
    ask("transpose", shape_text(axes), compute=lambda: x.transpose(axes))
special = np.array([np.nan, np.inf, -np.inf, 0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.5, 1e-300, 710.0, -745.0, 1e22, 2.0])
for name in ["negative", "abs", "sign", "square", "reciprocal", "sqrt", "exp", "expm1", "log", "log1p", "sin", "cos", "tan", "arcsin", "arccos",
             "arctan", "sinh", "cosh", "tanh", "floor", "ceil", "round", "isnan", "isfinite"]:
    ask("unary", name, compute=lambda: getattr(np, name)(special))
left, right = [a.ravel() for a in np.meshgrid(special, special)]
for name in ["add", "subtract", "multiply", "divide", "power", "maximum", "minimum", "arctan2", "mod", "floor_divide", "equal", "not_equal",
             "less", "less_equal", "greater", "greater_equal"]:
    ask("binary", name, compute=lambda: getattr(np, name)(left, right))
m = np.array([[3.0, 1.0, np.nan], [2.0, 2.0, 5.0], [-1.0, 7.0, 0.0], [4.0, -4.0, 1.0]])
for name in ["sort", "argsort", "max", "min", "argmax", "argmin", "cumsum"]:
    for axis in [0, 1]:
        ask("order", name, str(axis), compute=lambda: getattr(np, name)(m, axis=axis))
for q in [0.0, 0.1, 0.5, 0.77, 1.0]:
    ask("quantile", number(q), compute=lambda: np.quantile(m[1:], q, axis=0))
for shape, formula in [((2, 3, 3, 4), "ij,jk->ik"), ((3, 3), "ii->i"), ((3, 3), "ii"), ((2, 3, 2, 3), "bi,bj->bij"), ((2, 3), "ij->ji"),
                       ((2, 3, 2, 3), "ij,ij->"), ((2, 3, 2, 3), "ij,kj")]:
    parts = [shape[i:i + 2] for i in range(0, len(shape), 2)]
    ask("einsum", formula, ";".join(map(shape_text, parts)), compute=lambda: np.einsum(formula, *map(filled, parts)))
generator = np.random.Generator(np.random.Philox(key=42))
ask("philox", "42", compute=lambda: generator.random(9))
for name, y in [("a", np.array([1, 2.5, -3])), ("b", np.array([1e-5, 1, 1e10])), ("c", np.linspace(0, 1, 7)), ("d", special),
                ("e", x), ("f", np.zeros((100, 100))), ("g", np.linspace(0, 1, 30).reshape(3, 10)), ("h", np.arange(2000.0)),
                ("i", np.array([0.1, -20.25, 1e-3])), ("j", np.array([[1e8, 1], [2, 3]])), ("k", np.array([]))]:
    print("print|" + name + "|" + str(y).replace("\n", "\\n"))
