"""PyTorch, eager."""

import os
from itertools import pairwise

import torch
from cnn_torch import cnn
from common import data, parse, serve
from runge_torch import run as runge

torch.set_num_threads(int(os.environ.get("LECTERN_BENCH_THREADS", "2")))


def step(row):
    dtype, order, points, width = parse(row)
    x, targets, params = data(points, width, order, dtype)
    x = torch.tensor(x)
    targets = [torch.tensor(t) for t in targets]
    params = [torch.tensor(p, requires_grad=True) for p in params]

    def net(t):
        h = torch.tanh(t @ params[0] + params[1])
        h = torch.tanh(h @ params[2] + params[3])
        return h @ params[4] + params[5]

    def run():
        t = x.clone().requires_grad_(order > 0)
        u = net(t)
        loss = ((u - targets[0]) ** 2).mean()
        for k in range(1, order + 1):
            (u,) = torch.autograd.grad(u.sum(), t, create_graph=True)
            loss = loss + ((u - targets[k]) ** 2).mean()
        grads = torch.autograd.grad(loss, params)
        with torch.no_grad():
            for p, g in zip(params, grads, strict=True):
                p -= 1e-3 * g
        return loss.item()

    return run


def dense(row):
    """A step of cross-entropy for 784-100-30-10 on 100 rows, float32."""
    generator = torch.Generator().manual_seed(7)
    x = torch.rand(100, 784, generator=generator)
    labels = torch.randint(0, 10, (100,), generator=generator)
    sizes = [784, 100, 30, 10]
    params = []
    for m, n in pairwise(sizes):
        params += [
            (torch.randn(m, n, generator=generator) / m**0.5).requires_grad_(),
            torch.zeros(n, requires_grad=True),
        ]

    def run():
        h = torch.relu(x @ params[0] + params[1])
        h = torch.relu(h @ params[2] + params[3])
        loss = torch.nn.functional.cross_entropy(h @ params[4] + params[5], labels)
        grads = torch.autograd.grad(loss, params)
        with torch.no_grad():
            for p, g in zip(params, grads, strict=True):
                p -= 1e-2 * g
        return loss.item()

    return run


def make(row):
    if row.startswith(("step:", "eager:")):
        return step(row)
    if row == "cnn":
        return cnn()
    return dense(row) if row == "dense" else None


serve(make, once=lambda row: runge(row) if row.startswith("runge:") else None)
