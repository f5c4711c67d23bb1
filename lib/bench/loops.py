"""The inner loops, measured by JMH with its profiler of allocation."""

from contestants import environment, whole
from duel import kernel_settings

STEADY = 1024  # bytes that a compiled step may allocate


def measure(options):
    command = [
        *options.java,
        "-Dlectern.threads=2",
        "lectern.bench.JmhTable",
        *([options.only] if options.only else []),
    ]
    table, _, _ = whole(command, dict(environment(2), **kernel_settings()), 420)
    step = next(line for line in table.splitlines() if line.startswith("| compiledStep "))
    allocated = int(step.split("|")[5].strip().replace(",", ""))
    verdict = "within" if allocated < STEADY else "**over**"
    note = (
        "JMH, one fork each, mean and its error: 10,000 numbers or matrices of 100 x 100; the step is a "
        "gradient loss 1-32-32-1 "
        f"on 200 points. A compiled step allocates {allocated:,} bytes: {verdict} its bar of {STEADY:,}. The "
        "eager loops "
        "allocate their result."
    )
    yield "loops", f"{note}\n\n{table}"
