"""The figures of the lecture "Automatic differentiation" in matplotlib."""

from drawing import film, finish, plt, show


def slopes(x, automatic, by_hand):
    figure, axes = plt.subplots()
    axes.plot(x, automatic, label="automatic")
    axes.plot(x, by_hand, "--", label="by hand")
    finish(axes, "$x$", "$f'(x)$", legend=True)
    show(figure)


def quotients(h, one_sided, central):
    figure, axes = plt.subplots()
    axes.loglog(h, one_sided, label="one-sided")
    axes.loglog(h, central, label="central")
    axes.axhline(1e-14, linestyle="--", label="automatic, at most")
    finish(axes, "step $h$", "error of the slope", legend=True)
    show(figure)


def orders(t, derivatives):
    figure, axes = plt.subplots()
    for n, values in enumerate(derivatives):
        axes.plot(t, values, label=f"order {n}")
    finish(axes, "$x$", "$u^{(n)}(x)$", legend=True)
    show(figure)


def parabola(x, values, by_hand, automatic):
    """The parabola with two paths on it, each of points and their values."""
    figure, axes = plt.subplots()
    axes.plot(x, values, label="$x^2$")
    axes.plot(*by_hand, marker="o", markerfacecolor="none", markersize=9, label="by hand")
    axes.plot(*automatic, marker="x", label="automatic")
    finish(axes, "$x$", legend=True)
    show(figure)


def walks(x, values, by_hand, automatic):
    figure, axes = plt.subplots()
    axes.plot(x, values, label=r"$x\sin(x^2+1)$")
    every = {"linestyle": "none", "markevery": 10}
    axes.plot(*by_hand, marker="^", markerfacecolor="none", markersize=9, color="tab:red", label="by hand", **every)
    axes.plot(*automatic, marker="x", color="black", label="automatic", **every)
    finish(axes, "$x$", legend=True)
    show(figure)


def taylor(x, values, polynomial, order):
    """The function and its Taylor polynomials up to an order, one a frame."""
    figure, axes = plt.subplots()
    axes.plot(x, values, label=r"$e^{\sin x}$")
    (line,) = axes.plot([], [], "--", label="order 0")
    axes.set_ylim(-1, 4)
    finish(axes, "$x$", legend="upper center")
    name = axes.get_legend().get_texts()[1]

    def frame(k):
        line.set_data(x, polynomial(k, x))
        name.set_text(f"order {k}")

    film(figure, frame, order + 1, 500)


def third_difference(step, error):
    figure, axes = plt.subplots()
    axes.loglog(step, error, label="third difference")
    axes.axhline(1e-14, linestyle="--", label="automatic, at most")
    finish(axes, "step $h$", "relative error", legend=True)
    show(figure)
