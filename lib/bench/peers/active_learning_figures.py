"""The figures of the studies "Where to look next" and "A kink that is learned" in matplotlib; points are rows, heights on the grid (10000, 1)."""

import numpy as np
import torch
from active_learning_problem import GRID, GRID_AXIS
from drawing import film, finish, panels, plt, show, spaces

PLACES = np.meshgrid(GRID_AXIS, GRID_AXIS, indexing="ij")


def dots(axes, p, size, title="", color=None):
    """Points of the plane; a size is a diameter in points."""
    axes.scatter(p[:, 0], p[:, 1], s=size**2, color=color)
    axes.set_aspect("equal")
    finish(axes, "$x$", "$y$", title)


def scatters(p, columns, titles):
    figure, row = spaces(3, 9.5, 3.2)
    for axes, heights, title in zip(row, columns, titles, strict=True):
        axes.scatter(p[:, 0], p[:, 1], heights, c=heights, s=16)
        finish(axes, "$x$", "$y$", title)
    show(figure)


def clouds(p, columns):
    scatters(p, columns.T, ("$f$", r"$\partial f/\partial x$", r"$\partial f/\partial y$"))


ASSESSED = ("predicted", "true", "difference")


def assessed(p, predicted, truth):
    scatters(p, (predicted[:, 0], truth[:, 0], (truth - predicted)[:, 0]), ASSESSED)


def points(sets):
    figure, row = panels(3, 9.5, 3.2)
    for axes, (name, p) in zip(row, sets.items(), strict=True):
        dots(axes, p, 5, name)
    show(figure)


def temperatures(values, numbers, spread):
    figure, axes = plt.subplots()
    axes.loglog(values, numbers)
    axes.axvline(spread, linestyle="--")
    finish(axes, "temperature $T$", "effective number of candidates")
    show(figure)


def rounds(forgetful, mended):
    """Learners and their steps a round: the mean loss and the error of every round."""
    figure, row = panels(2, 9.5, 3.5)
    for (learner, steps), name, style in ((forgetful, "forgetful", "-"), (mended, "mended", "--")):
        row[0].semilogy(np.reshape(learner.loss, (-1, steps)).mean(1), style, label=name)
        row[1].semilogy(learner.mae, style, label=name)
    finish(row[0], "round", "loss on the own points", legend=True)
    finish(row[1], "round", "mean absolute error", legend=True)
    show(figure)


def against(axes, others):
    for name, learner in others.items():
        axes.semilogy(learner.at, learner.mae, "--", label=name)
    finish(axes, "step", "mean absolute error", legend=True)


def compare(own, name, others):
    figure, axes = plt.subplots()
    axes.semilogy(own.at, own.mae, label=name)
    against(axes, others)
    show(figure)


def contours(figure, axes, heights, p, title=""):
    """Filled contours over the square, its colours, and the points upon it."""
    bands = axes.contourf(*PLACES, heights.reshape(100, 100), levels=12)
    figure.colorbar(bands)
    dots(axes, p, 1.5 if len(p) > 1000 else 3, title, "red")


def before(truth, predicted, start):
    figure, row = panels(3, 9.5, 2.9)
    contours(figure, row[0], truth, start, "true")
    contours(figure, row[1], predicted, start, "predicted")
    contours(figure, row[2], truth - predicted, start, "true − predicted")
    show(figure)


def filled(heights, p):
    figure, axes = plt.subplots(figsize=(5.5, 4.5))
    contours(figure, axes, heights, p)
    show(figure)


def chosen(model, p):
    filled(model(GRID), p)


def loss(values):
    figure, axes = plt.subplots()
    axes.semilogy(values)
    finish(axes, "epoch", "loss")
    show(figure)


def roving(first, second, others, phase):
    """Losses and errors of the two phases joined, and the opponents."""
    figure, row = panels(2, 9.5, 3.5)
    row[0].semilogy(first.loss + second.loss)
    finish(row[0], "step", "loss")
    row[1].semilogy(first.at + [phase + k for k in second.at], first.mae + second.mae, label="roving points")
    row[1].axvline(phase, color="gray")
    against(row[1], others)
    show(figure)


def moved(start, end):
    figure, row = panels(2, 8.5, 3.8)
    dots(row[0], start, 4, "at the start", "red")
    dots(row[1], end, 4, "at the end", "red")
    show(figure)


def sheets(predicted, truth):
    figure, row = spaces(3, 9.5, 3.2)
    for axes, heights, title in zip(row, (predicted, truth, truth - predicted), ASSESSED, strict=True):
        axes.plot_surface(*PLACES, heights.reshape(100, 100).numpy(), cmap="viridis")
        finish(axes, "$x$", "$y$", title)
    show(figure)


def growing(learner):
    figure, row = panels(2, 9.5, 3.5)
    row[0].semilogy(learner.loss)
    finish(row[0], "step", "loss")
    row[1].semilogy(learner.change, label="mean change of the model")
    row[1].semilogy(learner.mae[1:], "--", label="mean absolute error")
    finish(row[1], "round", legend=True)
    show(figure)


def kink(truth, learned, model):
    """Where the function has its kink and the model has its own, and how wrong the model is."""
    figure, row = panels(2, 9.5, 4)
    for h, style, color in ((truth, "-", "gray"), (learned, "--", "red")):
        row[0].contour(*PLACES, h(GRID).reshape(100, 100), levels=[0], colors=color, linestyles=style)
    row[0].set_aspect("equal")
    finish(row[0], "$x$", "$y$", "where $h = 0$")
    off = torch.log10((model(GRID) - 1 / (truth(GRID).abs() + 0.1)).abs() + 1e-9)
    figure.colorbar(row[1].contourf(*PLACES, off.reshape(100, 100), levels=12))
    row[1].set_aspect("equal")
    finish(row[1], "$x$", "$y$", r"$\log_{10}$ of the error")
    show(figure)


def ladder(rungs):
    """Errors of all ideas against seconds."""
    figure, axes = plt.subplots()
    for rung in rungs:
        marker = "." if rung.told == "nothing" else "o"
        axes.loglog(rung.seconds, rung.mae, marker=marker, markersize=4, label=rung.name)
    finish(axes, "seconds", "mean absolute error", legend=True)
    show(figure)


def growth(p, frames):
    """The points of the third attempt in the order in which they came."""
    figure, axes = plt.subplots()
    marks = axes.scatter([], [], s=9)
    axes.set(xlim=(0, 1), ylim=(0, 1), aspect="equal")
    finish(axes, "$x$", "$y$")

    def frame(k):
        n = 500 + (len(p) - 500) * k // (frames - 1)
        marks.set_offsets(p[:n])
        axes.set_title(f"{n} points")

    film(figure, frame, frames)


def disagreement(difference, wrong):
    figure, axes = plt.subplots()
    axes.loglog(difference + 1e-12, wrong + 1e-12, ".", markersize=2, alpha=0.3)
    finish(axes, "disagreement", "error")
    show(figure)
