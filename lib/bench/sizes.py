"""Cost of a training step against size: points, width, order of the derivative in the loss. A table and a picture."""

import subprocess
import time

from contestants import duration
from duel import HERE, NAMES, Table, plural

AXES = {
    "points": [(f"step:f32:1:{n}:100", n) for n in (100, 1000, 10_000, 100_000)],
    "width": [(f"step:f32:1:1000:{w}", w) for w in (10, 30, 100, 300, 1000)],
    "derivative order": [(f"step:f64:{k}:1000:100", k) for k in (0, 1, 2, 3)],
}
WARM_SECONDS = 10
CONTESTANTS = ["lectern", "torch", "jax"]


def measure(options):
    rounds = options.rounds or 3
    began = time.monotonic()
    known, points, missed = {}, [], []
    with Table(options, options.threads[0]) as table:
        # All sizes share the loops of the library; the just-in-time compiler is to be done with them before the first.
        for dtype in ("f32", "f64"):
            table.ask("lectern", f"step:{dtype}:1:1000:100", WARM_SECONDS)
        for axis, steps in AXES.items():
            for row, size in steps:
                if options.only not in row and options.only not in axis:
                    continue
                if time.monotonic() - began > options.patience:
                    missed.append(f"{axis} {size:,}")
                    continue
                known[axis, size] = table.duel(row, CONTESTANTS, rounds, options.seconds / 2, warm=20)
                points += [(axis, NAMES[who], size, ms) for who, ms in known[axis, size].wall.items()]
                print(text(axis, size, known[axis, size]), flush=True)
    lines = ["| size | " + " | ".join(NAMES[name] for name in CONTESTANTS) + " |", "|---|---:|---|---|"]
    lines += [text(axis, size, result) for (axis, size), result in known.items()]
    note = (
        f"Gradient-loss step of a net 1-w-w-1, {plural(options.threads[0])}, medians of {rounds} rounds in "
        "turn; unless the row says otherwise "
        "1000 points, width 100, first derivative. Points and widths in float32, orders in float64. × is "
        "Lectern's time over "
        "the peer's, in brackets the same for processor time."
    )
    if missed:
        note += f" Not reached within {options.patience} s: {', '.join(missed)}."
    yield "sizes", "\n".join([note, "", "![Cost of a step against size](sizes.svg)", "", *lines])
    if points and not options.only and not options.dry:
        draw(options, points)


def draw(options, points):
    """The picture beside the table, by lectern.plot; where drawing fails the one before stays, and the log says so."""
    lines = "".join(f"{axis}\t{who}\t{size}\t{ms}\n" for axis, who, size, ms in points)
    command = [*options.java, "lectern.bench.SizePicture"]
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, text=True, timeout=options.limit, check=True, input=lines
        )
        (HERE / "sizes.svg").write_text(done.stdout)
    except subprocess.SubprocessError as error:
        print(f"  no picture: {type(error).__name__}", flush=True)


def text(axis, size, result):
    own = result.wall.get("lectern")
    out = [f"{axis} {size:,}", duration(own) if own else "no answer"]
    for peer in CONTESTANTS[1:]:
        ratio = result.ratio(peer)
        out.append(
            "no answer"
            if ratio is None
            else f"{duration(result.wall[peer])}: × {ratio:.3g} (× {result.cpu_ratio(peer):.3g})"
        )
    return "| " + " | ".join(out) + " |"
