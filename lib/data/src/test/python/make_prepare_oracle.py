"""What scikit-learn answers about folds and features, one line each: question, shape and numbers.

Run by hand when a question is added: ``make_prepare_oracle.py > ../resources/lectern/data/prepare/prepare-oracle.txt``.
"""

import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.model_selection import GroupKFold, KFold, StratifiedKFold, TimeSeriesSplit
from sklearn.preprocessing import (
    KBinsDiscretizer,
    OneHotEncoder,
    OrdinalEncoder,
    PolynomialFeatures,
    PowerTransformer,
    RobustScaler,
)

i, j = np.mgrid[0:17, 0:3]
X = ((i * 7 + j * 13 + i * i * (j + 1)) % 11) / 4 + j
GAPS = np.where((i * 5 + j * 3) % 7 == 0, np.nan, X)
LABELS = [2, 0, 1, 1, 0, 2, 2, 0, 0, 1, 0, 0, 1, 2, 0, 2, 0]
GROUPS = [3, 3, 1, 5, 5, 5, 1, 2, 4, 4, 4, 4, 3, 2, 6, 6, 1]
WORDS = [["red", 1], ["blue", 3], ["red", 2], ["green", 1], ["blue", 1]]


def say(name, values):
    values = np.asarray(values, dtype=float)
    shape = ",".join(str(n) for n in values.shape)
    print(name, shape, " ".join(repr(float(v)) for v in values.ravel()), sep="\t")


def folds(name, splits):
    """The fold of every sample, -1 for those that are in no test part."""
    fold = np.full(17, -1)
    for k, (_, test) in enumerate(splits):
        fold[test] = k
    say(name, fold)


for k in (2, 3, 5, 17):
    folds(f"kFold {k}", KFold(k).split(X))
for k in (2, 3, 4):
    folds(f"stratifiedKFold {k}", StratifiedKFold(k).split(X, LABELS))
for k in (2, 3, 4, 6):
    folds(f"groupKFold {k}", GroupKFold(k).split(X, groups=GROUPS))
for k in (2, 4, 7, 16):
    folds(f"timeSeriesSplit {k}", TimeSeriesSplit(k).split(X))
for ours, theirs in {"mean": "mean", "median": "median", "mostFrequent": "most_frequent"}.items():
    say(f"imputer {ours}", SimpleImputer(strategy=theirs).fit_transform(GAPS))
for degree in (0, 1, 2, 3, 4):
    say(f"polynomial {degree}", PolynomialFeatures(degree).fit_transform(X))
say("polynomial 3 bare", PolynomialFeatures(3, include_bias=False).fit_transform(X))
for bins in (2, 3, 5):
    say(f"bins {bins} uniform", KBinsDiscretizer(bins, encode="ordinal", strategy="uniform").fit_transform(X))
    quantile = KBinsDiscretizer(bins, encode="ordinal", strategy="quantile", quantile_method="linear")
    say(f"bins {bins} quantile", quantile.fit_transform(X))
say("robust", RobustScaler().fit_transform(GAPS))
say("power", PowerTransformer().fit_transform(np.exp(GAPS / 2) - 3))
words = np.array(WORDS, dtype=object)
say("one-hot", OneHotEncoder(sparse_output=False).fit_transform(words))
say("ordinal", OrdinalEncoder().fit_transform(words))
