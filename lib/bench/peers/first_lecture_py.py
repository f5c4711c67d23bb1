"""The first lecture, "benign or malignant?", with scikit-learn for data and measures and PyTorch for the network."""

from itertools import pairwise

import numpy as np
import torch
from sklearn.datasets import load_breast_cancer
from sklearn.metrics import accuracy_score, confusion_matrix, recall_score, roc_auc_score, roc_curve
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from timing import QUICK, THREADS, report

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
    x, y, test_x, test_y, *_ = split(seed)
    net = network(seed, *widths)
    train(net, x, y, seed)
    score = risk(net, test_x)
    return accuracy_score(1 - test_y, score >= 0.5), roc_auc_score(1 - test_y, score)


def compute():
    data = load_breast_cancer()
    np.percentile(data.data, [0, 25, 50, 75, 100], axis=0), data.data.mean(0), data.data.std(0)
    for kind in (0, 1):
        chosen = data.data[data.target == kind][:, :2]
        chosen.mean(0), chosen.std(0)
    x, y, test_x, test_y, raw_x, raw_test = split(1)
    net = network(1, 30, HIDDEN, 2)
    train(net, x, y, 1)
    ill, score = 1 - test_y, risk(net, test_x)
    confusion_matrix(ill, score >= 0.5)
    roc_curve(ill, score)
    found = {"accuracy": accuracy_score(ill, score >= 0.5), "area": roc_auc_score(ill, score)}
    trials = [trial(seed, 30, HIDDEN, 2) for seed in range(1, RUNS + 1)]
    found["medians"] = np.median(trials, axis=0).tolist()
    plain = network(1, 30, HIDDEN, 2)
    train(plain, raw_x, y, 1)
    found["unscaled"] = accuracy_score(ill, risk(plain, raw_test) >= 0.5)
    found["lines"] = float(np.median([trial(seed, 30, 2)[0] for seed in range(1, RUNS + 1)]))
    known = risk(net, x)
    threshold = np.sort(known[y == 0])[(y == 0).sum() // 100]
    confusion_matrix(ill, score >= threshold)
    found["found"] = [recall_score(ill, score >= 0.5), recall_score(ill, score >= threshold)]
    return found


report("first-lecture", compute)
