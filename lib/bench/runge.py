"""The assignment on the Runge function in full, seed by seed in turn: seconds and errors against the same script in
PyTorch."""

import statistics

from contestants import duration
from duel import Table, plural

PROBLEMS = {"slope": "slope alone (A03-E01)", "both": "function and slope (A03-E02)"}
RULES = {"given": "rate 0.01", "decay": "rate falling to 0.0001"}
# What the answer holds behind the two times: title and position, for each problem.
ERRORS = {"slope": [("MSE f′", 2), ("max f′", 3)], "both": [("MSE f", 0), ("max f", 1), ("MSE f′", 2), ("max f′", 3)]}
BAR = 0.3
NAMES = ["lectern", "torch"]


def measure(options):
    seeds = options.rounds or 5
    lines = [
        "| problem | Lectern | PyTorch | time | processor time | median errors: Lectern's | PyTorch's |",
        "|---|---:|---:|---|---|---|---|",
    ]
    with Table(options, options.threads[0]) as table:
        for problem, title in PROBLEMS.items():
            for rule, words in RULES.items():
                answers = {name: [] for name in NAMES}
                for seed in range(seeds):
                    row = f"runge:{problem}:{rule}:{seed}"
                    both = {name: table.ask(name, row, 0) for name in (NAMES if seed % 2 else NAMES[::-1])}
                    if all(both.values()):  # a seed counts for both or for none
                        for name in NAMES:
                            answers[name].append(both[name])
                lines.append(line(problem, f"{title}, {words}", answers))
                print(lines[-1], flush=True)
    note = (
        f"Net 1-50-50-1, tanh, float32 as in the source, {plural(options.threads[0])}, 2000 full-batch steps of "
        "Adam on 200 points, loss on 100 others "
        f"after every step; medians over seeds 0 to {seeds - 1}, taken in turn and nothing warmed up; bar {BAR} "
        "× the time. "
        "The errors swing with the seed at the constant rate: the smallest and largest stand in brackets."
    )
    yield "runge", "\n".join([note, "", *lines])


def line(problem, title, answers):
    if not all(answers.values()):
        return f"| {title} | no answer | | | | | |"
    wall, cpu = ({name: statistics.median(a[k] for a in answers[name]) for name in NAMES} for k in (0, 1))
    ratio = wall["lectern"] / wall["torch"]
    errors = []
    for name in NAMES:
        words = []
        for what, position in ERRORS[problem]:
            values = [answer[2 + position] for answer in answers[name]]
            words.append(f"{what} {statistics.median(values):.1e} ({min(values):.0e} … {max(values):.0e})")
        errors.append(", ".join(words))
    return (
        f"| {title} | {duration(wall['lectern'])} | {duration(wall['torch'])} | × {ratio:.2f}"
        f"{'' if ratio <= BAR else ' **over**'} | × {cpu['lectern'] / cpu['torch']:.2f} | {errors[0]} | {errors[1]} |"
    )
