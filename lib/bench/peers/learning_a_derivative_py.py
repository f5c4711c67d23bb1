"""The study "Learning a derivative" in PyTorch."""

import statistics

import torch
from nets import Sine, first_order, lbfgs, losses, mlp, slope
from timing import QUICK, figures, report

draw = figures("learning_a_derivative_figures")
WIDTH, RATE, MEMORY = 50, 0.01, 20
EPOCHS, SEEDS, ITERATIONS = (300, 2, 300) if QUICK else (2000, 10, 4000)


def f(x):
    return 1 / (1 + 25 * x**2)


def df(x):
    return -50 * x / (1 + 25 * x**2) ** 2


TRAIN = torch.linspace(-1, 1, 200).reshape(-1, 1)
TEST = torch.linspace(-1, 1, 499).reshape(-1, 1)
LOSSES = losses(TRAIN, f(TRAIN), df(TRAIN))
UNSEEN = losses(TEST, f(TEST), df(TEST))
ZERO = torch.zeros(1, 1)


def learned(net):
    """Values and slopes on the test points."""
    y, dy = slope(net, TEST, graph=False)
    return y.detach(), dy


def gap(found, exact):
    """Mean square and largest error."""
    distance = (found - exact).abs()
    return (distance**2).mean().item(), distance.max().item()


def shift(net):
    """The constant that a net lacks which has seen slopes alone."""
    with torch.no_grad():
        return f(ZERO) - net(ZERO)


def errors(net, name=None):
    """Errors of the values and of the slopes, the constant mended where only slopes were learned."""
    y, dy = learned(net)
    c = shift(net) if name == "slope" else 0
    return *gap(y + c, f(TEST)), *gap(dy, df(TEST))


def net(seed, activation=torch.nn.Tanh, *widths):
    return mlp(*(widths or (1, WIDTH, WIDTH, 1)), activation=activation, seed=seed)


def adam(n, loss, rule, steps=EPOCHS):
    best = [float("inf"), None]

    def keep(_, model, value):
        if value.item() < best[0]:
            best[:] = value.item(), [p.detach().clone() for p in model.parameters()]

    history = first_order(
        n,
        loss,
        torch.optim.Adam(n.parameters(), RATE),
        steps,
        decay=0.01 if rule == "rate decays" else None,
        after=keep if rule == "best state kept" else None,
    )
    if best[1]:
        with torch.no_grad():
            for p, b in zip(n.parameters(), best[1]):
                p.copy_(b)
    return history


def with_path(name, seed):
    """One run whose test loss is taken at every tenth step; the net, its losses and those."""
    n, unseen = net(seed), []

    def look(k, model, _):
        if k % 10 == 0:
            unseen.append(UNSEEN[name](model).item())

    history = first_order(n, LOSSES[name], torch.optim.Adam(n.parameters(), RATE), EPOCHS, after=look)
    return n, history, unseen


def derivative(model, x, order):
    x = x.clone().requires_grad_(True)
    y = model(x)
    for _ in range(order):
        y = torch.autograd.grad(y.sum(), x, create_graph=True)[0]
    return y.detach()


def first_runs():
    """The slope alone with its constant mended afterwards, then values and slopes."""
    found = {}
    truth, steep = f(TEST), df(TEST)
    draw.task(TEST, truth, steep)
    n, history, unseen = with_path("slope", 1)
    y, dy = learned(n)
    found["slope"] = gap(dy, steep)
    draw.slope(TEST, steep, dy, history, unseen)
    c = shift(n)
    found["constant"] = [gap(y, truth), gap(y + c, truth)]
    draw.constant(TEST, truth, y, c)
    n, history, unseen = with_path("both", 2)
    y, dy = learned(n)
    found["both"] = [gap(y, truth), gap(dy, steep)]
    draw.both(TEST, truth, steep, y, dy)
    draw.losses(history, unseen)
    return found


def orders():
    """How well a net knows the derivatives it was never shown."""
    smooth = net(3)
    lbfgs(smooth, LOSSES["both"], ITERATIONS, MEMORY)
    of_both = lambda order: [derivative(model, TEST, order) for model in (f, smooth)]
    draw.derivatives(TEST, {order: of_both(order) for order in (2, 3)})
    found = []
    for order in range(4):
        exact, known = of_both(order)
        off = (known - exact).abs()
        found.append([((off**2).mean() / (exact**2).mean()).item(), TEST[off.argmax()].item()])
    return found


def few_points():
    few = torch.linspace(-1, 1, 20).reshape(-1, 1)
    sparse = losses(few, f(few), df(few))
    found = {}
    for name in ("values", "slope", "both"):
        runs = []
        for s in range(max(3, SEEDS // 2)):
            n = net(s)
            lbfgs(n, sparse[name], ITERATIONS // 4, MEMORY)
            runs.append(errors(n, name)[0])
        found[name] = statistics.median_high(runs)
    return found


def compute():
    found = first_runs()
    for rule in ("as given", "best state kept", "rate decays"):
        for name, loss in LOSSES.items():
            runs = []
            for s in range(SEEDS):
                n = net(s)
                adam(n, loss, rule)
                runs.append(errors(n, name)[2])
            found[f"{rule}, {name}"] = statistics.median(runs)
    for name in ("slope", "both"):
        runs = []
        for s in range(SEEDS):
            n = net(s)
            lbfgs(n, LOSSES[name], ITERATIONS, MEMORY)
            runs.append(errors(n, name)[2])
        found[f"L-BFGS, {name}"] = statistics.median(runs)
    # The notebook compares losses of every step, so that keeping the best state trains as the rule as given does.
    rules = {"Adam as given": "as given", "best state kept": "as given", "rate decays": "rate decays"}
    curves = {name: adam(net(0), LOSSES["both"], rule) for name, rule in rules.items()}
    draw.optimisers(curves, lbfgs(net(0), LOSSES["both"], EPOCHS, MEMORY))
    found["orders"] = orders()
    found["few points"] = few_points()
    weights, by_weight = torch.logspace(-3, 3, 7).tolist(), []
    for weight in weights:
        n = net(1)
        lbfgs(n, lambda m: LOSSES["values"](m) + weight * LOSSES["slope"](m), ITERATIONS // 4, MEMORY)
        by_weight.append(errors(n)[0])
    found["weights"] = by_weight
    draw.weights(weights, by_weight)
    for activation in (torch.nn.Tanh, Sine):
        n = net(1, activation)
        lbfgs(n, LOSSES["both"], ITERATIONS // 4, MEMORY)
        found[activation.__name__] = errors(n)[0]
    return found


report("learning-a-derivative", compute)
