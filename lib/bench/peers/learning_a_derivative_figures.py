"""The figures of the study "Learning a derivative" in matplotlib."""

import numpy as np
from drawing import finish, panels, plt, show


def beside(axes, x, exact, learned, names):
    """A function and what a network makes of it, dashed."""
    axes.plot(x, exact, label=names[0])
    axes.plot(x, learned, "--", label=names[1])
    finish(axes, "$x$", legend=True)


def history(axes, losses, unseen, name):
    """Losses of every step in training, of every tenth on the test points."""
    axes.semilogy(losses, label="training")
    axes.semilogy(10 * np.arange(len(unseen)), unseen, "--", label="test")
    finish(axes, "epoch", name, legend=True)


def task(x, f, df):
    figure, row = panels(2, 6.4, 3.2)
    for axes, values, name in zip(row, (f, df), ("$f(x)$", "$f'(x)$"), strict=True):
        axes.plot(x, values)
        finish(axes, "$x$", name)
    show(figure)


def slope(x, exact, learned, losses, unseen):
    figure, row = panels(2, 6.4, 3.2)
    beside(row[0], x, exact, learned, ("$f'$", "$N'$"))
    history(row[1], losses, unseen, "$L_1$")
    show(figure)


def constant(x, exact, learned, shift):
    figure, axes = plt.subplots()
    axes.plot(x, exact, label="$f$")
    axes.plot(x, learned, ":", label="$N$")
    axes.plot(x, learned + shift, "--", label="$N + c$")
    finish(axes, "$x$", legend=True)
    show(figure)


def both(x, f, df, y, dy):
    figure, row = panels(2, 6.4, 3.2)
    beside(row[0], x, f, y, ("$f$", "$N$"))
    beside(row[1], x, df, dy, ("$f'$", "$N'$"))
    show(figure)


def losses(values, unseen):
    figure, axes = plt.subplots()
    history(axes, values, unseen, "$L_2$")
    show(figure)


def optimisers(curves, quasi):
    figure, axes = plt.subplots()
    for name, values in curves.items():
        axes.semilogy(values, label=name, alpha=0.7)
    axes.semilogy(quasi, label="L-BFGS")
    finish(axes, "step", "$L_2$", legend=True)
    show(figure)


def derivatives(x, pairs):
    """Exact and learned derivatives by their order."""
    figure, row = panels(2, 6.4, 3.2)
    for axes, (order, (exact, learned)) in zip(row, pairs.items(), strict=True):
        beside(axes, x, exact, learned, ("exact", "network"))
        axes.set_title(f"derivative {order}")
    show(figure)


def weights(weights, errors):
    figure, axes = plt.subplots()
    axes.loglog(weights, errors, marker="o")
    finish(axes, r"$\lambda$", "mean squared error of $f$")
    show(figure)
