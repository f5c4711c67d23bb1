"""The study "Values and slopes" in PyTorch."""

import torch
from nets import first_order, lbfgs, losses, mlp, slope
from timing import QUICK, report

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


def compute():
    found = {}
    net = lambda s: mlp(1, WIDTH, WIDTH, 1, seed=s)
    for name, (f, df) in FUNCTIONS.items():
        loss = losses(X, f(X), df(X))
        for kind in ("values", "both"):
            n = net(0)
            first_order(
                n,
                loss[kind],
                torch.optim.SGD(n.parameters(), RATE),
                EPOCHS,
                after=lambda k, m, _: quality(m, f, df, TEST) if k % max(1, EPOCHS // 100) == 0 else None,
            )
            n(FAR)
    for name, (f, df) in FUNCTIONS.items():
        loss = losses(SOME, f(SOME), df(SOME))
        for way, train in WAYS.items():
            for kind in ("values", "both"):
                for s in range(SEEDS):
                    n = net(s)
                    train(n, loss[kind])
                    found[f"{name}, {kind}, {way}"] = quality(n, f, df, TEST)
                    quality(n, f, df, FAR[500:])
    f, df = FUNCTIONS["exp(sin x)"]
    wide = torch.linspace(0, 10, 10 * POINTS).reshape(-1, 1).float()
    n = mlp(1, WIDTH, WIDTH, 1, dtype=torch.float32)
    first_order(n, losses(wide, f(wide), df(wide))["both"], torch.optim.Adam(n.parameters(), 0.01), FEWER, decay=0.01)
    for kind in ("values", "both"):
        for count in (5, 10, 15, 20, 30, 40):
            p = torch.linspace(0, 10, count).reshape(-1, 1)
            n = mlp(1, 40, 40, 1, seed=1)
            lbfgs(n, losses(p, f(p), df(p))[kind], 200 if QUICK else 1500)
            quality(n, f, df, TEST)
    features = lambda t: torch.cat([torch.sin(t / 2), torch.cos(t / 2), torch.sin(t), torch.cos(t)], 1)
    n = mlp(4, 30, 1, seed=2)
    fx, y = features(X), f(X)
    lbfgs(n, lambda m: ((m(fx) - y) ** 2).mean(), 200 if QUICK else 1000)
    found["outside"] = ((n(features(FAR[500:])) - f(FAR[500:])) ** 2).mean().item()
    return found


report("gradient-enhanced", compute)
