"""Trains the network of `checker/reading/pen.py`: `python -m tests.signatures.train FOLDER` (needs jax and optax).

Learns from strips made by `cases.py`, first of all sorts, then with many more stamps, since a stamp alone and a sign
under a stamp are the hardest to tell apart. One generator of strokes and one of stamps are kept out for measuring.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.reading import pen
from tests.signatures.cases import Case, case
from tests.signatures.pens import PENS
from tests.signatures.stamps import STAMPS

HELD_OUT_PEN, HELD_OUT_STAMP = 'curved', 'sided'
LEARNT_PENS = tuple(name for name in PENS if name != HELD_OUT_PEN)
LEARNT_STAMPS = tuple(name for name in STAMPS if name != HELD_OUT_STAMP)
COUNT, STAMPED = 12_000, 6_000
FIRST_SEED = 1_000_000
"""Seeds of training; measuring uses those from 0."""
STAGES = ((14, 2e-3), (7, 1e-3))
"""Epochs and highest rate of learning of both stages."""
BATCH = 64
SHAPES = ((5, 5, 3, 16), (3, 3, 16, 24), (3, 3, 24, 40), (3, 3, 40, 56), (112, 32), (32, 3))

Arrays = NDArray[np.float32]


def region(made: Case, rng: np.random.Generator) -> tuple[float, float, float, float]:
    """The region as the checker would choose it, give or take what a reader mistakes."""
    em = made.em
    x0, x1 = min(made.office[0], made.name[0]), max(made.office[2], made.name[2])
    jitter = rng.normal(0, 0.5, 4) * em
    return (
        x0 - 5 * em + jitter[0],
        made.office[3] - 1.6 * em + jitter[1],
        x1 + 4 * em + jitter[2],
        made.name[1] + 1.8 * em + jitter[3],
    )


def example(seed: int, stamped: bool = False) -> tuple[Arrays, Arrays]:
    """One cut and its truth: pen, stamp, initials."""
    made = case(seed, whole=False, pens=LEARNT_PENS, stamps=LEARNT_STAMPS, stamped=stamped)
    rng = np.random.default_rng(seed)
    missed = rng.choice((0, 0.1, 0.4))
    words = [w for w in made.words if rng.random() >= missed]
    if rng.random() < 0.25:  # strokes that were read as words
        x, y = rng.uniform(made.office[0], made.office[2]), rng.uniform(made.office[3], made.name[1])
        words.append((x, y, x + rng.uniform(1, 6) * made.em, y + rng.uniform(1, 2.5) * made.em))
    seen = pen.cut(made.image, region(made, rng), words, made.em * rng.uniform(0.85, 1.15))
    return seen.astype(np.float16), np.array([made.signed, made.stamped, made.initials], np.float32)


def examples(count: int, folder: Path, stamped: bool = False) -> tuple[Arrays, Arrays]:
    """So many examples, kept in the folder once made."""
    kept = folder / f'examples-{"stamped-" if stamped else ""}{count}.npz'
    if not kept.exists():
        first = FIRST_SEED * (2 if stamped else 1)
        with ProcessPoolExecutor(2) as pool:
            made = list(pool.map(partial(example, stamped=stamped), range(first, first + count), chunksize=50))
        np.savez(kept, x=np.stack([x for x, _ in made]), y=np.stack([y for _, y in made]))
    with np.load(kept) as found:
        return found['x'], found['y']


def train(x: Arrays, y: Arrays, stage: int, start: dict[str, Arrays] | None = None) -> dict[str, Arrays]:
    """The weights after all epochs of a stage, which begins with `start`."""
    import jax
    import jax.numpy as jnp
    import optax

    def forward(weights: dict[str, Any], cuts: Any) -> Any:
        for i, stride in enumerate(pen.Network.STRIDES):
            pad = SHAPES[i][0] // 2
            cuts = jax.lax.conv_general_dilated(
                cuts, weights[f'w{i}'], (stride, stride), [(pad, pad)] * 2, dimension_numbers=('NHWC', 'HWIO', 'NHWC')
            )
            cuts = jax.nn.relu(cuts + weights[f'b{i}'])
        pooled = jnp.concatenate([cuts.mean(axis=(1, 2)), cuts.max(axis=(1, 2))], axis=1)
        return jax.nn.relu(pooled @ weights['w4'] + weights['b4']) @ weights['w5'] + weights['b5']

    rng = np.random.default_rng(0)
    epochs, rate = STAGES[stage]
    weights: dict[str, Any] = dict(start or {})
    for i, shape in enumerate(SHAPES if start is None else ()):
        weights[f'w{i}'] = rng.normal(0, np.sqrt(2 / np.prod(shape[:-1])), shape).astype(np.float32)
        weights[f'b{i}'] = np.zeros(shape[-1], np.float32)
    steps = epochs * (len(x) // BATCH)
    optimiser = optax.adamw(optax.warmup_cosine_decay_schedule(0, rate, steps // 20, steps), weight_decay=1e-4)

    def loss(weights: dict[str, Any], cuts: Any, truth: Any) -> Any:
        soft = truth * 0.98 + 0.01  # nobody is surer than that
        return optax.sigmoid_binary_cross_entropy(forward(weights, cuts), soft).mean(axis=0) @ jnp.array(
            [2.0, 1.0, 0.5]
        )

    def step(weights: Any, state: Any, cuts: Any, truth: Any) -> Any:
        value, slope = jax.value_and_grad(loss)(weights, cuts, truth)
        changes, state = optimiser.update(slope, state, weights)
        return optax.apply_updates(weights, changes), state, value

    fast_step = jax.jit(step)
    state = optimiser.init(weights)
    for epoch in range(epochs):
        order, total = rng.permutation(len(x)), 0.0
        for i in range(0, len(x) - BATCH + 1, BATCH):
            cuts = x[order[i : i + BATCH]].astype(np.float32)
            cuts = np.clip(cuts * rng.uniform(0.8, 1.2, (BATCH, 1, 1, 1)), 0, 1).astype(np.float32)
            cuts[rng.random(BATCH) < 0.35, :, :, 1] = 0  # scanned in grey
            weights, state, value = fast_step(weights, state, cuts, y[order[i : i + BATCH]])
            total += float(value)
        print(f'epoch {epoch + 1}: loss {total / (len(x) // BATCH):.4f}', flush=True)
    return {name: np.asarray(value, np.float32) for name, value in weights.items()}


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    first = folder / 'first.npz'
    x, y = examples(COUNT, folder)
    if not first.exists():
        np.savez(first, **train(x, y, 0))  # type: ignore[arg-type]  # names, not options
    with np.load(first) as kept:
        start = {name: kept[name].astype(np.float32) for name in kept.files}
    more_x, more_y = examples(STAMPED, folder, stamped=True)
    weights = train(np.concatenate([x, more_x]), np.concatenate([y, more_y]), 1, start)
    final: dict[str, Any] = {name: value.astype(np.float16) for name, value in weights.items()}
    np.savez(Path(pen.__file__).with_name('pen.npz'), **final)


if __name__ == '__main__':
    main()
