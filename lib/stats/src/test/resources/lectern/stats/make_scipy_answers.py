"""Writes scipy_answers.csv: what SciPy says of special functions and distributions on grids.

python make_scipy_answers.py > scipy_answers.csv
"""

import numpy as np
from scipy import special, stats

POSITIVE = [1e-20, 1e-8, 0.1, 0.7, 1.3, 2.6, 5.5, 11.9, 12.1, 33.3, 250.5, 1e6]
PROBABILITIES = [1e-12, 1e-5, 0.01, 0.2, 0.5, 0.8, 0.99, 0.99999]
REAL = [-30.0, -5.0, -1.1, -0.3, 0.0, 0.2, 1.0, 2.7, 8.0, 30.0]

CONTINUOUS = {
    "Normal": [((0, 1), stats.norm(0, 1), REAL), ((1.5, 0.3), stats.norm(1.5, 0.3), REAL)],
    "Uniform": [((-1, 3), stats.uniform(-1, 4), REAL)],
    "Exponential": [((0.4,), stats.expon(scale=2.5), REAL), ((3,), stats.expon(scale=1 / 3), REAL)],
    "Laplace": [((0.5, 2), stats.laplace(0.5, 2), REAL)],
    "Gamma": [((k, r), stats.gamma(k, scale=1 / r), REAL) for k, r in ((0.3, 1), (1, 2), (2.5, 0.5), (40, 4))],
    "Beta": [((a, b), stats.beta(a, b), [-1, 1e-6, 0.1, 0.5, 0.77, 0.999, 2]) for a, b in ((0.5, 0.5), (2, 5), (30, 12))],
    "StudentT": [((d, m, s), stats.t(d, m, s), REAL) for d, m, s in ((1, 0, 1), (2.5, 1, 2), (30, 0, 1))],
}
COUNTS = {
    "Poisson": [((r,), stats.poisson(r)) for r in (0.2, 3.0, 50.0)],
    "Binomial": [((n, p), stats.binom(n, p)) for n, p in ((1, 0.3), (10, 0.5), (40, 0.07))],
}


def line(what, name, parameters, x, value):
    print(what, name, " ".join(repr(float(p)) for p in parameters), repr(float(x)), repr(float(value)), sep=";")


def moments(name, parameters, d):
    if name != "StudentT" or parameters[0] > 1:  # SciPy calls a mean infinite that does not exist
        line("mean", name, parameters, 0, d.mean())
    line("variance", name, parameters, 0, d.var())
    line("entropy", name, parameters, 0, d.entropy())


np.seterr(all="ignore")
for x in POSITIVE + [-0.5, -2.3, -7.9]:
    line("lgamma", "-", (), x, special.gammaln(x))
    line("digamma", "-", (), x, special.digamma(x))
for n in (1, 2, 5):
    for x in POSITIVE[1:]:
        line("polygamma", "-", (n,), x, special.polygamma(n, x))
for x in (-1, -0.999999, -0.7, -1e-9, 0, 0.3, 0.95, 0.99999999, 1):
    line("erfinv", "-", (), x, special.erfinv(x))
for name, cases in CONTINUOUS.items():
    for parameters, d, grid in cases:
        for x in grid:
            line("logPdf", name, parameters, x, d.logpdf(x))
            line("cdf", name, parameters, x, d.cdf(x))
        for p in PROBABILITIES:
            line("quantile", name, parameters, p, d.ppf(p))
        moments(name, parameters, d)
for name, cases in COUNTS.items():
    for parameters, d in cases:
        for k in (-1, 0, 1, 2, 2.5, 5, 10, 41):
            line("logPdf", name, parameters, k, d.logpmf(k))
            line("cdf", name, parameters, k, d.cdf(k))
        for p in PROBABILITIES:
            line("quantile", name, parameters, p, d.ppf(p))
        moments(name, parameters, d)

A = [5.1, 4.9, 6.2, 5.7, 6.1, 5.5]
B = [6.8, 7.9, 5.9, 7.2, 9.1]
C = [5.0, 6.4, 4.2, 8.8]
TESTS = {
    "one": stats.ttest_1samp(A, 5.2),
    "two": stats.ttest_ind(A, B),
    "welch": stats.ttest_ind(A, B, equal_var=False),
    "chi": stats.chisquare([18, 30, 12], [20, 20, 20]),
    "anova": stats.f_oneway(A, B, C),
}
for name, result in TESTS.items():
    line("test", name + " statistic", (), 0, result.statistic)
    line("test", name + " p", (), 0, result.pvalue)
low, high = stats.t.interval(0.95, len(A) - 1, np.mean(A), stats.sem(A))
line("test", "interval low", (), 0, low)
line("test", "interval high", (), 0, high)
