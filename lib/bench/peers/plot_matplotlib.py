"""Twelve typical figures and a line of a million points as SVG with matplotlib, on the data of
lectern.bench.PlotBench.

Answers lines "figure:name seconds" with median milliseconds, processor milliseconds and bytes. With the argument
"first" it draws the first figure of a fresh process and prints its bytes.
"""

import io
import sys
from functools import partial

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt
import numpy as np

rng = np.random.default_rng(1)
x = np.linspace(0, 10, 200)
normal = rng.standard_normal((2, 1000))
loss = np.exp(-np.arange(2000) / 300) * (1 + 0.3 * rng.random(2000)) + 1e-4
grid = np.linspace(0, 1, 100)
gx, gy = np.meshgrid(grid, grid)
ridge = 1 / (np.abs(0.5 - gx**4 - gy**4) + 0.1)
points = rng.random((2, 500))
matrix = rng.random((10, 10))
digits = rng.integers(0, 17, (5, 8, 8))
field = np.linspace(-2, 2, 15)
fx, fy = np.meshgrid(field, field)
walk = np.cumsum(rng.standard_normal(100_000))
million = rng.standard_normal(1_000_000)


def lines():
    figure, axes = plt.subplots()
    axes.plot(x, np.sin(x), label="sin")
    axes.plot(x, np.exp(np.sin(x)), "--", label="exp sin")
    axes.set(xlabel="x", ylabel="value", title="Two targets")
    axes.legend()
    return figure


def losses():
    figure, axes = plt.subplots(1, 2, figsize=(6.4, 3.2), layout="tight")
    axes[0].plot(x, np.sin(x), label="exact")
    axes[0].plot(x, np.sin(x + 0.1), "--", label="network")
    axes[0].legend()
    axes[1].semilogy(loss, label="training")
    axes[1].semilogy(loss * 1.3, label="validation")
    axes[1].set(xlabel="epoch", ylabel="loss")
    axes[1].legend()
    return figure


def scatter():
    figure, axes = plt.subplots()
    axes.scatter(normal[0], normal[1], label="points")
    axes.legend()
    return figure


def coloured():
    figure, axes = plt.subplots()
    marks = axes.scatter(normal[0], normal[1], c=normal[0] * normal[1])
    figure.colorbar(marks)
    return figure


def histogram():
    figure, axes = plt.subplots()
    axes.hist(normal[0], bins=30)
    return figure


def bars():
    figure, axes = plt.subplots()
    axes.bar(["a", "b", "c", "d", "e"], [3, 7, 5, 2, 6], yerr=[0.5] * 5)
    axes.set_ylabel("count")
    return figure


def contours():
    figure, axes = plt.subplots()
    bands = axes.contourf(gx, gy, ridge)
    axes.plot(points[0], points[1], "r.")
    figure.colorbar(bands)
    return figure


def heat():
    figure, axes = plt.subplots()
    image = axes.imshow(matrix)
    for i in range(10):
        for j in range(10):
            axes.text(j, i, f"{matrix[i, j]:.2f}", ha="center", va="center")
    figure.colorbar(image)
    return figure


def images():
    figure, axes = plt.subplots(1, 5, figsize=(8, 2))
    for i in range(5):
        axes[i].imshow(digits[i], cmap="gray_r")
        axes[i].set_title(f"Label {i}")
        axes[i].axis("off")
    return figure


def panels():
    figure, axes = plt.subplots(2, 2, layout="tight")
    axes[0, 0].plot(x, np.sin(x))
    axes[0, 1].scatter(normal[0][:100], normal[1][:100])
    axes[1, 0].hist(normal[1])
    axes[1, 1].fill_between(x, np.sin(x), np.exp(np.sin(x)), alpha=0.3)
    return figure


def arrows():
    figure, axes = plt.subplots()
    axes.quiver(fx, fy, -fy, fx)
    return figure


def long_line():
    figure, axes = plt.subplots()
    axes.plot(walk)
    return figure


def million_points():
    figure, axes = plt.subplots()
    axes.plot(million)
    return figure


def draw(make):
    figure = make()
    out = io.BytesIO()
    figure.savefig(out, format="svg")
    plt.close(figure)
    return out.tell()


FIGURES = {
    make.__name__: make
    for make in (
        lines,
        losses,
        scatter,
        coloured,
        histogram,
        bars,
        contours,
        heat,
        images,
        panels,
        arrows,
        long_line,
        million_points,
    )
}

if sys.argv[1:] == ["first"]:
    print(draw(lines))
else:
    from common import serve

    serve(lambda row: partial(draw, FIGURES[row.split(":")[1]]))
