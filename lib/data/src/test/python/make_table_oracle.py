"""What pandas answers to the verbs on tables, one line each: the verb as the test names it, and the table.

Ends with 3 where pandas is missing.
"""

import base64
import io
import math
import sys

try:
    import pandas as pd
except ImportError:
    sys.exit(3)

PEOPLE = """name,team,age,mass,member,joined
Ada,red,36,61.5,True,2020-01-31
Bob,blue,25,80.25,False,2021-06-01
Cleo,red,,70.125,True,2019-12-24
Dan,green,51,,False,2022-02-28
Eve,blue,25,55.5,True,
Finn,,41,90.0,False,2020-01-31
Gil,red,36,61.5,True,2018-03-04
"""
TEAMS = """team,city,age
red,Rome,1
blue,Bonn,2
white,Wien,3
,Nowhere,4
"""
SALES = """year,quarter,sum
2023,q2,5
2023,q1,3
2024,q1,7
2024,q3,1
"""
SCALES = """E,nu,alpha
210000,0.3,1.2e-5
70000,0.33,2.3e-5
334000,0.27,8e-6
"""
p = pd.read_csv(io.StringIO(PEOPLE))
t = pd.read_csv(io.StringIO(TEAMS))
s = pd.read_csv(io.StringIO(SALES))
e = pd.read_csv(io.StringIO(SCALES))
LOG = """time,v,n,ok
2024-01-30T23:50:00,1.5,1,True
2024-01-31T00:05:00,2.5,2,False
2024-01-31T00:14:59,,3,True
2024-01-31T07:00:00,4.25,4,
2024-02-29T12:00:00,0.5,5,True
,9,6,True
2024-01-31T07:10:00,8,7,False
2025-03-01T00:00:00,3,8,True
"""
log = pd.read_csv(io.StringIO(LOG), parse_dates=["time"])
early = log[log["time"] < "2024-01-31T12:00:00"].reset_index(drop=True)


def described(frame, **kwargs):
    return frame.describe(**kwargs).T.reset_index(names="column")


def flat(frame):
    frame.columns = ["_".join(c).strip("_") if isinstance(c, tuple) else c for c in frame.columns]
    return frame.reset_index()


def resampled(frame, rule, statistic):
    bins = frame.dropna(subset=["time"]).resample(rule, on="time")
    return getattr(bins[["v", "n"]], statistic)().reset_index()


def column(name, values):
    return pd.DataFrame({name: values})


ANSWERS = {
    "head(p, 2)": lambda: p.head(2),
    "tail(p, 3)": lambda: p.tail(3),
    "describe(p)": lambda: described(p),
    "describe(e)": lambda: described(e),
    "valueCounts(p, 'team')": lambda: p["team"].value_counts(sort=True).reset_index(),
    "valueCounts(p, 'age')": lambda: p["age"].value_counts().reset_index(),
    "sortBy(p, 'age')": lambda: p.sort_values("age", kind="stable"),
    "sortBy(p, '-age', 'name')": lambda: p.sort_values(["age", "name"], ascending=[False, True], kind="stable"),
    "sortBy(p, '-team', '-mass')": lambda: p.sort_values(["team", "mass"], ascending=[False, False], kind="stable"),
    "sortBy(p, 'member', 'joined')": lambda: p.sort_values(["member", "joined"], kind="stable"),
    "groupBy(p, 'team').mean()": lambda: p.groupby("team")[["age", "mass", "member"]].mean().reset_index(),
    "groupBy(p, 'team').sum()": lambda: p.groupby("team")[["age", "mass", "member"]].sum().reset_index(),
    "groupBy(p, 'team').std()": lambda: p.groupby("team")[["age", "mass"]].std().reset_index(),
    "groupBy(p, 'team').median()": lambda: p.groupby("team")[["age", "mass"]].median().reset_index(),
    "groupBy(p, 'team').count()": lambda: p.groupby("team").count().reset_index(),
    "groupBy(p, 'team').size()": lambda: p.groupby("team").size().reset_index(name="size"),
    "groupBy(p, 'team').min()": lambda: (
        p.groupby("team").agg({k: "min" for k in ["name", "age", "mass", "member", "joined"]}).reset_index()
    ),
    "groupBy(p, 'team').max()": lambda: p.groupby("team")[["name", "age", "mass"]].max().reset_index(),
    "groupBy(p, 'team').agg('mass', ...)": lambda: flat(
        p.groupby("team").agg({"mass": ["mean", "std", "var", "count", "size", "first", "last", "nunique", "prod"]})
    ),
    "groupBy(p, 'team', 'member').agg('mass', 'max')": lambda: (
        p.groupby(["team", "member"]).agg({"mass": "max"}).reset_index()
    ),
    "groupBy(p, 'age').agg({...})": lambda: flat(
        p.groupby("age").agg({"mass": ["min", "max"], "name": ["count"]})
    ).rename(columns={"name_count": "name"}),
    "groupBy(s, 'year').agg('sum', 'sum')": lambda: s.groupby("year").agg({"sum": "sum"}).reset_index(),
    "pivot(s)": lambda: s.pivot(index="year", columns="quarter", values="sum").reset_index(),
    "pivot(p, mean)": lambda: p.pivot_table(
        index="team", columns="member", values="mass", aggfunc="mean"
    ).reset_index(),
    "pivot(p, sum)": lambda: p.pivot_table(index="team", columns="member", values="age", aggfunc="sum").reset_index(),
    "pivot(p, count)": lambda: (
        p.pivot_table(index="team", columns="age", values="name", aggfunc="count")
        .rename(columns=lambda c: int(c))
        .reset_index()
    ),
    "melt(s, 'year', 'quarter')": lambda: s.melt(id_vars=["year", "quarter"]),
    "melt(e)": lambda: e.melt(),
    "merge(p, t, 'inner', 'team')": lambda: p.merge(t, how="inner", on="team"),
    "merge(p, t, 'left', 'team')": lambda: p.merge(t, how="left", on="team"),
    "merge(p, t, 'right', 'team')": lambda: p.merge(t, how="right", on="team"),
    "merge(p, t, 'outer', 'team')": lambda: p.merge(t, how="outer", on="team"),
    "merge(p, t, 'inner', 'age=age')": lambda: p.merge(t, how="inner", on=["team", "age"]),
    "merge(s, s, 'inner', 'year')": lambda: s.merge(s, how="inner", on="year"),
    "merge(s, s, 'cross')": lambda: s.merge(s, how="cross"),
    "merge(s, e, 'left', 'sum=E')": lambda: s.merge(e, how="left", left_on="sum", right_on="E"),
    "merge(t, 1.0)": lambda: t.merge(pd.DataFrame({"age": [1.0, 2.5, 3.0], "w": [1, 2, 3]}), how="outer", on="age"),
    "concat(s, s)": lambda: pd.concat([s, s]),
    "concat(s, e)": lambda: pd.concat([s, e]),
    "concat(t, floats)": lambda: pd.concat([t, pd.DataFrame({"age": [0.5], "team": ["grey"]})]),
    "fillna(p, 'age', 0)": lambda: p.assign(age=p["age"].fillna(0)),
    "fillna(p, 'age', 'mean')": lambda: p.assign(age=p["age"].fillna(p["age"].mean())),
    "fillna(p, 'mass', 'median')": lambda: p.assign(mass=p["mass"].fillna(p["mass"].median())),
    "fillna(p, 'team', 'none')": lambda: p.assign(team=p["team"].fillna("none")),
    "fillna(p, 'ffill')": lambda: p.ffill(),
    "fillna(p, 'bfill')": lambda: p.bfill(),
    "dropna(p)": lambda: p.dropna(),
    "dropna(p, 'team', 'mass')": lambda: p.dropna(subset=["team", "mass"]),
    "astype(s, 'year', 'text')": lambda: s.astype({"year": str}),
    "astype(s, 'sum', 'double')": lambda: s.astype({"sum": float}),
    "where(p, 'age > 30')": lambda: p.query("age > 30"),
    "where(p, 'age != 25')": lambda: p.query("age != 25"),
    "where(p, 'not age > 30')": lambda: p.query("not age > 30"),
    "where(p, and)": lambda: p.query("age >= 25 and team == 'red' or mass < 60"),
    "where(p, chain)": lambda: p.query("30 <= age < 45"),
    "where(p, in)": lambda: p.query("team in ['red', 'green'] and not member"),
    "where(p, not in)": lambda: p.query("team not in ['red', 'green']"),
    "where(p, formula)": lambda: p.query("mass / (age - 5)**2 > 0.05 and abs(age - 36) < 12"),
    "where(p, text)": lambda: p.query("name > 'Cleo'"),
    "where(p, member)": lambda: p.query("member"),
    "where(p, missing)": lambda: p[p["age"].isna() | p["team"].isna()],
    "assign(s, whole)": lambda: s.assign(x=s.eval("sum * 2 + year")),
    "assign(s, decimal)": lambda: s.assign(x=s.eval("sum / 2 - -year**2")),
    "assign(s, floor)": lambda: s.assign(x=s["year"] // 10, sum=s["sum"] % 3 - 1),
    "assign(s, truth)": lambda: s.assign(x=s.eval("sum > 3")),
    "rolling(p, 'mass', 2).mean()": lambda: column("mass", p["mass"].rolling(2).mean()),
    "rolling(s, 'sum', 3).std()": lambda: column("sum", s["sum"].rolling(3).std()),
    "rolling(s, 'sum', 2).max()": lambda: column("sum", s["sum"].rolling(2).max()),
    "resample(early, 'h').mean()": lambda: resampled(early, "h", "mean"),
    "resample(early, '15min').sum()": lambda: resampled(early, "15min", "sum"),
    "resample(early, '7min').count()": lambda: resampled(early, "7min", "count"),
    "resample(log, 'D').mean()": lambda: resampled(log, "D", "mean"),
    "resample(log, '7D').max()": lambda: resampled(log, "7D", "max"),
    "resample(log, 'MS').mean()": lambda: resampled(log, "MS", "mean"),
    "resample(log, '2MS').sum()": lambda: resampled(log, "2MS", "sum"),
    "resample(log, 'YS').min()": lambda: resampled(log, "YS", "min"),
    "resample(early, '30s').count()": lambda: resampled(early, "30s", "count"),
    "cumsum(p, 'mass')": lambda: column("mass", p["mass"].cumsum()),
    "cumsum(s, 'sum')": lambda: column("sum", s["sum"].cumsum()),
    "quantiles": lambda: column("q", [p["mass"].quantile(q) for q in (0, 0.1, 0.25, 0.5, 0.9, 1)]),
}


def cell(value):
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return "m"
    if type(value).__name__ in ("bool_", "bool"):
        return "b" + str(bool(value)).lower()
    if isinstance(value, pd.Timestamp):
        value = str(value)
    if isinstance(value, str):
        return "s" + base64.b64encode(value.encode()).decode()
    if isinstance(value, int) or type(value).__name__.startswith(("int", "uint")):
        return "n" + str(int(value))
    return "n" + repr(float(value))


def main():
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for name, text in {"p": PEOPLE, "t": TEAMS, "s": SALES, "e": SCALES, "log": LOG}.items():
        print("\t".join(["table", name, base64.b64encode(text.encode()).decode()]))
    for verb, answer in ANSWERS.items():
        frame = answer()
        columns = [
            base64.b64encode(str(n).encode()).decode() + ":" + " ".join(cell(v) for v in frame.iloc[:, j].tolist())
            for j, n in enumerate(frame.columns)
        ]
        print("\t".join([verb, *columns]))


main()
