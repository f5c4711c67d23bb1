"""The figures of the lecture "From one neuron to a network" in matplotlib."""

import numpy as np
from drawing import film, finish, panels, plt, show


def gates(inputs, gates):
    figure, row = panels(3, 9.6, 3.2)
    for axes, (name, y) in zip(row, gates.items(), strict=True):
        for wanted, label, marker in ((1, "yes", "o"), (0, "no", "s")):
            axes.scatter(*inputs[y == wanted].T, marker=marker, label=label)
        axes.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5), aspect="equal")
        finish(axes, "$x_1$", "$x_2$", name)
    row[0].legend(loc="center")
    show(figure)


def network(axes, *sizes):
    """A column of neurons for every layer, a line for every weight."""
    heights = [(n - 1) / 2 - np.arange(n) for n in sizes]
    for layer in range(1, len(sizes)):
        a, b = np.meshgrid(heights[layer - 1], heights[layer])
        axes.plot([layer - 1, layer], [a.ravel(), b.ravel()], color="gray", linewidth=0.6, alpha=0.7)
    colors = ["tab:green", *["tab:blue"] * (len(sizes) - 2), "tab:orange"]
    for layer, (y, color) in enumerate(zip(heights, colors, strict=True)):
        axes.scatter(np.full(len(y), layer), y, s=30**2, color=color, edgecolors="black", zorder=3)
    tallest = max(sizes)
    axes.set(xlim=(-0.4, len(sizes) - 0.6), ylim=(-tallest / 2 - 0.2, tallest / 2 + 0.2))
    axes.axis("off")


def networks():
    figure, row = panels(2, 6.4, 3.2)
    network(row[0], 3, 1)
    row[0].set_title("one neuron")
    network(row[1], 3, 4, 4, 2)
    row[1].set_title("two hidden layers")
    show(figure)


LEVELS = np.linspace(0, 1, 11)


def square(x, y, answer, inputs):
    """The answer of a network over the square; the figure, its axes and the filled contours."""
    figure, axes = plt.subplots()
    filled = axes.contourf(x, y, answer, levels=LEVELS, cmap="RdBu_r")
    figure.colorbar(filled)
    axes.scatter(*inputs.T, color="black", zorder=2)
    finish(axes, "$x_1$", "$x_2$")
    return figure, axes, filled


def border(x, y, answer, inputs):
    show(square(x, y, answer, inputs)[0])


def learning(x, y, answers, inputs, stride):
    """The answers over the square while the network learns, one a frame."""
    figure, axes, filled = square(x, y, answers[0].reshape(x.shape), inputs)
    axes.set_aspect("equal")

    def frame(k):
        nonlocal filled
        filled.remove()
        filled = axes.contourf(x, y, answers[k].reshape(x.shape), levels=LEVELS, cmap="RdBu_r")
        axes.set_title(f"step {k * stride}")

    film(figure, frame, len(answers))


def activation(z, values, low, high, title):
    figure, axes = plt.subplots()
    axes.plot(z, values)
    axes.set_ylim(low, high)
    axes.grid()
    finish(axes, "$z$", title=title)
    show(figure)


def activations(sigmoid):
    z = np.arange(-5, 5, 0.1)
    activation(z, sigmoid(z), -0.1, 1.1, "sigmoid")
    fine = np.arange(-5, 5, 0.02)
    activation(fine, (fine >= 0).astype(float), -0.5, 1.5, "step")
    wave = np.arange(-2 * np.pi, 2 * np.pi, 0.1)
    activation(wave, np.sin(wave), -1, 1, "sine")
    hinge = np.arange(-2, 2, 0.1)
    activation(hinge, np.maximum(hinge, 0), -2, 2, "ReLU")


def slopes(z, slopes):
    figure, axes = plt.subplots()
    for name, values in slopes.items():
        axes.plot(z, values, label=name)
    finish(axes, "$z$", "slope", legend=True)
    show(figure)


def corner(widths, worst):
    figure, axes = plt.subplots()
    axes.loglog(widths, worst, marker="o", label="largest error")
    finish(axes, "hidden neurons", "error", legend=True)
    show(figure)
