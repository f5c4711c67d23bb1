"""The figures of the study "Values and slopes" in matplotlib."""

import numpy as np
from drawing import finish, panels, plt, show

LOOKS = {"values": {}, "values and slopes": {"linestyle": "--"}}


def functions(x, functions):
    figure, axes = plt.subplots()
    for name, style, values in zip((r"$\sin x$", r"$e^{\sin x}$"), ("-", "--"), functions, strict=True):
        axes.plot(x, values, style, label=name)
    finish(axes, "$x$", "$f(x)$", legend=True)
    show(figure)


def histories(epochs, qualities):
    """Errors of values and slopes along the way of a net trained on values and of one trained on both."""
    figure, row = panels(2, 6.4, 3.2)
    for (name, style), quality in zip(LOOKS.items(), qualities, strict=True):
        at = np.linspace(0, epochs, len(quality))
        for axes, errors in zip(row, np.array(quality).T, strict=True):
            axes.semilogy(at, errors, label=name, **style)
    finish(row[0], "epoch", "error of the values", legend=True)
    finish(row[1], "epoch", "error of the slopes", legend=True)
    show(figure)


def outside(x, answers, truth):
    figure, axes = plt.subplots()
    for (name, style), values in zip(LOOKS.items(), answers, strict=True):
        axes.plot(x, values, label=name, **style)
    axes.plot(x, truth, ":", label="truth")
    axes.axvline(10, color="gray")
    finish(axes, "$x$", legend=True)
    show(figure)


def counts(counts, values, both):
    figure, axes = plt.subplots()
    axes.semilogy(counts, values, marker="o", label="values")
    axes.semilogy(counts, both, marker="s", label="values and slopes")
    finish(axes, "points", "error of the values", legend=True)
    show(figure)


def periodic(x, answer, truth):
    figure, axes = plt.subplots()
    axes.plot(x, answer, label="periodic net")
    axes.plot(x, truth, "--", label="truth")
    axes.axvline(10)
    finish(axes, "$x$", legend=True)
    show(figure)
