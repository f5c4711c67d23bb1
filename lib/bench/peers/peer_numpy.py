"""NumPy for arrays and linear algebra, HIPS autograd for small functions."""

import autograd.numpy as anp
import numpy as np
from autograd import grad
from common import serve

RNG = np.random.default_rng(5)


def scalar_program():
    def f(x):
        y = x
        for _ in range(5):
            y = anp.sin(y) * x + anp.exp(-y * y)
        return y

    slope = grad(f)
    return (lambda: slope(0.7)), 20


def small_net():
    w1, b1 = RNG.standard_normal((1, 10)), RNG.standard_normal(10)
    w2, b2 = RNG.standard_normal((10, 1)), RNG.standard_normal(1)
    x = np.array([[0.3]])

    def f(p):
        return ((anp.dot(anp.tanh(anp.dot(x, p[0]) + p[1]), p[2]) + p[3]) ** 2).sum()

    slope = grad(f)
    return (lambda: slope([w1, b1, w2, b2])), 10


def elementwise(name, n):
    a = RNG.standard_normal(n)
    b = RNG.standard_normal(n)
    square = a.reshape(-1, 1000)
    row = b[:1000]
    runs = {
        "tanh": lambda: np.tanh(a),
        "exp": lambda: np.exp(a),
        "sin": lambda: np.sin(a),
        "add": lambda: a + b,
        "row": lambda: square + row,
        "sum": lambda: a.sum(),
        "sum0": lambda: square.sum(axis=0),
        "sum1": lambda: square.sum(axis=1),
    }
    return runs[name], (10 if n <= 100_000 else 1)


def linear(name):
    a = RNG.standard_normal((500, 500))
    b = RNG.standard_normal((500, 500))
    s = a + a.T
    return {
        "svd": lambda: np.linalg.svd(a),
        "eigh": lambda: np.linalg.eigh(s),
        "solve": lambda: np.linalg.solve(a, b),
        "matmul": lambda: a @ b,
    }[name]


def make(row):
    kind, *rest = row.split(":")
    if kind == "scalar":
        return scalar_program() if rest[0] == "program" else small_net()
    if kind == "array":
        return elementwise(rest[0], int(rest[1]))
    return linear(rest[0]) if kind == "linalg" else None


serve(make)
