"""The figures of the first lecture in matplotlib."""

import numpy as np
from drawing import finish, panels, plt, show
from sklearn.metrics import ConfusionMatrixDisplay


def histograms(benign, malignant):
    """Radius and texture, the first two columns."""
    figure, row = panels(2, 8, 3)
    for i, name in enumerate(("mean radius", "mean texture")):
        row[i].hist(benign[:, i], bins=25, alpha=0.6, label="benign")
        row[i].hist(malignant[:, i], bins=25, alpha=0.6, label="malignant")
        finish(row[i], name, "lumps", legend=True)
    show(figure)


def scatter(benign, malignant):
    """Worst radius (column 20) and mean concave points (column 7)."""
    figure, axes = plt.subplots(figsize=(5.6, 3.8))
    axes.scatter(benign[:, 20], benign[:, 7], s=12, label="benign")
    axes.scatter(malignant[:, 20], malignant[:, 7], s=12, marker="D", label="malignant")
    axes.grid()
    finish(axes, "worst radius", "mean concave points")
    axes.legend(loc="center left", bbox_to_anchor=(1.02, 0.5))
    show(figure)


def losses(losses, epochs, batch):
    figure, axes = plt.subplots(figsize=(6, 3))
    steps = np.arange(1, len(losses) + 1)
    axes.semilogy(steps, losses, linewidth=0.7, label=f"batch of {batch}")
    means = np.reshape(losses, (epochs, -1)).mean(1)
    axes.semilogy(
        steps[len(losses) // epochs - 1 :: len(losses) // epochs], means, linewidth=2.5, label="mean of the epoch"
    )
    finish(axes, "step", "loss $L$", legend=True)
    show(figure)


def confusion(counts):
    display = ConfusionMatrixDisplay(counts, display_labels=["benign", "malignant"]).plot(cmap="Blues")
    finish(display.ax_, "predicted class", "true class")
    show(display.figure_)


def roc(false_positive_rate, true_positive_rate):
    figure, axes = plt.subplots()
    axes.plot(false_positive_rate, true_positive_rate, label="network")
    axes.plot([0, 1], [0, 1], "--", color="0.5", label="chance")
    axes.set_aspect("equal")
    finish(axes, "false positive rate", "true positive rate", legend="lower right")
    show(figure)


def runs(accuracies, median, guess):
    figure, axes = plt.subplots(figsize=(5, 2.8))
    numbers = np.arange(1, len(accuracies) + 1)
    axes.scatter(numbers, accuracies, label="accuracy of a run")
    axes.axhline(median, linestyle="--", label="median")
    axes.axhline(guess, linestyle=":", label="always benign")
    axes.set_xticks(numbers)
    axes.set_ylim(0.6, 1)
    finish(axes, "run", "accuracy", legend="center right")
    show(figure)
