"""The lecture "From one neuron to a network" with HIPS autograd and scikit-learn, as its source has it; the sine
network with PyTorch, since scikit-learn has no such activation."""

import warnings

import autograd.numpy as np
import torch
from autograd import elementwise_grad, grad
from nets import Sine, first_order, lbfgs, mlp
from sklearn.datasets import make_classification
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier, MLPRegressor
from timing import QUICK, figures, report

draw = figures("first_networks_figures")
STARTS, EPOCHS, LIMIT, FRAMES, STRIDE = (5, 300, 100, 6, 33) if QUICK else (20, 600, 500, 40, 5)
X = np.array([[1.0, 0, 0], [1, 0, 1], [1, 1, 0], [1, 1, 1]])
A = X[:, 1:]
GATES = {"XOR": np.array([0.0, 1, 1, 0]), "OR": np.array([0.0, 1, 1, 1]), "AND": np.array([0.0, 0, 0, 1])}


def neuron():
    inputs = np.array([[0.52, 1.12, 0.77], [0.88, -1.08, 0.15], [0.52, 0.06, -1.30], [0.74, -2.49, 1.39]])
    targets = np.array([1.0, 1, 0, 1])

    def loss(w):
        p = 0.5 * (np.tanh(inputs @ w / 2) + 1)
        return -np.log(p * targets + (1 - p) * (1 - targets)).sum()

    w, slope = np.zeros(3), grad(loss)
    for _ in range(100):
        w = w - 0.01 * slope(w)
    return loss(w)


def classifier(neurons, activation, seed, gate="XOR"):
    net = MLPClassifier((neurons,), activation=activation, solver="lbfgs", alpha=0, max_iter=200, random_state=seed)
    return net.fit(A, GATES[gate])


def share(neurons, activation="tanh", gate="XOR"):
    right = [(classifier(neurons, activation, s, gate).predict(A) == GATES[gate]).all() for s in range(STARTS)]
    return float(np.mean(np.array(right)))


def share_of_sines():
    inputs, targets = torch.tensor(A), torch.tensor(GATES["XOR"]).reshape(-1, 1)
    solved = 0
    for s in range(STARTS):
        net = mlp(2, 4, 1, activation=Sine, seed=s)
        lbfgs(net, lambda n: torch.nn.functional.binary_cross_entropy_with_logits(n(inputs), targets), 200)
        with torch.no_grad():
            solved += bool(((net(inputs) > 0) == (targets > 0.5)).all())
    return solved / STARTS


def film(square):
    """Adam on XOR; the answers over the square every few steps, and whether all four are right at the end."""
    inputs, targets = torch.tensor(A), torch.tensor(GATES["XOR"]).reshape(-1, 1)
    points = torch.tensor(square)
    answers = []

    def look(k, net, *_):
        if k % STRIDE == 0:
            with torch.no_grad():
                answers.append(torch.sigmoid(net(points)).numpy())

    net = mlp(2, 8, 1, seed=3)
    first_order(
        net,
        lambda n: torch.nn.functional.binary_cross_entropy_with_logits(n(inputs), targets),
        torch.optim.Adam(net.parameters(), 0.05),
        FRAMES * STRIDE,
        after=look,
    )
    look(FRAMES * STRIDE, net)
    return answers, bool(((net(inputs) > 0) == (targets > 0.5)).all())


def compute():
    found = {"neuron": neuron(), "again": neuron()}
    gram = X.T @ X
    for name, y in GATES.items():
        found[f"plane, {name}"] = (X @ (np.linalg.inv(gram) @ X.T @ y)).tolist()
    draw.gates(A, GATES)
    for c in (1, 10, 1e4):
        for name in ("OR", "XOR", "AND"):
            found[f"logistic, {name}, C = {c:g}"] = (
                LogisticRegression(C=c, max_iter=200).fit(A, GATES[name]).score(A, GATES[name])
            )
    draw.networks()
    found["shares"] = {n: [share(n, gate=gate) for gate in GATES] for n in (2, 4, 8)}
    axis = np.linspace(-0.5, 1.5, 80)
    gx, gy = np.meshgrid(axis, axis)
    square = np.stack([gx.ravel(), gy.ravel()], 1)
    answer = classifier(8, "tanh", 1).predict_proba(square)[:, 1]
    draw.border(gx, gy, answer.reshape(gx.shape), A)
    features, labels = make_classification(200, 20, n_informative=4, n_redundant=0, random_state=1)
    net = MLPClassifier(
        (100,),
        learning_rate_init=0.001,
        alpha=0,
        batch_size=100,
        max_iter=EPOCHS,
        tol=0,
        n_iter_no_change=EPOCHS,
        random_state=1,
    ).fit(features[:100], labels[:100])
    found["seen, unseen"] = [net.score(features[:100], labels[:100]), net.score(features[100:], labels[100:])]
    net.predict_proba(features[100:])
    z = np.arange(-5, 5, 0.1)
    sigmoid = lambda t: 1 / (1 + np.exp(-t))
    draw.activations(sigmoid)
    bends = {
        "sigmoid": sigmoid,
        "tanh": np.tanh,
        "relu": lambda t: np.maximum(t, 0),
        "elu": lambda t: np.where(t > 0, t, np.exp(np.minimum(t, 0)) - 1),
        "swish": lambda t: t * sigmoid(t),
        "sine": np.sin,
    }
    draw.slopes(z, {name: elementwise_grad(a)(z) for name, a in bends.items()})
    answers, found["film"] = film(square)
    draw.learning(gx, gy, answers, A, STRIDE)
    fired = A @ np.ones((2, 2)) + np.array([-0.5, -1.5]) > 0
    found["by hand"] = (fired @ np.array([1.0, -1.0]) > 0.5).tolist()
    found["activations"] = {"tanh": share(4), "relu": share(4, "relu"), "sine": share_of_sines()}
    x = np.linspace(-1, 1, 201).reshape(-1, 1)
    worst = []
    widths = [1, 2, 4, 8, 16, 32, 64]
    for width in widths:
        net = MLPRegressor(
            hidden_layer_sizes=(width,),
            activation="tanh",
            solver="lbfgs",
            alpha=0,
            max_iter=LIMIT,
            tol=0,
            random_state=4,
        )
        worst.append(float(np.abs(net.fit(x, np.abs(x.ravel())).predict(x) - np.abs(x.ravel())).max()))
    found["corner"] = worst
    draw.corner(widths, worst)
    return found


warnings.simplefilter("ignore", ConvergenceWarning)
report("first-networks", compute)
