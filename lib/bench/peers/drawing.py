"""Figures as a Python notebook shows them: matplotlib's Agg, its default size and resolution, and the PNG that the
inline backend makes at the end of a cell; animations as GIF. Nothing is written to disk unless LECTERN_BENCH_KEEP
names a folder to look at them."""

import io
import os
import tempfile
from pathlib import Path

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import timing
from matplotlib.animation import FuncAnimation, PillowWriter

KEEP = os.environ.get("LECTERN_BENCH_KEEP", "")


def keep(picture, ending):
    timing.drawn["figures"] += 1
    if KEEP:
        (Path(KEEP) / f"{timing.drawn['figures']:02d}.{ending}").write_bytes(picture)


def show(figure):
    """What the inline backend does with a figure: a PNG with the margins cut off."""
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=figure.dpi, bbox_inches="tight")
    plt.close(figure)
    keep(out.getvalue(), "png")


def film(figure, draw, frames, milliseconds=100):
    """A GIF that draw(k) makes frame by frame on one figure."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "film.gif"
        moving = FuncAnimation(figure, draw, frames=frames, init_func=lambda: None)
        moving.save(file, writer=PillowWriter(fps=1000 / milliseconds))
        picture = file.read_bytes()
    plt.close(figure)
    timing.drawn["frames"] += frames
    keep(picture, "gif")


def panels(columns, width, height):
    """A row of axes whose labels do not overlap."""
    return plt.subplots(1, columns, figsize=(width, height), layout="tight")


def spaces(columns, width, height):
    """A row of axes in space."""
    return plt.subplots(1, columns, figsize=(width, height), subplot_kw={"projection": "3d"})


def finish(axes, x="", y="", title="", legend=None):
    """Labels, title and legend (its place, or True for the best one) as far as given."""
    if x:
        axes.set_xlabel(x)
    if y:
        axes.set_ylabel(y)
    if title:
        axes.set_title(title)
    if legend:
        axes.legend(loc="best" if legend is True else legend)
