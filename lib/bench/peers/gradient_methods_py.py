"""The lecture "Gradient methods" with HIPS autograd, as its source has it; the library's optimisers are PyTorch's."""

import autograd.numpy as np
import torch
from autograd import grad, hessian
from timing import QUICK, THREADS, figures, report

draw = figures("gradient_methods_figures")
torch.set_num_threads(THREADS)
torch.set_default_dtype(torch.float64)
N, ITERATIONS, SHORT, GAMMA = 100, 1000, 30, 0.3
BATCH, EPOCHS, T0, T1 = 5, 50, 5, 50
DRAWS, RUNS, MEDIAN_OF, STEPS, SEEN, FRAMES = (40, 6, 2, 1000, 3000, 10) if QUICK else (400, 20, 9, 3000, 20_000, 60)
TRUTH = np.array([4.0, 3.0])


def descend(cost, theta, eta, steps):
    slope = grad(cost)
    for _ in range(steps):
        theta = theta - eta * slope(theta)
    return theta


def with_momentum(cost, theta, eta, gamma, steps):
    slope, v = grad(cost), np.zeros_like(theta)
    for _ in range(steps):
        v = eta * slope(theta) + gamma * v
        theta = theta - v
    return theta


def batch_cost(a, b, theta):
    return ((b - a @ theta) ** 2).mean()


BATCH_SLOPE = grad(batch_cost, 2)


def on_batches(rng, a, b, theta, gamma):
    v = np.zeros_like(theta)
    m = N // BATCH
    for epoch in range(EPOCHS):
        order = rng.permutation(N)
        for i in range(m):
            rows = order[i * BATCH : (i + 1) * BATCH]
            v = T0 / (epoch * m + i + T1) * BATCH_SLOPE(a[rows], b[rows], theta) + gamma * v
            theta = theta - v
    return theta


def ada_grad(eta):
    total = np.zeros(3)

    def step(g, t):
        nonlocal total
        total = total + g**2
        return eta * g / (np.sqrt(total) + 1e-8)

    return step


def wiped(method, every):
    """The method, beginning anew every so many steps."""
    current = None

    def step(g, t):
        nonlocal current
        if (t - 1) % every == 0:
            current = method()
        return current(g, (t - 1) % every + 1)

    return step


def rms_prop(eta, rho):
    mean = np.zeros(3)

    def step(g, t):
        nonlocal mean
        mean = rho * mean + (1 - rho) * g**2
        return eta * g / (np.sqrt(mean) + 1e-8)

    return step


def adam(eta, b1, b2):
    m, v = np.zeros(3), np.zeros(3)

    def step(g, t):
        nonlocal m, v
        m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2
        return eta * (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + 1e-7)

    return step


def median_of(design, target, truth, method):
    errors = []
    for seed in range(MEDIAN_OF):
        rng, step, t = np.random.default_rng(seed), method(), 0
        theta = rng.standard_normal(3)
        for _ in range(EPOCHS):
            order = rng.permutation(len(target))
            for i in range(len(target) // BATCH):
                rows = order[i * BATCH : (i + 1) * BATCH]
                t += 1
                theta = theta - step(BATCH_SLOPE(design[rows], target[rows], theta), t)
        errors.append(np.abs(theta - truth).max())
    return float(np.median(np.array(errors)))


def by_library(design, target):
    x, y = torch.tensor(design), torch.tensor(target)
    optim = torch.optim
    methods = {
        "descent": lambda p: optim.SGD(p, 0.5),
        "momentum": lambda p: optim.SGD(p, 0.5, momentum=0.9),
        "AdaGrad": lambda p: optim.Adagrad(p, 1.0),
        "RMSprop": lambda p: optim.RMSprop(p, 0.01),
        "Adam": lambda p: optim.Adam(p, 0.05),
    }
    curves = {}
    for name, make in methods.items():
        torch.manual_seed(1)
        theta = torch.randn(3, requires_grad=True)
        optimizer, losses = make([theta]), []
        for _ in range(STEPS):
            optimizer.zero_grad()
            loss = ((y - x @ theta) ** 2).mean()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        curves[name] = losses
    draw.costs(curves)
    return {name: losses[-1] for name, losses in curves.items()}


def walks():
    """The ways of four optimisers into a long valley; how far each still is from its floor."""
    optim = torch.optim
    methods = {
        "descent": lambda p: optim.SGD(p, 0.3),
        "momentum": lambda p: optim.SGD(p, 0.3, momentum=0.8),
        "AdaGrad": lambda p: optim.Adagrad(p, 1.0),
        "Adam": lambda p: optim.Adam(p, 0.3),
    }
    paths = {}
    for name, make in methods.items():
        p = torch.tensor([-5.5, 2.5], requires_grad=True)
        optimizer, trail = make([p]), []
        for _ in range(60):
            trail.append(p.tolist())
            optimizer.zero_grad()
            (0.05 * p[0] ** 2 + p[1] ** 2).backward()
            optimizer.step()
        paths[name] = np.array(trail)
    draw.walks(paths, FRAMES)
    return {name: float(np.linalg.norm(path[-1])) for name, path in paths.items()}


def steps_needed(cost, eta, gamma):
    slope = grad(cost)
    p, v = np.zeros(2), np.zeros(2)
    for k in range(1, 2001):
        v = eta * slope(p) + gamma * v
        p = p - v
        if np.abs(p - TRUTH).max() < 1e-6:
            return k
    return 2000


def compute():
    rng = np.random.default_rng(2024)
    x = rng.uniform(0, 2, N)
    y = 4 + 3 * x + rng.standard_normal(N)
    design = np.stack([np.ones(N), x], 1)
    cost = lambda theta: ((y - design @ theta) ** 2).mean()
    closed = np.linalg.pinv(design) @ y
    eta = 1 / np.linalg.eigvalsh(2 / N * design.T @ design).max()
    theta = descend(cost, rng.standard_normal(2), eta, ITERATIONS)
    found = {"descent": float(np.abs(theta - closed).max()), "Hessian": hessian(cost)(closed).tolist()}
    draw.fit(x, y, theta, closed, "gradient descent", "Least squares by gradient descent")
    plain, heavy = [], []
    for _ in range(DRAWS):
        a = np.stack([np.ones(N), rng.uniform(0, 2, N)], 1)
        clean = lambda th, a=a: ((a @ TRUTH - a @ th) ** 2).mean()
        rate = 1 / np.linalg.eigvalsh(hessian(clean)(TRUTH)).max()
        start = rng.standard_normal(2)
        plain.append(np.abs(descend(clean, start, rate, SHORT) - TRUTH).max())
        heavy.append(np.abs(with_momentum(clean, start, rate, GAMMA, SHORT) - TRUTH).max())
    found["plain, momentum"] = [float(np.median(np.array(v))) for v in (plain, heavy)]
    draw.errors(plain, heavy)
    on_batches(rng, design, y, rng.standard_normal(2), 0)
    for gamma in (0, GAMMA):
        runs = [np.abs(on_batches(rng, design, y, rng.standard_normal(2), gamma) - closed).max() for _ in range(RUNS)]
        found[f"batches, momentum {gamma}"] = float(np.median(np.array(runs)))
    noisy = on_batches(rng, design, y, rng.standard_normal(2), 0)
    draw.fit(x, y, noisy, closed, "stochastic descent", "Least squares on batches of five")
    u = rng.uniform(0, 1, 1000)
    parabola = np.array([2.0, 3, 4])
    powers = np.stack([np.ones(1000), u, u**2], 1)
    z = powers @ parabola
    for name, method in {
        "AdaGrad 0.01": lambda: ada_grad(0.01),
        "AdaGrad 1": lambda: ada_grad(1.0),
        "RMSprop": lambda: rms_prop(0.01, 0.99),
        "Adam": lambda: adam(0.01, 0.9, 0.999),
        "AdaGrad 0.01, wiped": lambda: wiped(lambda: ada_grad(0.01), 1000 // BATCH),
    }.items():
        found[name] = median_of(powers, z, parabola, method)
    found["library"] = by_library(powers, z)
    curvatures = np.linalg.eigvalsh(hessian(lambda th: ((z - powers @ th) ** 2).mean())(parabola))
    found["condition"] = float(curvatures.max() / curvatures.min())
    found["way to go"] = walks()
    theta, slope, distances = np.zeros(2), grad(cost), []
    for _ in range(60):
        distances.append(np.linalg.norm(theta - closed))
        theta = theta - 2.1 * eta * slope(theta)
    found["diverges by"] = distances[59] / distances[58]
    draw.diverging(distances)
    clean = lambda p: ((design @ TRUTH - design @ p) ** 2).mean()
    gammas = np.linspace(0, 0.95, 20)
    found["steps needed"] = [steps_needed(clean, eta, g) for g in gammas]
    draw.needed(gammas, found["steps needed"])
    tracks = {}
    for size in (1, 5, 25, 100):
        w, tracks[size] = np.zeros(2), []
        for _ in range(SEEN // size):
            rows = rng.integers(0, N, size)
            w = w - 0.1 * BATCH_SLOPE(design[rows], y[rows], w)
            tracks[size].append(np.linalg.norm(w - closed))
    found["noise"] = {size: np.mean(np.array(track[len(track) * 9 // 10 :])) for size, track in tracks.items()}
    draw.batches(tracks)
    return found


report("gradient-methods", compute)
