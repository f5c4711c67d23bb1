"""Active learning of a ridge in PyTorch: the third attempt of notebooks/studies/active-learning.ipynb, step for step.

Prints the seconds of the run and the true errors on the 100 x 100 grid. One optional argument: the number of rounds.
"""

import sys
import time

import torch

WARM_UP, ROUNDS, EPOCHS = 1000, 500, 50
START, CANDIDATES, ADDED = 500, 12_000, 5


def ridge(points):
    """1 / (|0.5 - x^4 - y^4| + 0.1) for rows (x, y), as a column."""
    u = 0.5 - (points**4).sum(1, keepdim=True)
    return 1 / (u.abs() + 0.1)


def network():
    return torch.nn.Sequential(
        torch.nn.Linear(2, 30), torch.nn.Tanh(), torch.nn.Linear(30, 30), torch.nn.Tanh(), torch.nn.Linear(30, 1)
    )


def train(net, optimizer, x, y, epochs):
    """Full-batch steps; the loss before the last one."""
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = torch.mean((net(x) - y) ** 2)
        loss.backward()
        optimizer.step()
    return loss.item()


def errors(net):
    axis = torch.linspace(0, 1, 100)
    grid = torch.cartesian_prod(axis, axis)
    with torch.no_grad():
        gap = (net(grid) - ridge(grid)).abs()
    return gap.mean().item(), (gap**2).mean().item(), gap.max().item()


def main(rounds):
    torch.manual_seed(13)
    net = network()
    optimizer = torch.optim.Adam(net.parameters(), lr=0.001)
    evaluations = START
    begin = time.perf_counter()
    x = torch.rand(START, 2)
    y = ridge(x)
    train(net, optimizer, x, y, WARM_UP)
    change = 0.0
    for _ in range(rounds):
        candidates = torch.rand(CANDIDATES, 2)
        with torch.no_grad():
            before, before_own = net(candidates), net(x)
        train(net, optimizer, x, y, EPOCHS)
        with torch.no_grad():
            moved = (net(candidates) - before).abs().flatten()
            moved_own = (net(x) - before_own).abs().flatten()
        keep = torch.arange(len(x)) != moved_own.argmin()
        added = candidates[moved.topk(ADDED).indices]
        x = torch.cat([x[keep], added])
        y = torch.cat([y[keep], ridge(added)])
        evaluations += ADDED
        change = moved.mean().item()
        errors(net)
    seconds = time.perf_counter() - begin
    mae, mse, largest = errors(net)
    print(f"active learning, attempt 3: {rounds} rounds, {evaluations} evaluations, {len(x)} points, {seconds:.1f} s")
    print(f"change {change:.2e}, grid MAE {mae:.3e}, MSE {mse:.3e}, max {largest:.3f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
