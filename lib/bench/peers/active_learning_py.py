"""The study "Where to look next" in PyTorch: the three attempts with their opponents at the same price, and the
ladder of ideas.

The attempts are in float32 and the ladder in float64, as in the notebook; full-batch steps, batches, candidates and
looks at the error on the grid are as many.
"""

import least_squares as ls
import nets
import torch
from timing import QUICK, report

GRID_AXIS = torch.linspace(0, 1, 100)
GRID = torch.cartesian_prod(GRID_AXIS, GRID_AXIS)


def kink(p):
    return 0.5 - (p**4).sum(1, keepdim=True)


def ridge(p):
    return 1 / (kink(p).abs() + 0.1)


TRUTH = ridge(GRID)


def errors(predicted):
    gap = (predicted.double() - TRUTH).abs()
    return gap.mean().item(), (gap**2).mean().item(), gap.max().item()


def even_grid(n):
    axis = torch.linspace(0, 1, int(n**0.5))
    return torch.cartesian_prod(axis, axis)


def latin(n):
    return torch.stack([(torch.randperm(n) + torch.rand(n)) / n for _ in range(2)], 1)


class Learner:
    """A network in float32, its points, and the true error on the grid whenever somebody looks."""

    def __init__(self, net, optimizer, x):
        self.net, self.optimizer = net, optimizer(net.parameters())
        self.points(x)

    def points(self, x):
        self.x, self.y = x, ridge(x).float()
        self.single = x.float()

    def step(self, x, y):
        self.optimizer.zero_grad()
        loss = ((self.net(x) - y) ** 2).mean()
        loss.backward()
        self.optimizer.step()
        return loss.item()

    def epochs(self, n):
        return [self.step(self.single, self.y) for _ in range(n)]

    def batches(self, n, size):
        for _ in range(n):
            rows = torch.randint(0, len(self.x), (size,))
            self.step(self.single[rows], self.y[rows])

    def predict(self, p):
        with torch.no_grad():
            return self.net(p.float()).double()

    def look(self):
        return errors(self.predict(GRID))


def relu():
    return nets.mlp(2, 100, 100, 100, 1, activation=torch.nn.ReLU, seed=11, dtype=torch.float32)


def small():
    return nets.mlp(2, 30, 30, 1, seed=12, dtype=torch.float32)


def descent(parameters):
    return torch.optim.SGD(parameters, lr=0.01)


def adam(parameters):
    return torch.optim.Adam(parameters, lr=0.001)


def opponents(price, net, rule, looks, stretch):
    """The best mean error that a grid, random points and a Latin hypercube reach at a price."""
    best = float("inf")
    for points in (even_grid(price), torch.rand(price, 2), latin(price)):
        learner = Learner(net(), rule, points)
        for _ in range(looks):
            stretch(learner)
            best = min(best, learner.look()[0])
    return best


def softmax(e):
    return torch.softmax(e / (e.std() + 1e-300), 0)


def attempt1(keep):
    rounds, epochs, mended = (6, 50, 20) if QUICK else (100, 1000, 250)
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
        own.points(torch.cat([own.x, chosen]) if keep else chosen)
        own.look()
    looks = 3 if QUICK else 20
    others = (
        opponents(500 + 10 * rounds, relu, descent, looks, lambda n: n.batches(rounds * mended // looks, 100))
        if keep
        else None
    )
    return {"grid MAE": own.look()[0], "opponents": others}


def attempt2():
    phase, rounds, epochs, every = (300, 10, 20, 50) if QUICK else (30_000, 1000, 50, 500)
    torch.manual_seed(12)
    own = Learner(small(), descent, torch.rand(500, 2))
    for _ in range(phase // every):
        own.epochs(every)
        own.look()
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
    others = opponents(
        500 + rounds, small, descent, (phase + rounds * epochs) // every, lambda n: n.batches(every, 500)
    )
    return {"grid MAE": roving.look()[0], "opponents": others}


def attempt3():
    warm, rounds, epochs = (100, 12, 20) if QUICK else (1000, 500, 50)
    torch.manual_seed(13)
    own = Learner(small(), adam, torch.rand(500, 2))
    own.epochs(warm)
    own.look()
    change = 0.0
    for _ in range(rounds):
        candidates = torch.rand(12_000, 2)
        old, old_own = own.predict(candidates), own.predict(own.x)
        own.epochs(epochs)
        e = (own.predict(candidates) - old).abs().flatten()
        still = (own.predict(own.x) - old_own).abs().flatten()
        own.points(torch.cat([own.x[torch.arange(len(own.x)) != still.argmin()], candidates[e.topk(5).indices]]))
        change = e.mean().item()
        own.look()
    steps = warm + rounds * epochs
    others = opponents(500 + 5 * rounds, small, adam, 20, lambda n: n.epochs(steps // 20))
    return {"change": change, "grid MAE": own.look()[0], "opponents": others}


BUDGET, ADAM_STEPS, QUASI, SMOOTH, KINKED, EVERY = (
    (600, 200, 100, 20, 60, 10) if QUICK else (2500, 6000, 4000, 75, 300, 25)
)
WARM = 300 if QUICK else 600


def plain(x, y, seed, widths, steps, memory=30, method="lbfgs", of=GRID, power=False):
    """A network on values (or their logarithms) by L-BFGS or by Adam with a falling rate; its error on the grid."""
    net = nets.mlp(*widths, seed=seed)
    loss = lambda n: ((n(x) - y) ** 2).mean()
    if method == "lbfgs":
        nets.lbfgs(net, loss, steps, memory)
    else:
        nets.first_order(
            net,
            loss,
            torch.optim.Adam(net.parameters(), 0.01),
            steps,
            decay=0.01,
            after=lambda k, n, _: errors(n(of).detach()) if k % (steps // 10) == 0 else None,
        )
    with torch.no_grad():
        out = net(of)
    return net, errors(out.exp() if power else out)[0]


def kinked_start(seed, x, log_y):
    """Two networks, the first the argument of |.| in the second, after a first training with Adam."""
    torch.manual_seed(seed)
    both = ls.start(2, 20, 1) + ls.start(3, 14, 14, 1)
    params = [p.requires_grad_() for p in both]
    optimizer = torch.optim.Adam(params, 0.01)
    nets.first_order(params, lambda q: ((kinked(q, x) - log_y) ** 2).mean(), optimizer, WARM, decay=0.1)
    return [p.detach() for p in params]


def kinked(params, p):
    return ls.apply(params[4:], torch.cat([p, ls.apply(params[:4], p).abs()], 1))


def kinked_jacobian(params, p):
    h = ls.apply(params[:4], p)
    outer, by_inputs = ls.jacobian(params[4:], torch.cat([p, h.abs()], 1))
    return torch.cat([ls.jacobian(params[:4], p)[0] * by_inputs[:, 2:] * h.sign(), outer], 1)


def weighted(model, derivatives, params, y, steps, look=None):
    """Least squares of a model against log y, weighted with y."""
    log_y = y.log()
    return ls.levenberg_marquardt(
        lambda q: (model(q) - log_y) * y, lambda q: derivatives(q) * y, params, steps, look, EVERY
    )


def polish(params, x, y, steps, look=True):
    return weighted(
        lambda q: kinked(q, x),
        lambda q: kinked_jacobian(q, x),
        params,
        y,
        steps,
        (lambda q: errors(kinked(q, GRID).exp())) if look else None,
    )


def fitted(params, x, y, steps, grid):
    """A network by least squares; its error on the grid."""
    look = lambda q: errors(ls.apply(q, grid).exp())
    return look(weighted(lambda q: ls.apply(q, x), lambda q: ls.jacobian(q, x)[0], params, y, steps, look))[0]


def ladder():
    found = {}
    torch.manual_seed(20)
    x = latin(BUDGET)
    y = ridge(x)
    log_y = y.log()
    found["Adam"] = plain(x, y, 21, (2, 30, 30, 1), ADAM_STEPS, method="adam")[1]
    found["L-BFGS"] = plain(x, y, 21, (2, 30, 30, 1), QUASI)[1]
    net, _ = plain(x, log_y, 22, (2, 16, 16, 1), QUASI // 4, 30, power=True)
    params = [t.detach().T if t.ndim == 2 else t.detach() for t in net.parameters()]
    found["Levenberg-Marquardt"] = fitted(params, x, y, SMOOTH, GRID)
    torch.manual_seed(23)
    frequencies = 4 * torch.randn(2, 40)
    waves = lambda p: torch.cat([p, (p @ frequencies).sin(), (p @ frequencies).cos()], 1)
    found["Fourier"] = plain(waves(x), log_y, 23, (82, 30, 1), QUASI // 4, of=waves(GRID), power=True)[1]
    five = polish(kinked_start(24, x, log_y), x, y, KINKED)
    found["learned kink"] = errors(kinked(five, GRID).exp())[0]
    found["chosen points"] = chosen_points()
    told = lambda p: torch.cat([p, kink(p).abs()], 1)
    torch.manual_seed(25)
    found["told kink"] = fitted(ls.start(3, 10, 10, 1), told(x), y, KINKED * 3 // 2, told(GRID))
    for n in (BUDGET // 8, BUDGET // 4, BUDGET // 2):
        few = latin(n)
        values = ridge(few)
        last = polish(kinked_start(24, few, values.log()), few, values, KINKED // 3, look=False)
        found[f"learned kink, {n} points"] = errors(kinked(last, GRID).exp())[0]
    middle = torch.linspace(0.0005, 0.9995, 1000)
    million = torch.cartesian_prod(middle, middle)
    found["a million nodes"] = (kinked(five, million).exp() - ridge(million)).abs().mean().item()
    found["frugal"] = frugal()
    return found


def chosen_points():
    rounds, first, twin = (2, 300, 25) if QUICK else (5, 1000, 31)
    torch.manual_seed(30)
    p = latin(first)
    y = ridge(p)
    twins = [kinked_start(24, p, y.log()), kinked_start(twin, p, y.log())]
    for r in range(rounds):
        twins = [polish(t, p, y, 30, look=False) for t in twins]
        torch.manual_seed(40 + r)
        candidates = torch.rand(5000, 2)
        apart = (kinked(twins[0], candidates).exp() - kinked(twins[1], candidates).exp()).abs().flatten()
        p = torch.cat([p, candidates[torch.multinomial(apart + apart.mean(), (BUDGET - first) // rounds)]])
        y = ridge(p)
    return errors(kinked(polish(twins[0], p, y, KINKED), GRID).exp())[0]


def frugal():
    """Half of a small budget at the start, the rest where the model changed most."""
    total, turns, steps, last = (200, 2, 15, 30) if QUICK else (400, 5, 30, 100)
    torch.manual_seed(50)
    p = latin(total // 2)
    y = ridge(p)
    model = kinked_start(51, p, y.log())
    for _ in range(turns):
        earlier, model = model, polish(model, p, y, steps, look=False)
        candidates = torch.rand(2000, 2)
        e = (kinked(model, candidates).exp() - kinked(earlier, candidates).exp()).abs().flatten()
        p = torch.cat([p, candidates[torch.multinomial(0.9 * softmax(e) + 0.1 / 2000, total // 2 // turns)]])
        y = ridge(p)
    return errors(kinked(polish(model, p, y, last, look=False), GRID).exp())[0]


def compute():
    return {
        "attempt 1, forgetful": attempt1(False),
        "attempt 1, mended": attempt1(True),
        "attempt 2": attempt2(),
        "attempt 3": attempt3(),
        "ladder": ladder(),
    }


report("active-learning", compute)
