"""What the study "Where to look next" is about: a function with a kink, the grid on which errors are taken, and points
that need no thought."""

import torch

torch.set_default_dtype(torch.float64)
GRID_AXIS = torch.linspace(0, 1, 100)
GRID = torch.cartesian_prod(GRID_AXIS, GRID_AXIS)


def kink(p):
    return 0.5 - (p**4).sum(1, keepdim=True)


def ridge(p):
    return 1 / (kink(p).abs() + 0.1)


def slope(p):
    return 4 * p**3 * kink(p).sign() / (kink(p).abs() + 0.1) ** 2


TRUTH = ridge(GRID)


def errors(predicted):
    """Mean absolute, mean squared and largest error on the grid."""
    gap = (predicted.double() - TRUTH).abs()
    return gap.mean().item(), (gap**2).mean().item(), gap.max().item()


def even_grid(n):
    axis = torch.linspace(0, 1, int(n**0.5))
    return torch.cartesian_prod(axis, axis)


def latin(n):
    return torch.stack([(torch.randperm(n) + torch.rand(n)) / n for _ in range(2)], 1)


def simple(n):
    return {"uniform grid": even_grid(n), "random": torch.rand(n, 2), "Latin hypercube": latin(n)}


def softmax(e, temperature=None):
    return torch.softmax(e / (e.std() + 1e-300 if temperature is None else temperature), 0)


def effective(p):
    return 1 / (p**2).sum().item()
