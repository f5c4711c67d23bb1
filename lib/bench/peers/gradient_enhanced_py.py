"""The study "Values and slopes" in PyTorch."""

import statistics

import torch
from nets import first_order, lbfgs, losses, mlp, slope
from timing import QUICK, figures, report

draw = figures("gradient_enhanced_figures")
POINTS, EPOCHS, SEEDS, FEWER, THIN = (200, 300, 2, 150, 60) if QUICK else (1000, 10_000, 5, 1000, 100)
WIDTH, RATE = 100, 0.01
X = torch.linspace(0, 10, POINTS).reshape(-1, 1)
SOME = torch.linspace(0, 10, THIN).reshape(-1, 1)
TEST = torch.linspace(0.003, 9.997, 777).reshape(-1, 1)
FAR = torch.linspace(0, 20, 1000).reshape(-1, 1)
FUNCTIONS = {
    "sin x": (torch.sin, torch.cos),
    "exp(sin x)": (lambda x: torch.sin(x).exp(), lambda x: torch.sin(x).exp() * torch.cos(x)),
}
WAYS = {
    "descent": lambda n, loss: first_order(n, loss, torch.optim.SGD(n.parameters(), RATE), EPOCHS),
    "Adam": lambda n, loss: first_order(n, loss, torch.optim.Adam(n.parameters(), 0.01), FEWER, decay=0.01),
    "L-BFGS": lambda n, loss: lbfgs(n, loss, FEWER),
}


def quality(net, f, df, where):
    y, dy = slope(net, where, graph=False)
    return ((y - f(where)) ** 2).mean().item(), ((dy - df(where)) ** 2).mean().item()


def along_the_way(kind, loss, f, df):
    """Plain descent; the quality of a hundred nets on its way and of the last, and what that answers far outside."""
    n, qualities = mlp(1, WIDTH, WIDTH, 1, seed=0), []

    def look(k, m, *_):
        if k % max(1, EPOCHS // 100) == 0:
            qualities.append(quality(m, f, df, TEST))

    first_order(n, loss[kind], torch.optim.SGD(n.parameters(), RATE), EPOCHS, after=look)
    look(0, n)
    with torch.no_grad():
        return qualities, n(FAR)


def table():
    """Medians of the errors inside and outside, by function, loss and optimiser."""
    found = {}
    for name, (f, df) in FUNCTIONS.items():
        loss = losses(SOME, f(SOME), df(SOME))
        for way, train in WAYS.items():
            for kind in ("values", "both"):
                errors = []
                for s in range(SEEDS):
                    n = mlp(1, WIDTH, WIDTH, 1, seed=s)
                    train(n, loss[kind])
                    errors.append((*quality(n, f, df, TEST), quality(n, f, df, FAR[500:])[0]))
                found[f"{name}, {kind}, {way}"] = [statistics.median(column) for column in zip(*errors, strict=True)]
    return found


def tenfold(f, df):
    """Ten times the points in float32."""
    wide = torch.linspace(0, 10, 10 * POINTS).reshape(-1, 1).float()
    n = mlp(1, WIDTH, WIDTH, 1, dtype=torch.float32)
    first_order(n, losses(wide, f(wide), df(wide))["both"], torch.optim.Adam(n.parameters(), 0.01), FEWER, decay=0.01)
    return quality(n.double(), f, df, TEST)


def with_few(f, df):
    counts, found = (5, 10, 15, 20, 30, 40), {}
    for kind in ("values", "both"):
        found[kind] = []
        for count in counts:
            p = torch.linspace(0, 10, count).reshape(-1, 1)
            n = mlp(1, 40, 40, 1, seed=1)
            lbfgs(n, losses(p, f(p), df(p))[kind], 200 if QUICK else 1500)
            found[kind].append(quality(n, f, df, TEST)[0])
    draw.counts(counts, found["values"], found["both"])
    return found


def compute():
    found = {}
    draw.functions(X, [f(X) for f, _ in FUNCTIONS.values()])
    for name, (f, df) in FUNCTIONS.items():
        loss = losses(X, f(X), df(X))
        (plain, answer), (slopes, other) = (along_the_way(kind, loss, f, df) for kind in ("values", "both"))
        found[f"{name}, descent"] = [plain[-1], slopes[-1]]
        draw.histories(EPOCHS, (plain, slopes))
        draw.outside(FAR, (answer, other), f(FAR))
    found |= table()
    f, df = FUNCTIONS["exp(sin x)"]
    found["tenfold"] = tenfold(f, df)
    found["few points"] = with_few(f, df)
    features = lambda t: torch.cat([torch.sin(t / 2), torch.cos(t / 2), torch.sin(t), torch.cos(t)], 1)
    n = mlp(4, 30, 1, seed=2)
    fx, y = features(X), f(X)
    lbfgs(n, lambda m: ((m(fx) - y) ** 2).mean(), 200 if QUICK else 1000)
    with torch.no_grad():
        found["outside"] = ((n(features(FAR[500:])) - f(FAR[500:])) ** 2).mean().item()
        draw.periodic(FAR, n(features(FAR)), f(FAR))
    return found


report("gradient-enhanced", compute)
