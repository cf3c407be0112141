"""Train the event-type classifier on our own sentences and write the files that are shipped.

1. read the sentences, hold out one in twelve;
2. fine-tune MiniLM with marked parties, names varied anew in every epoch;
3. fit the temperature on the sentences held out;
4. write ONNX, weights as 8-bit integers, and check that it decides as the trained model does.

    python -m training.train_event_classifier MODEL_FOLDER OUTPUT_FOLDER [--sentences FILE] [--epochs N]

MODEL_FOLDER holds all-MiniLM-L6-v2: config.json, model.safetensors, tokenizer.json. Needs torch, transformers, onnx.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from training.composing import Composer
from training.exporting import export, quantize
from training.sentences import HERE, LABELS, Example, NameSwapper, read_examples, vary
from transformers import BertModel

from detente.learned.marking import Marked, mark

SEED = 20171
BATCH = 32
SMOOTHING = 0.05


class Typer(nn.Module):  # type: ignore[misc]  # torch is only there while training
    """Encoder and a linear layer over [vector of the source mark; vector of the target mark; mean]."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
        self.encoder.embeddings.requires_grad_(requires_grad=False)  # unseen words keep their place among the seen
        self.drop = nn.Dropout(0.2)
        self.head = nn.Linear(3 * self.encoder.config.hidden_size, len(LABELS))

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, source: torch.Tensor, target: torch.Tensor
    ) -> torch.Tensor:
        """Scores before the softmax. `source` and `target` weigh the places of a row: 1 at the mark, 0 elsewhere."""
        vectors = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = torch.stack([source, target, mask / mask.sum(1, keepdim=True)], 1).to(vectors.dtype)
        return self.head(self.drop(torch.bmm(weights, vectors).flatten(1)))


def prepared(examples: Sequence[Example], tokenizer: Tokenizer) -> list[Marked]:
    """The ids of each sentence with its marks."""
    read = tokenizer.encode_batch([example.text for example in examples], add_special_tokens=False)
    return [mark(got.ids, got.offsets, example.marked()) for got, example in zip(read, examples, strict=True)]


def tensors(rows: Sequence[Marked]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Pad rows to one length: ids, mask, and the places of the marks."""
    width = max(len(row.ids) for row in rows)
    ids = torch.zeros(len(rows), width, dtype=torch.long)
    mask, source, target = (torch.zeros(len(rows), width) for _ in range(3))
    for n, row in enumerate(rows):
        ids[n, : len(row.ids)] = torch.tensor(row.ids)
        mask[n, : len(row.ids)] = 1
        if row.source >= 0:
            source[n, row.source] = 1
        if row.target >= 0:
            target[n, row.target] = 1
    return ids, mask, source, target


def batches(rows: Sequence[Marked], chance: random.Random) -> list[list[int]]:
    """Places of rows of like length together, the batches in random order."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids) + 6 * chance.random())
    found = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    chance.shuffle(found)
    return found


def train(model: Typer, examples: Sequence[Example], tokenizer: Tokenizer, epochs: int) -> None:
    """Fine-tune in place. Every epoch shows each sentence in two variants, which have to be classified alike."""
    chance, swapper, composer = random.Random(SEED), NameSwapper(), Composer()  # noqa: S311 - variation, not secrecy
    kinds = [example.type for example in examples] + composer.kinds()
    labels = torch.tensor([LABELS.index(kind) for kind in kinds])
    steps = epochs * -(-len(kinds) // BATCH)
    groups = [{"params": model.encoder.parameters(), "lr": 1e-4}, {"params": model.head.parameters(), "lr": 1e-3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (0.1 * steps), (steps - n) / (0.9 * steps))
    )
    for epoch in range(epochs):
        model.train()
        total, started = 0.0, time.perf_counter()
        shown = [[vary(e, swapper, chance) for e in examples] + composer.compose(chance) for _ in range(2)]
        variants = [prepared(rows, tokenizer) for rows in shown]
        for batch in batches(variants[0], chance):
            optimizer.zero_grad()
            with torch.autocast("cpu", dtype=torch.bfloat16):  # a third of the time, on processors that have it
                found = model(*tensors([rows[i] for rows in variants for i in batch]))
            loss = loss_of(found.float(), labels[batch])
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            plan.step()
            total += loss.item() * len(batch)
        sys.stderr.write(f"epoch {epoch + 1}: loss {total / len(kinds):.3f}, {time.perf_counter() - started:.0f} s\n")


def loss_of(found: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of both variants, and how far they disagree (Liang et al. 2021, R-Drop, here over names too)."""
    wrong = nn.functional.cross_entropy(found, labels.repeat(2), label_smoothing=SMOOTHING)
    first, second = found.log_softmax(1).chunk(2)
    apart = [
        nn.functional.kl_div(a, b, log_target=True, reduction="batchmean")
        for a, b in ((first, second), (second, first))
    ]
    return wrong + 0.5 * sum(apart)


def scores(model: Typer, examples: Sequence[Example], tokenizer: Tokenizer) -> torch.Tensor:
    """Scores before the softmax, a row a sentence."""
    model.eval()
    rows = prepared(examples, tokenizer)
    with torch.no_grad():
        return torch.cat([model(*tensors([row])) for row in rows])


def temperature(found: torch.Tensor, labels: torch.Tensor) -> float:
    """The number to divide scores by for honest probabilities (Guo et al. 2017): least loss on held-out rows."""
    tried = np.arange(0.5, 3.0, 0.01)
    losses = [nn.functional.cross_entropy(found / t, labels).item() for t in tried]
    return round(float(tried[int(np.argmin(losses))]), 2)


def main() -> None:
    """Train, export, check, and print the figures that go into the card."""
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("model", type=Path)
    read.add_argument("output", type=Path)
    read.add_argument("--sentences", type=Path, default=HERE / "events.jsonl")
    read.add_argument("--epochs", type=int, default=6)
    asked = read.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)  # the order of sums, and so the result, depends on it
    tokenizer = Tokenizer.from_file(str(asked.model / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    examples = read_examples(asked.sentences)
    held = [example for example in examples if example.held_out()]
    model = Typer(asked.model)
    train(model, [example for example in examples if not example.held_out()], tokenizer, asked.epochs)
    found = scores(model, held, tokenizer)
    labels = torch.tensor([LABELS.index(example.type) for example in held])
    warmth = temperature(found, labels)
    asked.output.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), asked.output / "trained.pt")
    export(model, tensors(prepared(held[:1], tokenizer)), asked.output / "full.onnx")
    quantize(asked.output / "full.onnx", asked.output / "event_types.onnx")
    tokenizer.save(str(asked.output / "tokenizer.json"), pretty=False)
    right = (found.argmax(1) == labels).float().mean().item()
    facts = {"labels": LABELS, "temperature": warmth, "held_out": len(held), "held_out_accuracy": round(right, 3)}
    (asked.output / "event_types.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(facts) + "\n")


if __name__ == "__main__":
    main()
