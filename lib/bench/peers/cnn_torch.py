"""The small convolutional net in PyTorch: conv 32 - pool 2 - conv 64 - pool 2 - dense 100 - dense 10."""

import torch
from torch.nn.functional import conv2d, cross_entropy, max_pool2d


def cnn():
    """A step of cross-entropy on a batch of 100 pictures of 28 by 28, float32."""
    generator = torch.Generator().manual_seed(7)
    x = torch.rand(100, 1, 28, 28, generator=generator)
    labels = torch.randint(0, 10, (100,), generator=generator)
    params = []
    for shape, fan in (((32, 1, 3, 3), 9), ((64, 32, 3, 3), 288), ((1600, 100), 1600), ((100, 10), 100)):
        out = shape[0] if len(shape) == 4 else shape[1]
        params += [
            (torch.randn(*shape, generator=generator) / fan**0.5).requires_grad_(),
            torch.zeros(out, requires_grad=True),
        ]

    def run():
        h = max_pool2d(torch.relu(conv2d(x, params[0], params[1])), 2)
        h = max_pool2d(torch.relu(conv2d(h, params[2], params[3])), 2)
        h = torch.relu(h.flatten(1) @ params[4] + params[5])
        loss = cross_entropy(h @ params[6] + params[7], labels)
        grads = torch.autograd.grad(loss, params)
        with torch.no_grad():
            for p, g in zip(params, grads, strict=True):
                p -= 1e-2 * g
        return loss.item()

    return run
