"""The numbers of the performance table: training steps, small derivatives, arrays, linear algebra."""

from contestants import duration
from duel import NAMES, Table, plural

# row, what it is, the peers with the bar (largest ratio Lectern / peer)
ROWS = [
    ("step:f64:1:1000:100", "gradient-loss step, float64", {"torch": 0.5, "jax": 0.9}),
    ("step:f32:1:1000:100", "gradient-loss step, float32", {"torch": 0.5, "jax": 0.9}),
    ("step:f64:2:1000:100", "second-derivative loss, float64", {"torch": 0.5, "jax": 0.9}),
    ("step:f32:2:1000:100", "second-derivative loss, float32", {"torch": 0.5, "jax": 0.9}),
    ("eager:f64:1:1000:100", "gradient-loss step, not compiled", {"torch": 1.0}),
    ("dense", "dense net 784-100-30-10, batch 100", {"torch": 1.0}),
    ("cnn", "small CNN 32c3-p2-64c3-p2-100-10, batch 100", {"torch": 1.0}),
    ("scalar:program", "derivative of a scalar program", {"numpy": 1 / 50}),
    ("scalar:net", "gradient of a net 1-10-1 at a point", {"numpy": 1 / 50}),
    ("array:tanh:1000000", "tanh of 10^6", {"numpy": 1.0}),
    ("array:exp:1000000", "exp of 10^6", {"numpy": 1.0}),
    ("array:sin:1000000", "sin of 10^6", {"numpy": 1.0}),
    ("array:add:1000000", "sum of two arrays of 10^6", {"numpy": 1.0}),
    ("array:row:1000000", "(1000, 1000) plus a row", {"numpy": 1.0}),
    ("array:sum:1000000", "sum over 10^6", {"numpy": 1.0}),
    ("array:sum0:1000000", "sum of (1000, 1000) over axis 0", {"numpy": 1.0}),
    ("array:sum1:1000000", "sum of (1000, 1000) over axis 1", {"numpy": 1.0}),
    ("linalg:matmul", "matmul of 500 x 500", {"numpy": 1.2}),
    ("linalg:solve", "solve of 500 x 500", {"numpy": 1.2}),
    ("linalg:eigh", "eigh of 500 x 500", {"numpy": 1.2}),
    ("linalg:svd", "svd of 500 x 500", {"numpy": 1.2}),
]
PEERS = ("torch", "jax", "numpy")
LONG_TO_WARM = ("step", "eager", "dense", "cnn")


def cells(what, result, bars):
    """One row in Markdown: each peer's time and Lectern's over it, in brackets the same for processor time."""
    own = "lectern" in result.wall
    out = [what, f"{duration(result.wall['lectern'])} ({duration(result.cpu['lectern'])})" if own else "no answer"]
    for peer in PEERS:
        if peer not in bars:
            out.append("")
        elif peer not in result.wall or not own:
            out.append("no answer")
        else:
            ratio = result.ratio(peer)
            verdict = "" if ratio <= bars[peer] else " **over**"
            out.append(
                f"{duration(result.wall[peer])} ({duration(result.cpu[peer])}): × {ratio:.3g} "
                f"(× {result.cpu_ratio(peer):.3g}), bar {bars[peer]:.2g}{verdict}"
            )
    return "| " + " | ".join(out) + " |"


def measure(options):
    rows = [row for row in ROWS if options.only in row[0] or options.only in row[1]]
    for index, threads in enumerate(options.threads):
        rounds = options.rounds or (5 if index == 0 else 3)
        lines = ["| what | " + " | ".join(NAMES[name] for name in ("lectern", *PEERS)) + " |", "|---|---|---|---|---|"]
        over = 0
        with Table(options, threads) as table:
            for row, what, bars in rows:
                warm = (2, 20 if index == 0 else 8)[row.startswith(LONG_TO_WARM)]
                result = table.duel(row, ["lectern", *bars], rounds, options.seconds, warm)
                lines.append(cells(what, result, bars))
                over += "**over**" in lines[-1]
                print(lines[-1], flush=True)
        note = (
            f"{plural(threads)}, medians of {rounds} rounds in turn. × is Lectern's time over the peer's; in brackets "
            f"processor time, which a busy machine disturbs less. {over} of {len(rows)} rows over their bar."
        )
        yield f"numbers-{threads}", "\n".join([note, "", *lines])
