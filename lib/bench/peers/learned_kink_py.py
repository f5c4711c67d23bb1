"""The study "A kink that is learned" in PyTorch: a ladder of ideas from a plain network to one that is told of the kink,
and chosen points against points by chance; in float64, with as many steps and looks as the notebook."""

import time

import least_squares as ls
import nets
import torch
from active_learning_problem import GRID, TRUTH, errors, kink, latin, ridge, softmax
from timing import QUICK, figures, report

draw = figures("active_learning_figures")

BUDGET, ADAM_STEPS, QUASI, SMOOTH, KINKED, EVERY = (
    (600, 400, 200, 40, 150, 10) if QUICK else (2500, 6000, 4000, 75, 300, 25)
)
WARM = 300 if QUICK else 600


class Rung:
    """An idea with its error on the grid whenever somebody looks, and the seconds until then."""

    def __init__(self, name, told="nothing"):
        self.name, self.told = name, told
        self.began = time.perf_counter()
        self.seconds, self.mae, self.last = [], [], None

    def look(self, predicted):
        self.last = errors(predicted)
        self.seconds.append(time.perf_counter() - self.began)
        self.mae.append(self.last[0])


def square_loss(x, y):
    return lambda net: ((net(x) - y) ** 2).mean()


def answer(net, x):
    with torch.no_grad():
        return net(x)


def by_adam(rung, x, y, rate=0.01, decay=0.01):
    """A network on values by Adam, with a falling rate as a rule."""
    net, every = nets.mlp(2, 30, 30, 1, seed=21), ADAM_STEPS // 10
    nets.first_order(
        net,
        square_loss(x, y),
        torch.optim.Adam(net.parameters(), rate),
        ADAM_STEPS,
        decay=decay,
        after=lambda k, n, _: rung.look(answer(n, GRID)) if k % every == 0 else None,
    )
    rung.look(answer(net, GRID))


def by_lbfgs(rung, net, x, y, steps, every, predict):
    """A network by L-BFGS, with looks along its way."""
    loss, count = square_loss(x, y), 0

    def looking(n):
        nonlocal count
        if count % every == 0:
            rung.look(predict(n))
        count += 1
        return loss(n)

    nets.lbfgs(net, looking, steps, 30)
    rung.look(predict(net))


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


def polish(params, x, y, steps, look=None):
    return weighted(lambda q: kinked(q, x), lambda q: kinked_jacobian(q, x), params, y, steps, look)


def fitted(rung, params, x, y, steps, grid):
    """A network by least squares."""
    look = lambda q: rung.look(ls.apply(q, grid).exp())
    look(weighted(lambda q: ls.apply(q, x), lambda q: ls.jacobian(q, x)[0], params, y, steps, look))


def with_kink(rung, params, x, y):
    """Least squares of the two networks, with looks along its way; their weights."""
    look = lambda q: rung.look(kinked(q, GRID).exp())
    params = polish(params, x, y, KINKED, look)
    look(params)
    return params


def grown(choose, pair):
    """Points where two models disagree, or points by chance after the same work: the points, the model and its error."""
    rounds, first = (2, 300) if QUICK else (5, 1000)
    more = (BUDGET - first) // rounds
    torch.manual_seed(30 + pair)
    p = latin(first)
    y = ridge(p)
    twins = [kinked_start(100 + pair, p, y.log()), kinked_start(200 + pair, p, y.log())]
    for r in range(rounds):
        twins = [polish(t, p, y, 30) for t in twins]
        torch.manual_seed(1000 * pair + r)
        candidates = torch.rand(5000, 2)
        apart = (kinked(twins[0], candidates).exp() - kinked(twins[1], candidates).exp()).abs().flatten()
        p = torch.cat([p, candidates[torch.multinomial(apart + apart.mean(), more)] if choose else candidates[:more]])
        y = ridge(p)
    last = polish(twins[0], p, y, KINKED)
    return p, last, errors(kinked(last, GRID).exp())[0]


def duel():
    """Three pairs; errors with chosen points and with points by chance."""
    chosen = [grown(True, k) for k in range(3)]
    by_chance = [grown(False, k)[2] for k in range(3)]
    p, model, _ = chosen[0]
    draw.chosen(lambda q: kinked(model, q).exp(), p)
    return [each[2] for each in chosen], by_chance


def ladder():
    """All rungs; what each reached, the model with the learned kink, and the points."""
    torch.manual_seed(20)
    x = latin(BUDGET)
    y = ridge(x)
    log_y = y.log()
    rungs = [Rung("Adam, constant rate")]
    by_adam(rungs[-1], x, y, 0.001, 1)
    rungs.append(Rung("Adam, decaying rate"))
    by_adam(rungs[-1], x, y)
    net = nets.mlp(2, 30, 30, 1, seed=21)
    rungs.append(Rung("L-BFGS"))
    by_lbfgs(rungs[-1], net, x, y, QUASI, QUASI // 10, lambda n: answer(n, GRID))
    rungs.append(Rung("Levenberg–Marquardt, log f"))
    net = nets.mlp(2, 16, 16, 1, seed=22)
    nets.lbfgs(net, square_loss(x, log_y), QUASI // 4, 30)
    params = [t.detach().T if t.ndim == 2 else t.detach() for t in net.parameters()]
    fitted(rungs[-1], params, x, y, SMOOTH, GRID)
    torch.manual_seed(23)
    frequencies = 4 * torch.randn(2, 40)
    waves = lambda p: torch.cat([p, (p @ frequencies).sin(), (p @ frequencies).cos()], 1)
    wave_grid = waves(GRID)
    rungs.append(Rung("Fourier features, L-BFGS"))
    net = nets.mlp(82, 30, 1, seed=23)
    predict = lambda n: answer(n, wave_grid).exp()
    by_lbfgs(rungs[-1], net, waves(x), log_y, QUASI // 4, QUASI // 10 // 4, predict)
    rungs.append(Rung("learned kink", "that there is a kink"))
    five = with_kink(rungs[-1], kinked_start(24, x, log_y), x, y)
    draw.kink(kink, lambda p: ls.apply(five[:4], p), lambda p: kinked(five, p).exp())
    torch.manual_seed(25)
    told = lambda p: torch.cat([p, kink(p).abs()], 1)
    rungs.append(Rung("told kink", "the kink itself"))
    fitted(rungs[-1], ls.start(3, 10, 10, 1), told(x), y, KINKED * 3, told(GRID))
    draw.ladder(rungs)
    return {rung.name: rung.last for rung in rungs}, five, x, y


def frugal():
    """Half of a small budget at the start, the rest where the model changed most."""
    total, turns, steps, last = (200, 2, 15, 30) if QUICK else (400, 5, 30, 100)
    torch.manual_seed(50)
    p = latin(total // 2)
    y = ridge(p)
    model = kinked_start(51, p, y.log())
    for _ in range(turns):
        earlier, model = model, polish(model, p, y, steps)
        candidates = torch.rand(2000, 2)
        e = (kinked(model, candidates).exp() - kinked(earlier, candidates).exp()).abs().flatten()
        p = torch.cat([p, candidates[torch.multinomial(0.9 * softmax(e) + 0.1 / 2000, total // 2 // turns)]])
        y = ridge(p)
    return errors(kinked(polish(model, p, y, last), GRID).exp())[0]


def disagreement(twins):
    """How far two models differ on the grid, how wrong the first is, and how alike that ranks the places."""
    difference = (kinked(twins[0], GRID).exp() - kinked(twins[1], GRID).exp()).abs().flatten()
    wrong = (kinked(twins[0], GRID).exp() - TRUTH).abs().flatten()
    ranks = torch.stack([t.argsort().argsort().double() for t in (difference, wrong)])
    return difference, wrong, torch.corrcoef(ranks)[0, 1].item()


def compute():
    found = {}
    found["ladder"], five, x, y = ladder()
    found["chosen"], found["by chance"] = duel()
    middle = torch.linspace(0.0005, 0.9995, 1000)
    million = torch.cartesian_prod(middle, middle)
    found["a million nodes"] = (kinked(five, million).exp() - ridge(million)).abs().mean().item()
    found["frugal"] = frugal()
    twins = [polish(kinked_start(seed, x, y.log()), x, y, 30) for seed in (301, 302)]
    difference, wrong, found["ranks"] = disagreement(twins)
    draw.disagreement(difference, wrong)
    return found


if __name__ == "__main__":
    report("learned-kink", compute)
