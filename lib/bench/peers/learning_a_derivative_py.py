"""The study "Learning a derivative" in PyTorch."""

import statistics

import torch
from nets import Sine, first_order, lbfgs, losses, mlp, slope
from timing import QUICK, report

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


def errors(net):
    y, dy = slope(net, TEST, graph=False)
    return ((y - f(TEST)) ** 2).mean().item(), ((dy - df(TEST)) ** 2).mean().item()


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
    """One run whose test loss is taken at every tenth step."""
    n = net(seed)
    first_order(
        n,
        LOSSES[name],
        torch.optim.Adam(n.parameters(), RATE),
        EPOCHS,
        after=lambda k, model, _: UNSEEN[name](model).item() if k % 10 == 0 else None,
    )
    return errors(n)


def derivative(model, x, order):
    x = x.clone().requires_grad_(True)
    y = model(x)
    for _ in range(order):
        y = torch.autograd.grad(y.sum(), x, create_graph=True)[0]
    return y


def compute():
    found = {}
    with_path("slope", 1)
    with_path("both", 2)
    rules = ("as given", "best state kept", "rate decays")
    for rule in rules:
        for name, loss in LOSSES.items():
            runs = []
            for s in range(SEEDS):
                n = net(s)
                adam(n, loss, rule)
                runs.append(errors(n)[1])
            found[f"{rule}, {name}"] = statistics.median(runs)
    for name in ("slope", "both"):
        runs = []
        for s in range(SEEDS):
            n = net(s)
            lbfgs(n, LOSSES[name], ITERATIONS, MEMORY)
            runs.append(errors(n)[1])
        found[f"L-BFGS, {name}"] = statistics.median(runs)
    for rule in ("as given", "as given", "rate decays"):
        adam(net(0), LOSSES["both"], rule)
    lbfgs(net(0), LOSSES["both"], EPOCHS, MEMORY)
    smooth = net(3)
    lbfgs(smooth, LOSSES["both"], ITERATIONS, MEMORY)
    for order in (2, 3, 2):
        derivative(smooth, TEST, order)
    few = torch.linspace(-1, 1, 20).reshape(-1, 1)
    sparse = losses(few, f(few), df(few))
    for name in ("values", "slope", "both"):
        for s in range(max(3, SEEDS // 2)):
            lbfgs(net(s), sparse[name], ITERATIONS // 4, MEMORY)
    for weight in torch.logspace(-3, 3, 7).tolist():
        lbfgs(net(1), lambda m: LOSSES["values"](m) + weight * LOSSES["slope"](m), ITERATIONS // 4, MEMORY)
    for activation in (torch.nn.Tanh, Sine):
        lbfgs(net(1, activation), LOSSES["both"], ITERATIONS // 4, MEMORY)
    return found


report("learning-a-derivative", compute)
