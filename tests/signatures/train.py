"""Trains the network of `checker/reading/pen.py`: `python -m tests.signatures.train FOLDER` (extra `train`).

Learns from strips made by `cases.py`, of which more than half bear a stamp, since a stamp alone and a sign under a
stamp are the hardest to tell apart; then also from cells of tables made by `tables.py`. One generator of strokes and
one of stamps are kept out for measuring.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from checker.reading import pen
from tests.signatures.cases import Case, case
from tests.signatures.pens import PENS, Rng
from tests.signatures.stamps import STAMPS
from tests.signatures.tables import cuts

HELD_OUT_PEN, HELD_OUT_STAMP = 'curved', 'sided'
LEARNT_PENS = tuple(name for name in PENS if name != HELD_OUT_PEN)
LEARNT_STAMPS = tuple(name for name in STAMPS if name != HELD_OUT_STAMP)
COUNT, STAMPED = 22_000, 8_000
"""Examples in all, and how many of them, the last ones, all bear a stamp."""
FIRST_SEED = 1_000_000
"""Seeds of training; measuring uses those from 0."""
TABLES, FIRST_TABLE = 700, 3_000_000
"""Made tables, of 4-15 cells each, and the seed of the first."""
STAGES = ((18, 2e-3), (6, 6e-4))
"""Epochs and highest rate of learning: of blocks alone, then of blocks and cells."""
BATCH = 64
ROOM = 1.2
"""Strips are kept larger than the network sees, to be shifted, turned and scaled anew each time."""
LAYERS = ((5, 24), (3, 32), (3, 48), (3, 64), (3, 64))
"""Sizes and numbers of the convolutions' filters."""
DENSE = 48

Kept = NDArray[np.uint8]
Arrays = NDArray[np.float32]


def region(made: Case, rng: Rng) -> tuple[tuple[float, float, float, float], float]:
    """The region and capital as the checker chooses them, with the mistakes that a reader of scans makes.

    Spreads are those of 120 read pages: heights of lines are mostly taken for a little more than a capital; an edge is
    far off where the name, or a line of the office, was lost under ink.
    """
    em = made.em * float(np.exp(rng.normal(0.14, 0.13)))
    x0, x1 = min(made.office[0], made.name[0]), max(made.office[2], made.name[2])
    off = rng.normal(0, 0.4, 4) * em
    if rng.random() < 0.12:
        off[1] += rng.uniform(2, 5) * em * rng.choice((-0.5, 1))
    if rng.random() < 0.2:
        off[3] += rng.uniform(1.5, 4.5) * em
    if rng.random() < 0.12:
        off[2] -= rng.uniform(0.1, 0.4) * (x1 - x0)
    return (
        x0 - 5 * em + off[0],
        made.office[3] - 1.6 * em + off[1],
        x1 + 4 * em + off[2],
        made.name[1] + 1.8 * em + off[3],
    ), em


def example(number: int) -> tuple[Kept, Arrays]:
    """One cut and its truth: pen, stamp, initials."""
    seed = FIRST_SEED + number
    stamped = number % 3 == 0 or number >= COUNT - STAMPED
    made = case(seed, whole=False, pens=LEARNT_PENS, stamps=LEARNT_STAMPS, stamped=stamped)
    rng = np.random.default_rng(seed)
    missed = rng.choice((0, 0.1, 0.4))
    words = [w for w in made.words if rng.random() >= missed]
    if rng.random() < 0.25:  # strokes that were read as words
        x, y = rng.uniform(made.office[0], made.office[2]), rng.uniform(made.office[3], made.name[1])
        words.append((x, y, x + rng.uniform(1, 6) * made.em, y + rng.uniform(1, 2.5) * made.em))
    box, capital = region(made, rng)
    seen = pen.cut(made.image, box, words, capital, ROOM)
    return np.round(seen * 255).astype(np.uint8), np.array([made.signed, made.stamped, made.initials], np.float32)


def cells(number: int) -> list[tuple[Kept, Arrays]]:
    """The cuts of a made table's cells and their truths; numbers of rows are mostly passed over by readers."""
    seed = FIRST_TABLE + number
    rng = np.random.default_rng(seed)
    missed, made = rng.choice((0.1, 0.5, 0.9)), []
    for image, box, words, capital, signed in cuts(seed, pens=LEARNT_PENS):
        seen = pen.cut(image, box, [w for w in words if rng.random() >= missed], capital * rng.uniform(0.85, 1.2), ROOM)
        made.append((np.round(seen * 255).astype(np.uint8), np.array([signed, 0, 0], np.float32)))
    return made


def cell_examples(folder: Path) -> tuple[Kept, Arrays]:
    """All cells, kept in the folder once made."""
    kept = folder / 'cells.npz'
    if not kept.exists():
        with ProcessPoolExecutor(2) as pool:
            made = [each for table in pool.map(cells, range(TABLES), chunksize=10) for each in table]
        np.savez(kept, x=np.stack([x for x, _ in made]), y=np.stack([y for _, y in made]))
    with np.load(kept) as found:
        return found['x'], found['y']


def examples(folder: Path) -> tuple[Kept, Arrays]:
    """All examples, kept in the folder by the thousand, so that an interrupted run goes on."""
    found = []
    with ProcessPoolExecutor(2) as pool:
        for first in range(0, COUNT, 1000):
            kept = folder / f'examples-{first}.npz'
            if not kept.exists():
                made = list(pool.map(example, range(first, first + 1000), chunksize=50))
                np.savez(kept, x=np.stack([x for x, _ in made]), y=np.stack([y for _, y in made]))
            with np.load(kept) as part:
                found.append((part['x'], part['y']))
    return np.concatenate([x for x, _ in found]), np.concatenate([y for _, y in found])


def varied(rng: Rng, kept: Kept) -> Arrays:
    """What the network sees of a kept strip: shifted, turned, scaled, paler or darker, softer, in grey."""
    high, wide = kept.shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), rng.normal(0, 1.0), rng.uniform(0.86, 1.14))
    turn[:, 2] += rng.uniform(-0.5, 0.5, 2) * (wide - pen.WIDTH, high - pen.HEIGHT) - (
        (wide - pen.WIDTH) / 2,
        (high - pen.HEIGHT) / 2,
    )
    seen = cv2.warpAffine(kept, turn, (pen.WIDTH, pen.HEIGHT), flags=cv2.INTER_LINEAR).astype(np.float32) / 255
    if rng.random() < 0.2:
        seen[..., :2] = cv2.GaussianBlur(seen[..., :2], (0, 0), rng.uniform(0.4, 0.9))
    seen[..., :2] = np.clip(seen[..., :2] * rng.uniform(0.75, 1.25), 0, 1)
    if rng.random() < 0.35:
        seen[..., 1] = 0
    return np.asarray(seen, np.float32)


def network() -> Any:
    """The network of `pen.Network`, to be trained."""
    import keras

    given = out = keras.Input((pen.HEIGHT, pen.WIDTH, 4))
    for (size, count), stride in zip(LAYERS, pen.Network.STRIDES, strict=True):
        out = keras.layers.ZeroPadding2D(size // 2)(out)
        out = keras.layers.Conv2D(count, size, stride, activation='relu', kernel_initializer='he_normal')(out)
    pooled = [keras.layers.GlobalAveragePooling2D()(out), keras.layers.GlobalMaxPooling2D()(out)]
    out = keras.layers.Dense(DENSE, activation='relu')(keras.layers.Concatenate()(pooled))
    return keras.Model(given, keras.layers.Dense(len(pen.KINDS), dtype='float32')(out))


def train(learner: Any, x: Kept, y: Arrays, epochs: int, rate: float) -> None:
    """All epochs of a stage."""
    import keras
    import tensorflow as tf

    steps = len(x) // BATCH * epochs
    schedule = keras.optimizers.schedules.CosineDecay(
        0.0, steps - steps // 20, warmup_target=rate, warmup_steps=steps // 20
    )
    weight = tf.constant([2.0, 1.0, 0.5])

    def loss(truth: Any, said: Any) -> Any:
        soft = truth * 0.98 + 0.01  # nobody is surer than that
        return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(soft, said) * weight)

    learner.compile(keras.optimizers.AdamW(schedule, weight_decay=1e-3), loss)

    def batches() -> Iterator[tuple[Arrays, Arrays]]:
        rng = np.random.default_rng(0)
        for _ in range(epochs):
            order = rng.permutation(len(x))
            for i in range(0, len(x) - BATCH + 1, BATCH):
                chosen = order[i : i + BATCH]
                yield np.stack([varied(rng, x[j]) for j in chosen]), y[chosen]

    learner.fit(batches(), steps_per_epoch=len(x) // BATCH, epochs=epochs, verbose=2)


def weights(learner: Any) -> dict[str, Any]:
    """As `pen.npz` keeps them."""
    layers = [layer.get_weights() for layer in learner.layers if layer.get_weights()]
    return {
        f'{name}{i}': value.astype(np.float16)
        for i, pair in enumerate(layers)
        for name, value in zip('wb', pair, strict=True)
    }


def main() -> None:
    import keras

    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    keras.utils.set_random_seed(0)
    keras.mixed_precision.set_global_policy('mixed_bfloat16')
    learner = network()
    x, y = examples(folder)
    train(learner, x, y, *STAGES[0])
    more_x, more_y = cell_examples(folder)
    train(learner, np.concatenate([x, more_x]), np.concatenate([y, more_y]), *STAGES[1])
    np.savez(Path(pen.__file__).with_name('pen.npz'), **weights(learner))


if __name__ == '__main__':
    main()
