"""The study "Where to look next" in PyTorch: the three attempts with their opponents at the same price.

They are in float32, as in the notebook; full-batch steps, batches, candidates and looks at the error on the grid are as
many.
"""

import nets
import torch
from active_learning_problem import GRID, TRUTH, effective, errors, ridge, simple, slope, softmax
from timing import QUICK, figures, report

draw = figures("active_learning_figures")
FIRST = (50, 50, 250) if QUICK else (100, 1000, 250)  # rounds, steps of the forgetful and of the mended learner


class Learner:
    """A network in float32, its points, its losses, and the true error on the grid whenever somebody looks."""

    def __init__(self, net, optimizer, x):
        self.net, self.optimizer = net, optimizer(net.parameters())
        self.loss, self.change, self.at, self.mae = [], [], [], []
        self.points(x)

    def points(self, x):
        self.x, self.y = x, ridge(x).float()
        self.single = x.float()

    def step(self, x, y):
        self.optimizer.zero_grad()
        loss = ((self.net(x) - y) ** 2).mean()
        loss.backward()
        self.optimizer.step()
        self.loss.append(loss.item())

    def epochs(self, n):
        for _ in range(n):
            self.step(self.single, self.y)

    def batches(self, n, size):
        for _ in range(n):
            rows = torch.randint(0, len(self.x), (size,))
            self.step(self.single[rows], self.y[rows])

    def predict(self, p):
        with torch.no_grad():
            return self.net(p.float()).double()

    def look(self):
        found = errors(self.predict(GRID))
        self.at.append(len(self.loss))
        self.mae.append(found[0])
        return found


def relu():
    return nets.mlp(2, 100, 100, 100, 1, activation=torch.nn.ReLU, seed=11, dtype=torch.float32)


def small():
    return nets.mlp(2, 30, 30, 1, seed=12, dtype=torch.float32)


def descent(parameters):
    return torch.optim.SGD(parameters, lr=0.01)


def adam(parameters):
    return torch.optim.Adam(parameters, lr=0.001)


def opponents(price, net, rule, looks, stretch):
    """What a grid, random points and a Latin hypercube reach at a price."""
    learners = {}
    for name, points in simple(price).items():
        learners[name] = Learner(net(), rule, points)
        for _ in range(looks):
            stretch(learners[name])
            learners[name].look()
    return learners


def function():
    """The function, its slope against the machine's, and its mean and deviation on a million nodes."""
    torch.manual_seed(1)
    cloud = torch.rand(500, 2, requires_grad=True)
    (automatic,) = torch.autograd.grad(ridge(cloud).sum(), cloud)
    cloud = cloud.detach()
    assert torch.allclose(automatic, slope(cloud), 1e-10, 1e-10)
    draw.clouds(cloud, torch.cat([ridge(cloud), slope(cloud)], 1))
    middle = torch.linspace(0.0005, 0.9995, 1000)
    truth = ridge(torch.cartesian_prod(middle, middle))
    return [truth.mean().item(), truth.std().item()]


def temperatures():
    """How many of 500 candidates a softmax really draws from, by its temperature."""
    scores = 0.01 * torch.rand(500) ** 2
    values = torch.logspace(-6, 0, 40)
    numbers = [effective(softmax(scores, t)) for t in values]
    spread = scores.std().item()
    draw.temperatures(values, numbers, spread)
    return [effective(softmax(scores, 1)), effective(softmax(scores, spread))]


def attempt1(keep):
    rounds, epochs, mended = FIRST
    torch.manual_seed(11)
    own = Learner(relu(), descent, torch.rand(500, 2))
    for _ in range(rounds):
        candidates = torch.rand(1000, 2)
        old = own.predict(candidates)
        if keep:
            own.batches(mended, 100)
        else:
            own.epochs(epochs)
        e = (own.predict(candidates) - old).abs().flatten()
        weights = torch.where(e >= e.quantile(0.7), softmax(e) + 1e-12, torch.zeros(()))
        chosen = candidates[torch.multinomial(weights, 10)]
        own.change.append(e.mean().item())
        own.points(torch.cat([own.x, chosen]) if keep else chosen)
        own.look()
    return own


def attempts1():
    """The first attempt, forgetful and mended, and its opponents: evaluations and learners by their names."""
    rounds, epochs, mended = FIRST
    price, looks = 500 + 10 * rounds, 3 if QUICK else 20
    forgetful, kept = attempt1(False), attempt1(True)
    others = opponents(price, relu, descent, looks, lambda n: n.batches(rounds * mended // looks, 100))
    draw.rounds((forgetful, epochs), (kept, mended))
    draw.compare(kept, "mended attempt 1", others)
    fresh = torch.rand(1000, 2)
    draw.assessed(fresh, kept.predict(fresh), ridge(fresh))
    for learner in (forgetful, kept, *others.values()):
        learner.look()
    all_of_them = {"attempt 1, forgetful": (price, forgetful), "attempt 1, mended": (price, kept)}
    return all_of_them | {f"1: {name}": (len(o.x), o) for name, o in others.items()}


def attempts2():
    phase, rounds, epochs, every = (5000, 300, 50, 500) if QUICK else (30_000, 1000, 50, 500)
    torch.manual_seed(12)
    start = torch.rand(500, 2)
    own = Learner(small(), descent, start)
    for _ in range(phase // every):
        own.epochs(every)
        own.look()
    own.look()
    draw.before(TRUTH, own.predict(GRID), start)
    draw.loss(own.loss)
    roving = Learner(own.net, descent, own.x)
    for r in range(rounds):
        candidates = torch.rand(500, 2)
        old = roving.predict(candidates)
        roving.epochs(epochs)
        e = (roving.predict(candidates) - old).abs().flatten()
        residual = (roving.predict(roving.x) - roving.y).abs().flatten()
        kept = roving.x[torch.arange(500) != residual.argmin()]
        roving.points(torch.cat([kept, candidates[torch.multinomial(softmax(e), 1)]]))
        if r % 10 == 9:
            roving.look()
    roving.look()
    looks = (phase + rounds * epochs) // every
    others = opponents(500 + rounds, small, descent, looks, lambda n: n.batches(every, 500))
    draw.roving(own, roving, others, phase)
    draw.moved(start, roving.x)
    draw.sheets(roving.predict(GRID), TRUTH)
    return {"attempt 2": (500 + rounds, roving)} | {f"2: {name}": (len(o.x), o) for name, o in others.items()}


def attempts3():
    warm, rounds, epochs = (300, 50, 50) if QUICK else (1000, 500, 50)
    torch.manual_seed(13)
    own = Learner(small(), adam, torch.rand(500, 2))
    own.epochs(warm)
    own.look()
    for _ in range(rounds):
        candidates = torch.rand(12_000, 2)
        old, old_own = own.predict(candidates), own.predict(own.x)
        own.epochs(epochs)
        e = (own.predict(candidates) - old).abs().flatten()
        still = (own.predict(own.x) - old_own).abs().flatten()
        own.points(torch.cat([own.x[torch.arange(len(own.x)) != still.argmin()], candidates[e.topk(5).indices]]))
        own.change.append(e.mean().item())
        own.look()
    steps = warm + rounds * epochs
    others = opponents(500 + 5 * rounds, small, adam, 20, lambda n: n.epochs(steps // 20))
    draw.growing(own)
    own.look()
    draw.filled(own.predict(GRID), own.x)
    draw.compare(own, "attempt 3", others)
    return {"attempt 3": (500 + 5 * rounds, own)} | {f"3: {name}": (len(o.x), o) for name, o in others.items()}


def compute():
    found = {}
    found["mean, deviation"] = function()
    draw.points(simple(200))
    found["candidates"] = temperatures()
    learners = attempts1() | attempts2() | attempts3()
    growing = learners["attempt 3"][1]
    table = {name: (price, *learner.look()) for name, (price, learner) in learners.items()}
    found["attempts"], found["change"] = table, growing.change[-1]
    draw.growth(growing.x, 4 if QUICK else 20)
    earlier = growing.predict(GRID)
    growing.epochs(50)
    changes = (growing.predict(GRID) - earlier).abs().flatten()
    draw.disagreement(changes, (growing.predict(GRID) - TRUTH).abs().flatten())
    return found


report("active-learning", compute)
