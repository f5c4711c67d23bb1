"""The assignment on the Runge function in PyTorch, in full: net 1-50-50-1 with tanh, float32, Adam 0.01, 2000 full-
batch steps on 200 points, the loss on 100 other points after every step."""

import time

import torch

STEPS, RATE = 2000, 0.01


def value(x):
    return 1 / (1 + 25 * x**2)


def derivative(x):
    return -50 * x / (1 + 25 * x**2) ** 2


def points(count):
    return torch.linspace(-1, 1, count).reshape(-1, 1)


def slope(net, x, graph):
    x = x.clone().requires_grad_(True)
    y = net(x)
    return y, torch.autograd.grad(y.sum(), x, create_graph=graph)[0]


def loss(net, x, both, graph=True):
    y, dy = slope(net, x, graph)
    total = ((dy - derivative(x)) ** 2).mean()
    return total + ((y - value(x)) ** 2).mean() if both else total


def fit(both, decay, seed):
    torch.manual_seed(seed)
    net = torch.nn.Sequential(
        torch.nn.Linear(1, 50), torch.nn.Tanh(), torch.nn.Linear(50, 50), torch.nn.Tanh(), torch.nn.Linear(50, 1)
    )
    optimizer = torch.optim.Adam(net.parameters(), lr=RATE)
    schedule = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.01 ** (1 / STEPS)) if decay else None
    train, other = points(200), points(100)
    history = [], []
    for _ in range(STEPS):
        optimizer.zero_grad()
        now = loss(net, train, both)
        now.backward()
        optimizer.step()
        if schedule:
            schedule.step()
        history[0].append(now.item())
        history[1].append(loss(net, other, both, graph=False).item())
    return net


def run(row):
    """runge:slope:given:3 -> wall-clock and processor milliseconds, then MSE and maximum of function and slope."""
    _, target, rule, seed = row.split(":")
    both = target == "both"
    busy, began = time.process_time(), time.perf_counter()
    net = fit(both, rule == "decay", int(seed))
    wall, busy = time.perf_counter() - began, time.process_time() - busy
    test = points(500 if both else 100)
    y, dy = slope(net, test, graph=False)
    gaps = (y - value(test)).detach().double(), (dy - derivative(test)).double()
    return [1e3 * wall, 1e3 * busy] + [n for g in gaps for n in ((g**2).mean().item(), g.abs().max().item())]
