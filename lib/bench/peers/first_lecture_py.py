"""The first lecture, "benign or malignant?", with scikit-learn for data and measures and PyTorch for the network."""

from itertools import pairwise

import numpy as np
import torch
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import accuracy_score, confusion_matrix, recall_score, roc_auc_score, roc_curve
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from timing import QUICK, THREADS, figures, report

draw = figures("first_lecture_figures")
torch.set_num_threads(THREADS)
torch.set_default_dtype(torch.float64)
HIDDEN, RATE, DECAY, BATCH = 16, 0.01, 1e-3, 32
EPOCHS, RUNS = (8, 3) if QUICK else (20, 5)


def network(seed, *widths):
    torch.manual_seed(seed)
    layers = []
    for a, b in pairwise(widths):
        layers += [torch.nn.Linear(a, b), torch.nn.Tanh()]
    return torch.nn.Sequential(*layers[:-1])


def train(net, x, y, seed):
    x, y = torch.tensor(x), torch.tensor(y)
    optimizer = torch.optim.Adam(net.parameters(), lr=RATE, weight_decay=DECAY)
    order = torch.Generator().manual_seed(seed)
    losses = []
    for _ in range(EPOCHS):
        for rows in torch.randperm(len(x), generator=order).split(BATCH):
            optimizer.zero_grad()
            loss = torch.nn.functional.cross_entropy(net(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses


def risk(net, x):
    with torch.no_grad():
        return torch.softmax(net(torch.tensor(x)), 1)[:, 0].numpy()


def split(seed):
    data = load_breast_cancer()
    x, test_x, y, test_y = train_test_split(data.data, data.target, test_size=0.25, random_state=seed)
    scaler = StandardScaler().fit(x)
    return scaler.transform(x), y, scaler.transform(test_x), test_y, x, test_x


def trial(seed, *widths):
    """Who is ill, and the risk that a network sees, on what it never saw."""
    x, y, test_x, test_y, *_ = split(seed)
    net = network(seed, *widths)
    train(net, x, y, seed)
    return 1 - test_y, risk(net, test_x)


def compute():
    data = load_breast_cancer()
    np.percentile(data.data, [0, 25, 50, 75, 100], axis=0), data.data.mean(0), data.data.std(0)
    malignant, benign = (data.data[data.target == kind] for kind in (0, 1))
    for chosen in (malignant[:, :2], benign[:, :2]):
        chosen.mean(0), chosen.std(0)
    draw.histograms(benign, malignant)
    draw.scatter(benign, malignant)
    x, y, test_x, test_y, raw_x, raw_test = split(1)
    found = {"scaled": [float(x[:, 0].mean()), float(x[:, 0].std())]}
    net = network(1, 30, HIDDEN, 2)
    draw.losses(train(net, x, y, 1), EPOCHS, BATCH)
    ill, score = 1 - test_y, risk(net, test_x)
    found["accuracy"] = accuracy_score(ill, score >= 0.5)
    draw.confusion(confusion_matrix(ill, score >= 0.5))
    false_positive_rate, true_positive_rate, _ = roc_curve(ill, score, drop_intermediate=False)
    found["area"] = roc_auc_score(ill, score)
    draw.roc(false_positive_rate, true_positive_rate)
    trials = [trial(seed, 30, HIDDEN, 2) for seed in range(1, RUNS + 1)]
    rights = [accuracy_score(ill, score >= 0.5) for ill, score in trials]
    areas = [roc_auc_score(ill, score) for ill, score in trials]
    found["medians"] = [float(np.median(rights)), float(np.median(areas))]
    draw.runs(rights, np.median(rights), data.target.mean())
    plain = network(1, 30, HIDDEN, 2)
    train(plain, raw_x, y, 1)
    found["unscaled"] = accuracy_score(ill, risk(plain, raw_test) >= 0.5)
    lines = [trial(seed, 30, 2) for seed in range(1, RUNS + 1)]
    found["lines"] = float(np.median([accuracy_score(ill, score >= 0.5) for ill, score in lines]))
    known = risk(net, x)
    threshold = np.sort(known[y == 0])[(y == 0).sum() // 100]
    found["missed"] = 1 - recall_score(1 - y, known >= threshold)
    confusion_matrix(ill, score >= threshold)
    found["found"] = [recall_score(ill, score >= 0.5), recall_score(ill, score >= threshold)]
    return found


report("first-lecture", compute)
