"""Networks and losses of the studies in PyTorch, as the notebooks have them (float64, their initial weights, their
optimisers)."""

from itertools import pairwise

import torch
from timing import THREADS

torch.set_num_threads(THREADS)
torch.set_default_dtype(torch.float64)
TOLERANCE = 1e-8  # L-BFGS of the notebooks stops when no partial derivative is larger


class Sine(torch.nn.Module):
    def forward(self, x):
        return torch.sin(x)


def mlp(*widths, activation=torch.nn.Tanh, seed=0, dtype=torch.float64):
    torch.manual_seed(seed)
    layers = []
    for i, (a, b) in enumerate(pairwise(widths)):
        layers.append(torch.nn.Linear(a, b, dtype=dtype))
        if i < len(widths) - 2:
            layers.append(activation())
    return torch.nn.Sequential(*layers)


def slope(net, x, graph=True):
    """The net and its derivative by the input, row by row."""
    x = x.detach().clone().requires_grad_(True)
    y = net(x)
    return y, torch.autograd.grad(y.sum(), x, create_graph=graph)[0]


def losses(train, value, derivative):
    """Loss functions of a net: values, slope, both."""

    def values(net):
        return ((net(train) - value) ** 2).mean()

    def slopes(net):
        return ((slope(net, train)[1] - derivative) ** 2).mean()

    def both(net):
        y, dy = slope(net, train)
        return ((y - value) ** 2).mean() + ((dy - derivative) ** 2).mean()

    return {"values": values, "slope": slopes, "both": both}


def first_order(net, loss, optimizer, steps, decay=None, after=None):
    """Steps of an optimiser of first order; returns the losses."""
    schedule = torch.optim.lr_scheduler.ExponentialLR(optimizer, decay ** (1 / steps)) if decay else None
    history = []
    for k in range(steps):
        optimizer.zero_grad()
        value = loss(net)
        value.backward()
        if after:
            after(k, net, value)
        optimizer.step()
        if schedule:
            schedule.step()
        history.append(value.item())
    return history


def lbfgs(net, loss, steps, memory=10):
    """L-BFGS with a strong Wolfe line search, stopping as the notebooks do; returns the losses."""
    optimizer = torch.optim.LBFGS(
        net.parameters(),
        max_iter=steps,
        max_eval=2 * steps,
        history_size=memory,
        tolerance_grad=TOLERANCE,
        tolerance_change=0,
        line_search_fn="strong_wolfe",
    )
    history = []

    def closure():
        optimizer.zero_grad()
        value = loss(net)
        value.backward()
        history.append(value.item())
        return value

    optimizer.step(closure)
    return history
