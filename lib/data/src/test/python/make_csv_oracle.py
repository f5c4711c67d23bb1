"""Files of separated values of every kind, with the table that pandas makes of them or the sentence that is due.

Writes one line a file: name, bytes in base64, options of readCsv, and either `table` with the columns or `sentence`
with words that the sentence must hold. `make_csv_oracle.py fuzz SEED COUNT` writes random tables instead. Ends with 3
where pandas is missing.
"""

import base64
import io
import math
import random
import sys

try:
    import pandas as pd
except ImportError:
    sys.exit(3)

LATIN = "Straße,Größe\nMüller,1.5\n"
FLOATS = "0.1 1e-5 123456.789 1e300 -2.5 3.141592653589793 1e22 9007199254740993.5 5e-324 1.7976931348623157e308"

# name, content (text or bytes), options for Java, arguments for pandas (None: no table is due), words of the sentence
CASES = [
    ("plain", "a,b\n1,2\n3,4\n", "", {}),
    ("no line end at the end", "a,b\n1,2\n3,4", "", {}),
    ("windows line ends", "a,b\r\n1,2\r\n3,4\r\n", "", {}),
    ("old mac line ends", "a,b\r1,2\r3,4\r", "", {}),
    ("decimals", "x\n" + FLOATS.replace(" ", "\n") + "\n", "", {}),
    ("forms of numbers", "a\n1.\n.5\n+5\n-0.0\n1E+3\n", "", {}),
    ("spaces around numbers", "a,b\n 1,  2\n3 ,\t4\n", "", {}),
    ("long integers", "id\n9007199254740993\n9223372036854775807\n-9223372036854775807\n", "", {}),
    ("integers beyond 32 bits", "id\n2147483648\n1\n-2147483648\n", "", {}),
    ("integers beyond 64 bits", "id\n18446744073709551616\n1\n", "", {"dtype": str}),
    ("smallest long is text", "id\n-9223372036854775808\n1\n", "", {"dtype": str}),
    ("long integers with a gap", "id,n\n9007199254740993,1\n,2\n", "", {"dtype": {"id": "Int64"}}),
    ("missing values", "a,b\n1,\n,2\nNA,NaN\nnull,None\nn/a,<NA>\n", "", {}),
    ("a column of nothing", "a,b\n1,\n2,\n", "", {}),
    ("missing in text", "a,b\nx,1\n,2\nNA,3\n", "", {}),
    ("own markers", "a\n-\n1\n", "missing=-", {"na_values": ["-"]}),
    ("numeric marker", "a\n-999\n1.5\n-999.0\n", "missing=-999", {"na_values": [-999]}),
    ("only own markers", "a\nNA\nx\n-\n", "onlyMissing=-", {"na_values": ["-"], "keep_default_na": False}),
    ("infinite", "a\ninf\n-Infinity\n1\n", "", {}),
    ("truth", "a\nTrue\nfalse\nTRUE\n", "", {}),
    ("truth with a gap", "a,b\nTrue,1\n,2\n", "", {}),
    ("truth and more", "a\nTrue\nyes\n", "", {}),
    ("truth and numbers", "a\ntrue\n1\n", "", {}),
    ("late decimal", "id,v\n" + "".join(f"{i},{'0.1' if i == 2345 else '0'}\n" for i in range(2500)), "", {}),
    ("late text", "id,v\n" + "".join(f"{i},{'x' if i == 2345 else '1.50'}\n" for i in range(2500)), "", {}),
    ("late text after a gap", 'v\n"NA"\n1\nx\n', "", {"keep_default_na": False}),
    ("late date", "d\n2024-01-31\nsoon\n", "", {}),
    ("header only", "a,b\n", "", {}),
    ("header without line end", "a,b,c", "", {}),
    ("duplicate names", "a,a,b\n1,2,3\n", "", {}),
    ("duplicate of a duplicate", "a,a,a.1\n1,2,3\n", "", {}),
    ("three of a name", "a,a,a\n1,2,3\n", "", {}),
    ("empty names", ",a,\n1,2,3\n", "", {}),
    ("names with blanks", " a, b\n x, y\n", "", {}),
    ("no header", "1,2\n3,4\n", "header=false", {"header": None}),
    ("header of numbers", "2020,2021\n1,2\n", "header=true", {}),
    ("own names", "1,2\n3,4\n", "names=u|v", {"names": ["u", "v"]}),
    ("own names instead", "a,b\n3,4\n", "names=u|v;header=true", {"names": ["u", "v"], "header": 0}),
    ("semicolons", "a;b\n1;2\n3;4\n", "", {"sep": ";"}),
    ("tabs", "a\tb\n1\t2\n\t4\n", "", {"sep": "\t"}),
    ("bars", "a|b\n1|x y\n3|z\n", "", {"sep": "|"}),
    ("colons", "a:b\n1:2\n", "separator=:", {"sep": ":"}),
    ("decimal commas found", "t;F\n0,5;12,25\n1,0;13,5\n", "", {"sep": ";", "decimal": ","}),
    ("decimal commas said", "t;F\n0,5;12,25\n1,0;13,5\n", "separator=;;decimal=,", {"sep": ";", "decimal": ","}),
    (
        "decimal commas without names",
        "0,5;12,25\n1,0;13,5\n",
        "header=false",
        {"sep": ";", "decimal": ",", "header": None},
    ),
    ("decimal commas in quotes", 'a,b\n"1,5",2\n"2,25",3\n', "separator=,;decimal=,", {"decimal": ","}),
    (
        "german thousands",
        "a;b\n1.234,5;2\n-1.234.567,25;3\n",
        "thousands=.;decimal=,",
        {"sep": ";", "decimal": ",", "thousands": "."},
    ),
    ("english thousands", 'a,b\n"1,234",2\n"12,345,678.5",3\n', "thousands=,", {"thousands": ","}),
    ("decimal commas with exponents", "a;b\n1,5e-3;1\n2,0E2;2\n", "", {"sep": ";", "decimal": ","}),
    ("blanks separate", "a b  c\n1.0   2.0  3.0\n 4.0 5.0 6.0 \n", "separator= ", {"sep": r"\s+"}),
    ("blanks separate, found", "t   x\n0.0  1.5e0\n0.1  -2\n", "", {"sep": r"\s+"}),
    ("blanks without names", "  1.0   2.0\n  3.0   4.0\n", "header=false", {"sep": r"\s+", "header": None}),
    (
        "savetxt",
        "# t x\n0.0 1.0\n0.1 2.0\n",
        "comment=#;names=t|x",
        {"sep": r"\s+", "comment": "#", "names": ["t", "x"]},
    ),
    ("comments", "a,b\n1,2 # c\n# x\n3,4\n", "comment=#", {"comment": "#"}),
    ("skipped lines", "made by X\n\na,b\n1,2\n", "skip=1", {"skiprows": 1}),
    ("blank lines", "a,b\n\n1,2\n   \n3,4\n\n", "", {}),
    ("first rows", "a,b\n1,2\n3,4\n5,6\n", "rows=2", {"nrows": 2}),
    ("some columns", "a,b,c\n1,2,3\n4,5,6\n", "columns=a|c", {"usecols": ["a", "c"]}),
    ("quotes", 'a,b\n"x,y",1\n"say ""hi""",2\n"",3\n', "", {}),
    ("quoted numbers", 'a,b\n"1","2.5"\n"3","4"\n', "", {}),
    ("line ends in quotes", 'a,b\n"x\ny\r\nz",1\nw,2\n', "", {}),
    ("quotes within", 'a,b\nx"1"2,3\ny,4\n', "", {}),
    ("single quotes", "a,b\n'x,y',2\n", "quote='", {"quotechar": "'"}),
    ("escapes", 'a,b\n"x\\"y",1\n', "escape=\\", {"escapechar": "\\"}),
    ("separator at the end", "a,b\n1,2,\n3,4,\n", "", {"index_col": False}),
    ("short rows padded", "a,b,c\n1,2,3\n4,5\n6,7,8\n", "ragged=pad", {}),
    ("bad rows skipped", "a,b\n1,2\n3,4,5\n6,7\n", "ragged=skip", {"on_bad_lines": "skip"}),
    ("byte order mark", b"\xef\xbb\xbfa,b\n1,\xc3\xa4\n", "", {"encoding": "utf-8-sig"}),
    ("utf-16 with mark", "a,b\n1,ä\n".encode("utf-16"), "", {"encoding": "utf-16"}),
    ("utf-16 without mark", "a,b\n1,x\n2,y\n".encode("utf-16-le"), "", {"encoding": "utf-16-le"}),
    ("latin-1 said", LATIN.encode("latin-1"), "encoding=ISO-8859-1", {"encoding": "latin-1"}),
    ("windows-1252 said", "a,b\n1,5 €\n".encode("cp1252"), "encoding=windows-1252", {"encoding": "cp1252"}),
    ("utf-8", "имя,値\nЖ,1\n漢,2\n😀,3\n", "", {}),
    ("text that is no number", "a,b,c,d\n1_000,0x10,1d,1e\n2,3,4,5\n", "", {}),
    ("other digits", "a\n٣\n2\n", "", {}),
    ("percent", "a\n10%\n20%\n", "", {}),
    ("american dates", "d\n01/02/2024\n13/02/2024\n", "", {}),
    ("iso dates", "d,t\n2024-01-31,2024-01-31 10:20:30\n2024-02-29,2024-02-29 00:00:00\n", "", {}),
    ("impossible date", "d\n2024-02-30\n2024-01-01\n", "", {}),
    ("microseconds are kept as text", "t\n2024-01-31T10:20:30.23456\n", "", {}),
    (
        "dates said",
        "d\n03.04.2024\n31.12.2024\n",
        "dates=dd.MM.yyyy",
        {"parse_dates": ["d"], "date_format": "%d.%m.%Y"},
    ),
    (
        "dates said by python's pattern",
        "d\n03.04.2024\n\n31.12.2024\n",
        "dates=d|%d.%m.%Y",
        {"parse_dates": ["d"], "date_format": "%d.%m.%Y"},
    ),
    (
        "dates of digits",
        "d,n\n20240131,1\n20240229,2\n",
        "dates=d|yyyyMMdd",
        {"parse_dates": ["d"], "date_format": "%Y%m%d"},
    ),
    ("postal codes", "plz,n\n01067,1\n10115,2\n", "", {"dtype": {"plz": str}}),
    ("postal codes as numbers", "plz,n\n01067,1\n10115,2\n", "types=plz:int", {}),
    ("types said", "a,b,c\n1,2,3\n4,5,6\n", "types=a:text|b:double", {"dtype": {"a": str, "b": float}}),
    ("R's NA", '"x","g"\n1.5,"u"\nNA,"v"\n', "", {}),
    ("index written by pandas", ",a\n0,1.5\n1,2.5\n", "", {}),
    ("one column", 'a\n1\n""\n3\n', "", {}),
    # No table is due.
    ("nothing", "", "", None, ["nothing to read"]),
    (
        "latin-1 unsaid",
        LATIN.encode("latin-1"),
        "",
        None,
        ["line 1", "0xDF", "not UTF-8", "Straße", 'encoding("windows-1252")'],
    ),
    (
        "latin-1 in a late row",
        b"a,b\n" + b"x,1\n" * 9 + b"M\xfcller,2\n",
        "",
        None,
        ["line 11", "column 'a'", "0xFC", "Müller"],
    ),
    (
        "too long",
        "a,b\n1,2\n3,4,5\n6,7\n",
        "",
        None,
        ["line 3", "2 fields are expected", "3 are there", "'3,4,5'", 'ragged("skip")'],
    ),
    ("too short", "a,b,c\n1,2,3\n4,5\n", "", None, ["line 3", "3 fields", "2 are there", 'ragged("pad")']),
    ("too long after a line end in quotes", 'a,b\n"x\ny",2\n3,4,5\n', "", None, ["line 4"]),
    ("open quote", 'a,b\n"x,2\n3,4\n', "", None, ["line 2", "quote", "nothing closes it"]),
    ("after the quote", 'a,b\n"1"2,3\n', "", None, ["line 2", "closing quote"]),
    (
        "decimal or thousands",
        "t;F\n1,234;2\n5,678;3\n",
        "",
        None,
        ["line 2", "column 't'", "'1,234'", "decimal(',')", "thousands(',')"],
    ),
    ("decimal commas in a comma file", 'a,b\n"1,5",2\n', "", None, ["column 'a'", "'1,5'", "decimal(',')"]),
    ("comma and point", "a;b\n0,5;1.5\n", "", None, ["'0,5'", "decimal(',')"]),
    ("point where a comma is said", "a;b\n1.5;2\n", "separator=;;decimal=,", None, ["'1.5'", "decimal('.')"]),
    ("no groups of three", 'a,b\n"1,5",2\n', "thousands=,", None, ["'1,5'", "thousands"]),
    ("late decimal comma", "a;b\n" + "1;2\n" * 300 + "1,5;2\n", "decimal=.", None, ["column 'a'", "decimal(',')"]),
    ("too large", "a\n1e400\n1\n", "", None, ["column 'a'", "no double can hold", "text"]),
    ("too small", "a\n1e-400\n1\n", "", None, ["column 'a'", "no double can hold"]),
    (
        "long integer among decimals",
        "a\n9007199254740993\n0.5\n",
        "",
        None,
        ["line 2", "column 'a'", "9007199254740993", "lose digits"],
    ),
    ("numbers as names", "1,2\n3,4\n", "", None, ["line 1", "header(false)", "header(true)"]),
    ("which separator", "a;b,c;d\n1;x,3;4\n", "", None, ["separator", "','", "';'"]),
    ("type that does not fit", "a,b\n1,2\nx,3\n", "types=a:int", None, ["line 3", "column 'a'", "'x'", "whole number"]),
    ("decimal for a whole number", "a\n1\n2.5\n", "types=a:int", None, ["line 3", "'2.5'"]),
    (
        "date without an order",
        "d\n01/02/2024\n",
        "types=d:date",
        None,
        ["line 2", "'01/02/2024'", "dates(", "MM/dd/yyyy"],
    ),
    (
        "day that is not there",
        "d\n31.01.2024\n31.02.2024\n",
        "dates=dd.MM.yyyy",
        None,
        ["line 3", "'31.02.2024'", "1 other values"],
    ),
    ("column that is not there", "a,b\n1,2\n", "columns=a|c", None, ["'c'", "a, b"]),
    ("type of a column that is not there", "a,b\n1,2\n", "types=z:text", None, ["'z'", "a, b"]),
    ("two meanings", "a,b\n1,2\n", "separator=;;comment=;", None, ["';'", "comment"]),
    ("wrong encoding", b"a\n\xff\xfe\xfa\n", "encoding=UTF-8", None, ["not UTF-8"]),
    ("mark against what is said", b"\xef\xbb\xbfa\n1\n", "encoding=windows-1252", None, ["UTF-8"]),
    ("web page", "<!DOCTYPE html>\n<html><body>404</body></html>", "", None, ["web page"]),
    ("pickle", b"\x80\x04\x95\x10\x00", "", None, ["pickle"]),
    ("parquet", b"PAR1\x15\x04\x15", "", None, ["Parquet"]),
    ("zero bytes", b"a,b\n1,\x002\n", "", None, ["zero bytes", "encoding"]),
]


def cell(value):
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return "m"
    if isinstance(value, pd.Timestamp):
        text = value.isoformat() if value.time() != pd.Timestamp(0).time() else value.date().isoformat()
        return "s" + base64.b64encode(text.encode()).decode()
    if isinstance(value, (bool,)) or type(value).__name__ in ("bool_", "bool"):
        return "b" + str(bool(value)).lower()
    if isinstance(value, str):
        return "s" + base64.b64encode(value.encode("utf-8", "surrogatepass")).decode()
    if isinstance(value, int) or type(value).__name__.startswith(("int", "uint")):
        return "n" + str(int(value))
    return "n" + repr(float(value))


def table(frame):
    columns = [
        base64.b64encode(str(name).encode()).decode() + ":" + " ".join(cell(v) for v in frame[name].tolist())
        for name in frame.columns
    ]
    return "table\t" + "\t".join(columns)


def line(name, content, options, answer):
    raw = content if isinstance(content, bytes) else content.encode()
    print("\t".join([name, base64.b64encode(raw).decode(), options, answer]))


def cases():
    for name, content, options, arguments, *words in CASES:
        if arguments is None:
            line(name, content, options, "sentence\t" + "\t".join(words[0]))
        else:
            raw = content if isinstance(content, bytes) else content.encode()
            line(name, content, options, table(pd.read_csv(io.BytesIO(raw), **arguments)))


def word(rng):
    signs = "abcdefgh xyzÄß€漢,;'\"\n\t|#"
    text = "".join(rng.choice(signs) for _ in range(rng.randint(1, 8)))
    return "w" + text + "w"


def column(rng, n):
    kind = rng.randrange(7)
    gaps = rng.random() < 0.4
    values = []
    for _ in range(n):
        if kind == 0:
            value = rng.randint(-100, 100)
        elif kind == 1:
            value = rng.randint(-(2**63) + 1, 2**63 - 1)
        elif kind == 2:
            value = rng.choice(
                [rng.uniform(-1, 1), rng.gauss(0, 1) * 10 ** rng.randint(-300, 300), float(rng.randint(0, 9))]
            )
        elif kind == 3:
            value = word(rng)
        elif kind == 4:
            value = rng.random() < 0.5
        elif kind == 5:
            value = pd.Timestamp(1900 + rng.randint(0, 200), rng.randint(1, 12), rng.randint(1, 28)).date().isoformat()
        else:
            value = round(rng.uniform(0, 1000), rng.randint(0, 4))
        values.append(None if gaps and rng.random() < 0.2 else value)
    if kind in (0, 1):
        return pd.array(values, dtype="Int64")
    if kind == 4:
        return pd.array(values, dtype="boolean")
    return pd.Series(values, dtype=float if kind in (2, 6) else object)


def fuzz(seed, count):
    rng = random.Random(seed)
    dialects = [
        ({}, ""),
        ({"sep": ";", "decimal": ","}, "separator=;;decimal=,"),
        ({"sep": "\t"}, "separator=\\t"),
        ({"sep": "|", "quoting": 1}, "separator=|"),
        ({"lineterminator": "\r\n"}, "separator=,"),
    ]
    for k in range(count):
        n = rng.randint(1, 12)
        frame = pd.DataFrame({f"c{j}": column(rng, n) for j in range(rng.randint(1, 5))})
        arguments, options = rng.choice(dialects)
        line(f"fuzz {seed}/{k}", frame.to_csv(index=False, **arguments), options, table(frame))


def main():
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    if sys.argv[1:2] == ["fuzz"]:
        fuzz(int(sys.argv[2]), int(sys.argv[3]))
    else:
        cases()


main()
