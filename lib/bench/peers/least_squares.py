"""Levenberg-Marquardt in PyTorch for the studies: networks as lists of weights and biases in float64, Jacobians
layer by layer."""

import math
from itertools import pairwise

import torch


def start(*widths):
    """Weights (inputs, units) and biases, uniform as torch.nn.Linear draws them."""
    params = []
    for a, b in pairwise(widths):
        bound = 1 / math.sqrt(a)
        params += [torch.empty(a, b).uniform_(-bound, bound), torch.empty(b).uniform_(-bound, bound)]
    return params


def apply(params, x):
    for i in range(0, len(params), 2):
        x = x @ params[i] + params[i + 1]
        if i < len(params) - 2:
            x = torch.tanh(x)
    return x


def jacobian(params, x):
    """The derivatives of a single output by all parameters, a row for each sample, and those by the inputs."""
    inputs = [x]
    for i in range(0, len(params) - 2, 2):
        inputs.append(torch.tanh(inputs[-1] @ params[i] + params[i + 1]))
    parts = [None] * len(params)
    delta = torch.ones(len(x), 1)
    for i in range(len(params) - 2, -2, -2):
        a = inputs[i // 2]
        parts[i] = (a[:, :, None] * delta[:, None, :]).reshape(len(x), -1)
        parts[i + 1] = delta
        delta = delta @ params[i].T
        if i > 0:
            delta = delta * (1 - a**2)
    return torch.cat(parts, 1), delta


def flat(params):
    return torch.cat([p.reshape(-1) for p in params])


def shaped(vector, like):
    out, at = [], 0
    for p in like:
        out.append(vector[at : at + p.numel()].reshape(p.shape))
        at += p.numel()
    return out


def levenberg_marquardt(residuals, derivatives, params, steps, look=None, every=25):
    """Damped Gauss-Newton steps with Nielsen's damping; functions of a list of parameters."""
    x = flat(params)
    r = residuals(shaped(x, params)).reshape(-1)
    value, damping, growth = 0.5 * r @ r, 1e-3, 2.0
    for k in range(steps):
        if look and k % every == 0:
            look(shaped(x, params))
        j = derivatives(shaped(x, params))
        gradient, normal = j.T @ r, j.T @ j
        scale = normal.diagonal().clamp_min(1e-300)
        while damping < 1e30:
            factor, failed = torch.linalg.cholesky_ex(normal + damping * torch.diag(scale))
            gain = -1.0
            if not failed:
                step = -torch.cholesky_solve(gradient[:, None], factor)[:, 0]
                moved = residuals(shaped(x + step, params)).reshape(-1)
                candidate = 0.5 * moved @ moved
                predicted = 0.5 * step @ (damping * scale * step - gradient)
                gain = ((value - candidate) / predicted).item()
            if gain > 0:
                x, r, value = x + step, moved, candidate
                damping, growth = max(1e-15, damping * max(1 / 3, 1 - (2 * gain - 1) ** 3)), 2.0
                break
            damping, growth = damping * growth, 2 * growth
        else:
            break
    return shaped(x, params)
