"""The figures of the lecture "Gradient methods" in matplotlib."""

import numpy as np
from drawing import film, finish, plt, show


def fit(x, y, theta, closed, name, title):
    """The data, the line that descent found, and that of the closed form."""
    figure, axes = plt.subplots()
    ends = np.array([0.0, 2.0])
    axes.scatter(x, y, color="tab:red", label="data")
    axes.plot(ends, theta[0] + theta[1] * ends, color="tab:red", label=name)
    axes.plot(ends, closed[0] + closed[1] * ends, "--", color="tab:blue", label="closed form")
    axes.set(xlim=(0, 2), ylim=(0, 15))
    finish(axes, "$x$", "$y$", title, legend=True)
    show(figure)


def errors(plain, heavy):
    figure, axes = plt.subplots()
    axes.hist(np.log10(plain), bins=25, alpha=0.6, label="plain")
    axes.hist(np.log10(heavy), bins=25, alpha=0.6, label="momentum")
    finish(axes, r"$\log_{10}$ error", "runs", legend=True)
    show(figure)


def costs(losses):
    figure, axes = plt.subplots()
    for name, values in losses.items():
        axes.semilogy(values, label=name)
    finish(axes, "step", "cost", legend=True)
    show(figure)


def walks(paths, frames):
    """The paths of the optimisers into a long valley, a step more in every frame."""
    p, q = np.meshgrid(np.linspace(-6, 6, 80), np.linspace(-3, 3, 60))
    figure, axes = plt.subplots()
    axes.contour(p, q, 0.05 * p**2 + q**2, levels=14)
    lines = [axes.plot([], [], marker=".", linewidth=1, label=name)[0] for name in paths]
    finish(axes, r"$\theta_1$", r"$\theta_2$", legend="upper right")

    def frame(k):
        for line, path in zip(lines, paths.values(), strict=True):
            line.set_data(path[: k + 1, 0], path[: k + 1, 1])

    film(figure, frame, frames)


def diverging(distances):
    figure, axes = plt.subplots()
    axes.semilogy(distances, label=r"$\eta = 2.1/\lambda_{\max}$")
    finish(axes, "step", "distance to the minimum", legend=True)
    show(figure)


def needed(gammas, steps):
    figure, axes = plt.subplots()
    axes.plot(gammas, steps, marker="o")
    finish(axes, r"momentum $\gamma$", "steps to $10^{-6}$")
    show(figure)


def batches(tracks):
    """Distances after every step, by the size of the batches."""
    figure, axes = plt.subplots()
    for size, track in tracks.items():
        axes.loglog(size * np.arange(1, len(track) + 1), track, label=f"batches of {size}")
    finish(axes, "points seen", "distance", legend=True)
    show(figure)
