"""The lecture "Automatic differentiation" with HIPS autograd, as its source has it; what is compiled with JAX."""

import time

import autograd.numpy as np
from autograd import elementwise_grad, grad, jacobian
from timing import QUICK, figures, report

draw = figures("automatic_differentiation_figures")
MANY, ROUNDS, ORDER, INPUTS = (1000, 20, 10, 200) if QUICK else (10_000, 200, 12, 1000)
PI = np.pi


def f(x):
    return np.sin(2 * PI * x + x**2)


def f4(x):
    return np.sqrt(1 + x**2) + np.exp(x) + np.sin(2 * PI * x)


def f4_by_hand(x):
    return x / np.sqrt(1 + x**2) + np.exp(x) + 2 * PI * np.cos(2 * PI * x)


def f5(x):
    return x**2 if x >= 0 else -3 * x + 1


def with_for(x):
    total = 0.0
    for i in range(10):
        total = total + x**i
    return total


def with_while(x):
    total, power, i = 0.0, 1.0, 0
    while i < 10:
        total, power, i = total + power, power * x, i + 1
    return total


def factorial(n):
    return 1.0 + 0 * n if n <= 1 else n * factorial(n - 1)


def u(x):
    return np.exp(np.sin(x))


def nth(g, order):
    for _ in range(order):
        g = elementwise_grad(g)
    return g


def descend(slope, start, eta, steps):
    path = [start]
    for _ in range(steps):
        path.append(path[-1] - eta * slope(path[-1]))
    return path


def rough(x):
    return x * np.sin(x**2 + 1)


def rough_by_hand(x):
    return np.sin(x**2 + 1) + 2 * x**2 * np.cos(x**2 + 1)


def root_of_roots(x):
    inside = -x if x < 0 else x
    value = np.sqrt(inside)
    for _ in range(10):
        value = np.sqrt(inside + value)
    return value


def derivatives_at_zero(order):
    """All up to an order, by Taylor arithmetic: nested reverse mode doubles its work with every order."""
    import jax
    import jax.numpy as jnp
    from jax.experimental.jet import jet

    jax.config.update("jax_enable_x64", True)
    jax.config.update("jax_platforms", "cpu")
    one = [1.0] + [0.0] * (order - 1)
    value, others = jet(lambda x: jnp.exp(jnp.sin(x)), (0.0,), (one,))
    return [float(value), *map(float, others)]


def compiled_slope():
    import jax
    import jax.numpy as jnp

    g = lambda x: jnp.sqrt(1 + x**2) + jnp.exp(x) + jnp.sin(2 * PI * x)
    compiled = jax.jit(jax.vmap(jax.grad(g)))
    return lambda x: np.asarray(compiled(x))


def seconds(task):
    """Median of many calls."""
    task()
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        task()
        times.append(time.perf_counter() - began)
    return np.median(np.array(times))


def price(slope, x):
    return seconds(lambda: slope(x)), np.abs(slope(x) - f4_by_hand(x)).max()


def valley(p):
    return (100 * (p[1:] - p[:-1] ** 2) ** 2 + (p[:-1] - 1) ** 2).sum()


def sweep(inputs):
    """The gradient of many inputs against 2 n evaluations; seconds of both."""
    p, slope = np.linspace(-1, 1, inputs), grad(valley)
    quotients = []
    for i in range(inputs):
        step = np.zeros(inputs)
        step[i] = 1e-6
        quotients.append((valley(p + step) - valley(p - step)) / 2e-6)
    assert np.allclose(slope(p), np.array(quotients), 1e-4, 1e-4)
    return seconds(lambda: slope(p)), 2 * inputs * seconds(lambda: valley(p))


def taylor(order):
    """The coefficients of the Taylor polynomial of exp(sin x)."""
    factor, coefficients = 1.0, []
    for k, value in enumerate(derivatives_at_zero(order)):
        factor *= max(k, 1)
        coefficients.append(value / factor)
    return coefficients


def compute():
    x = np.linspace(0, 1, 1000)
    slopes, by_hand = elementwise_grad(f)(x), np.cos(2 * PI * x + x**2) * (2 * PI + 2 * x)
    found = {"largest difference": np.abs(slopes - by_hand).max()}
    draw.slopes(x, slopes, by_hand)
    x0, exact, h = 0.3, grad(f)(0.3), np.logspace(-15, 0, 61)
    one_sided = np.abs((f(x0 + h) - f(x0)) / h - exact)
    draw.quotients(h, one_sided, np.abs((f(x0 + h) - f(x0 - h)) / (2 * h) - exact))
    found["f1"] = grad(lambda x: x**3 + 1)(1.0)
    f2 = lambda a, b: 3 * a**3 + b * (a - 5) + 1
    found["f2"] = [grad(f2, 0)(1.0, 3.0), grad(f2, 1)(1.0, 3.0)]
    f3 = lambda x: 2 * x[0] + 3 * x[1] + 5 * x[2] + 7 * x[3] + 11 * x[4] ** 2
    found["f3"] = grad(f3)(np.array([0.0, 1, 2, 3, 4])).tolist()
    found["f4"] = grad(f4)(2.7)
    found["f5"] = [grad(f5)(at) for at in (2.7, 0.0, -1.0)]
    found["f6"] = [grad(with_for)(0.5), grad(with_while)(0.5), grad(with_for)(0.0)]
    found["f7"] = [grad(factorial)(float(n)) for n in range(5)]
    jacobian(lambda x: np.array([x[0] ** 2, x[0] ** 2 + x[1] ** 2, (x**2).sum()]))(np.array([1.0, 2, 3]))
    t = np.linspace(-PI, PI, 400)
    draw.orders(t, [nth(u, order)(t) for order in range(4)])
    found["tenth derivative"] = derivatives_at_zero(10)[10]
    found["nested"] = grad(lambda x: x * grad(lambda y: x * y)(x))(3.0)
    square = lambda x: x**2
    paths = [np.array(descend(slope, 5.0, 0.1, 10)) for slope in (lambda x: 2 * x, grad(square))]
    found["descent"] = paths[1][-1]
    wide = np.linspace(-5, 5, 100)
    draw.parabola(wide, square(wide), *((path, square(path)) for path in paths))
    walks = [np.array(descend(slope, 1.0, 0.01, 300)) for slope in (rough_by_hand, grad(rough))]
    found["long walk"] = walks[1][-1]
    wide = np.linspace(-1.5, 1.5, 300)
    draw.walks(wide, rough(wide), *((walk, rough(walk)) for walk in walks))
    single = descend(grad(rough), np.float32(1), np.float32(0.01), 300)[-1]
    found["single precision"] = float(single)
    many = np.linspace(0, 3, MANY)
    central = lambda x: (f4(x + 1e-6) - f4(x - 1e-6)) / 2e-6
    for slope in (f4, f4_by_hand, central, elementwise_grad(f4), compiled_slope()):
        price(slope, many)
    found["sweeps"] = [sweep(inputs) for inputs in (10, 100, INPUTS)]
    coefficients = taylor(ORDER)
    polynomial = lambda n, x: np.polyval(coefficients[n::-1], x)
    near, around = np.linspace(-1, 1, 101), np.linspace(-3, 3, 241)
    found["Taylor"] = np.abs(polynomial(ORDER, near) - u(near)).max()
    draw.taylor(around, u(around), polynomial, ORDER)
    points = np.random.default_rng(3).uniform(-2, 2, 10)
    slope = grad(root_of_roots)
    found["roots"] = max(abs(slope(p) - (root_of_roots(p + 1e-5) - root_of_roots(p - 1e-5)) / 2e-5) for p in points)
    first = grad(rough)
    second = grad(first)
    zeros = set()
    start = -1.5
    while start <= 1.5:
        p = start
        for _ in range(50):
            p -= first(p) / second(p)
        if abs(p) <= 1.5 and abs(first(p)) < 1e-12:
            zeros.add(round(p, 8))
        start += 0.1
    found["turning points"] = sorted(zeros)
    at, truth, s = 0.5, nth(u, 3)(0.5), np.logspace(-6, 0, 49)
    third = np.abs((u(at + 2 * s) - 2 * u(at + s) + 2 * u(at - s) - u(at - 2 * s)) / (2 * s**3) / truth - 1)
    found["third difference"] = third.min()
    draw.third_difference(s, third)
    return found


report("automatic-differentiation", compute)
