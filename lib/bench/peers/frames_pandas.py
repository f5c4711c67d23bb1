"""pandas on the questions of lectern.bench.TableBench: a line "row seconds" is answered by wall-clock and processor
milliseconds and a number that tells whether the result is right."""

import sys
import time

import pandas as pd


class Frame:
    def __init__(self, path):
        self.path = path
        self.table = None

    def read(self):
        self.table = pd.read_csv(self.path)
        return len(self.table)

    def known(self):
        if self.table is None:
            self.read()
        return self.table

    def group(self):
        return len(self.known().groupby(["city", "kind"])["x"].agg(["mean", "std"]).reset_index())

    def join(self):
        table = self.known()
        return len(table.merge(table.groupby("id").agg({"y": "max"}).reset_index(), how="left", on="id"))

    def sort(self):
        return len(self.known().sort_values(["city", "x"], ascending=[True, False], kind="stable"))

    def where(self):
        return len(self.known().query("x > 0 and city == 'Rome' or id < 1000"))


def main():
    frame = Frame(sys.argv[1])
    for line in sys.stdin:
        row, seconds = line.split()
        work = getattr(frame, row)
        result = work()
        end = time.perf_counter() + float(seconds)
        wall = cpu = float("inf")
        while True:
            start, busy = time.perf_counter(), time.process_time()
            work()
            wall = min(wall, 1e3 * (time.perf_counter() - start))
            cpu = min(cpu, 1e3 * (time.process_time() - busy))
            if time.perf_counter() > end:
                break
        print(f"{wall:.3f} {cpu:.3f} {result}", flush=True)


main()
