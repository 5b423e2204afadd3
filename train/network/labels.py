"""Fits what says of each word which part of a name it is, in two steps.

    python labels.py sentences --corpora DIR --wire ../wire --actors ../../data/actors.tsv --out labels.jsonl
    dateline train sights --corpus labels.jsonl --out sights.bin
    python labels.py fit --sights sights.bin --out labels.safetensors
    dateline train labels --network labels.safetensors --out ../../internal/parse/labels.model

The labeller of sentences whose case tells nothing is fitted in the same way, with two options more, when case.model
(dictionary.py) and labels.model are there. What the analyser reads in the treebank where it has its case is learned from too:

    dateline train readings --corpus DIR/ud --out readings.jsonl
    python labels.py sentences --blind readings.jsonl --corpora DIR --wire ../wire --actors ../../data/actors.tsv --out labels.jsonl
    dateline train sights --corpus labels.jsonl --out sights.bin
    python labels.py fit --blind --sights sights.bin --out labels.safetensors
    dateline train labels --network labels.safetensors --out ../../internal/parse/blind.model

DIR holds ud/ and ner/. The first step writes the sentences of the corpora with their labels, and again with most of
their names swapped for others, so that the words around a name are learned and not the names. `dateline train sights`
writes what the embedded analyser sees of their words. The second step fits two small networks on that and joins them:
their answers count alike. One sees of the vectors that of the word itself only, and counts all sources alike.
"""
import argparse
import json
import random

import numpy as np

import corpora
from swap import Swap

CELLS, VECTOR, SHAPES = 256, 100, 9
LISTS, CASES = 26, 3  # the classes of words by lists, and by the case that a dictionary gives them
SOURCES = ["ewt dev", "ewt test", "wikigold", "gum", "wnut", "wire", "readings"]
ROW = 2 * (CELLS + VECTOR) + 8
# How much a sentence of each source counts, as it is and swapped.
COUNTS = {"ewt dev": (1.5, 1.0), "ewt test": (1.5, 1.0), "wikigold": (1.2, 1.0), "gum": (0.8, 0.6), "wnut": (0.3, 0.3), "wire": (0.4, 0.4), "readings": (1.0, 0.8)}
BATCH, RATE, DECAY = 2048, 2e-3, 1e-3


class Plan:
    """How a network is fitted. Plain is the share of words far from names, of those in small letters where case tells,
    that are read in a round."""

    def __init__(self, seed, hidden, rounds, plain, vectors, counts, start=11):
        self.start = start
        self.seed, self.hidden, self.rounds, self.plain, self.vectors = seed, hidden, rounds, plain, vectors
        self.counts = np.array([c for s in SOURCES for c in counts.get(s, (1, 1))], np.float32)


PLANS = [Plan(9, 128, 5, 0.25, 1, {}), Plan(4, 192, 6, 0.15, 3, COUNTS)]
BLIND_PLANS = [Plan(4, 192, 8, 0.2, 3, COUNTS, 15), Plan(5, 192, 8, 0.2, 3, COUNTS, 16)]


def has_name(sentence):
    return any(l != "O" for _, l in sentence)


def case(sentence):
    """Leaves most sentences alone, and takes the case of some away."""
    r = random.random()
    change = str.upper if r < 0.10 else str.lower if r < 0.18 else (lambda w: w[:1].upper() + w[1:]) if r < 0.20 else str
    return recased(sentence, change)


def sentences(a):
    random.seed(5)
    ud, ner = a.corpora + "/ud/", a.corpora + "/ner/"
    gum = corpora.gum_names(corpora.read_trees(ud + "gum-free-train.conllu") + corpora.read_trees(ud + "gum-free-dev.conllu"))
    wire = [s for s in corpora.wire_names(corpora.read_trees(a.wire + "/wire.conllu"), a.wire + "/wire.grammar") if has_name(s)]
    wikigold = corpora.read_names(ner + "wikigold.conll.txt", -1, 0)
    noisy = [s for f in ("wnut17train.conll", "emerging.dev.conll", "emerging.test.annotated") for s in corpora.read_names(ner + f, -1, 0)]
    noisy = [s for s in noisy if has_name(s) and not any(w[0] in "@#" or w.startswith("http") for w, _ in s)]
    dev, test = (corpora.read_names(ner + f"en_ewt-ud-{part}.iob2", 2, 1, "\t") for part in ("dev", "test"))
    swap = Swap([s for s in wikigold + dev if s] + [s for s in gum if has_name(s)] + wire, a.actors)
    whole, some = {"ewt dev": dev, "ewt test": test, "wikigold": wikigold, "gum": gum}, [(noisy, "wnut", 0.5, 0.5), (wire, "wire", 0.3, 0.9)]
    if a.blind:
        whole["readings"] = readings(a.blind)
    with open(a.out, "w", encoding="utf8") as out:
        for sentence, source, swapped in (blind if a.blind else cased)(whole, some, swap):
            if sentence:
                out.write(json.dumps({"words": [w for w, _ in sentence], "labels": [corpora.ENTITIES.index(l) for _, l in sentence],
                                      "source": 2 * SOURCES.index(source) + swapped}) + "\n")


def readings(path):
    """Returns the sentences that `dateline train readings` wrote."""
    lines = [json.loads(line) for line in open(path, encoding="utf8")]
    return [[(w, corpora.ENTITIES[l]) for w, l in zip(line["words"], line["labels"])] for line in lines]


def cased(whole, some, swap):
    """Yields the sentences as they are, and with names swapped."""
    for source, part in whole.items():
        for s in part:
            if source == "gum" and not has_name(s) and random.random() < 0.5:
                continue
            yield s, source, 0
            for share in (0.6, 0.8, 0.9) if has_name(s) else ():
                yield case(swap(s, share)), source, 1
    for part, source, kept, share in some:
        for s in part:
            if random.random() < kept:
                yield case(swap(s, share)), source, 1


def blind(whole, some, swap):
    """Yields the sentences in capitals and in small letters, and again with names swapped."""
    for source, part in whole.items():
        for s in part:
            yield recased(s, str.upper), source, 0
            yield recased(s, str.lower), source, 0
            if has_name(s) and source == "readings":
                yield recased(swap(s, 0.7), random.choice((str.upper, str.lower))), source, 1
            elif has_name(s):
                yield recased(swap(s, 0.6), str.upper), source, 1
                yield recased(swap(s, 0.8), str.lower), source, 1
    for part, source, kept, share in some:
        for s in part:
            if random.random() < kept:
                yield recased(swap(s, share), random.choice((str.upper, str.lower))), source, 1


def recased(sentence, change):
    return [(change(w), l) for w, l in sentence]


class Sights:
    """What is seen of the words of all sentences; rows of the word before and the word behind, -1 for none."""

    def __init__(self, path, blind):
        self.blind, self.classes = blind, LISTS + (CASES if blind else 0)
        raw = np.fromfile(path, dtype=np.uint8).reshape(-1, ROW)
        n, at = len(raw), 2 * (CELLS + VECTOR)
        seen = raw[:, :at].copy().view(np.uint16)
        classes = raw[:, at:at + 4].copy().view(np.uint32)[:, 0]
        self.shape, self.label, first, self.source = raw[:, at + 4], raw[:, at + 5], raw[:, at + 6], raw[:, at + 7]
        lists = np.zeros((n, self.classes + SHAPES), np.float32)
        for k in range(self.classes):
            lists[:, k] = (classes >> k) & 1
        lists[np.arange(n), self.classes + self.shape] = 1
        self.before = np.where(first == 1, -1, np.arange(n) - 1)
        self.behind = np.where(np.append(first[1:], 1) == 1, -1, np.arange(n) + 1)
        self.seen = np.concatenate([seen, np.zeros((1, CELLS + VECTOR), np.uint16)])
        self.lists = np.concatenate([lists, np.zeros((1, self.classes + SHAPES), np.float32)])

    def around(self, i, vectors):
        """The inputs of words i: layers and lists of the word before, the word and the word behind; the word's vector, or
        with three vectors those of its neighbours too."""
        rows = [self.before[i], i, self.behind[i]]
        seen = [(self.seen[r].astype(np.uint32) << 16).view(np.float32) for r in rows]
        own = [seen[k][:, CELLS:] for k in (1, 0, 2)[:vectors]]
        return np.concatenate([x[:, :CELLS] for x in seen] + [self.lists[r] for r in rows] + own, 1)


def fit(sights, plan):
    """Fits one network by Adam, with some of the layers' cells and of its own left out at each step."""
    rng = np.random.default_rng(plan.seed)
    n, width, kinds = len(sights.label), 3 * (CELLS + sights.classes + SHAPES) + plan.vectors * VECTOR, len(corpora.ENTITIES)
    named = np.append(sights.label > 0, False)
    telling = named[:-1] | named[sights.before] | named[sights.behind] | ((sights.shape != 1) & (not sights.blind))
    counts = plan.counts[sights.source] * np.where(telling, 1, 1 / plan.plain).astype(np.float32)
    start = np.random.RandomState(plan.start)
    p = {"w1": (start.randn(width, plan.hidden) / np.sqrt(3 * CELLS)).astype(np.float32), "b1": np.zeros(plan.hidden, np.float32),
         "w2": (start.randn(plan.hidden, kinds) / np.sqrt(plan.hidden)).astype(np.float32), "b2": np.zeros(kinds, np.float32)}
    mean, square = ({k: np.zeros_like(v) for k, v in p.items()} for _ in range(2))

    def chosen():
        i = np.where(telling | (rng.random(n) < plan.plain))[0]
        rng.shuffle(i)
        return i

    step, steps = 0, plan.rounds * (len(chosen()) // BATCH)
    for number in range(plan.rounds):
        order, total = chosen(), 0.0
        for j in range(0, len(order) - BATCH + 1, BATCH):
            i = order[j:j + BATCH]
            surprise, change = gradients(p, sights.around(i, plan.vectors), sights.label[i], counts[i], rng)
            total += surprise
            step += 1
            rate = RATE * max(0.02, 0.5 * (1 + np.cos(np.pi * step / steps)))
            for k in p:
                mean[k] += 0.1 * (change[k] - mean[k])
                square[k] += 0.001 * (change[k] ** 2 - square[k])
                p[k] -= rate * (mean[k] / (1 - 0.9 ** step) / (np.sqrt(square[k] / (1 - 0.999 ** step)) + 1e-8) + DECAY * p[k])
        print(f"round {number + 1}: {total / (len(order) // BATCH):.4f}", flush=True)
    return p


def gradients(p, x, gold, counts, rng):
    """Returns the mean surprise at labels, and which way each weight would make it more."""
    n = np.arange(len(gold))
    x[:, :3 * CELLS] *= (rng.random((len(gold), 3 * CELLS), dtype=np.float32) >= 0.2) / np.float32(0.8)
    a = x @ p["w1"] + p["b1"]
    kept = (rng.random(a.shape, dtype=np.float32) >= 0.3) / np.float32(0.7)
    h = np.maximum(a, 0) * kept
    z = h @ p["w2"] + p["b2"]
    z = np.exp(z - z.max(1, keepdims=True))
    g, weight = z / z.sum(1, keepdims=True), (counts / counts.sum())[:, None]
    surprise = -(weight[:, 0] * np.log(g[n, gold] + 1e-9)).sum()
    g[n, gold] -= 1
    g *= weight
    back = (g @ p["w2"].T) * kept * (a > 0)
    return float(surprise), {"w1": x.T @ back, "b1": back.sum(0), "w2": h.T @ g, "b2": g.sum(0)}


def arranged(w1, classes):
    """The rows of the layers and the vectors of three words, then those of the lists; zeros for vectors that are not seen."""
    cells, lists = 3 * CELLS, 3 * (classes + SHAPES)
    own = w1[cells + lists:]
    own = np.concatenate([own, np.zeros((3 * VECTOR - len(own), w1.shape[1]), np.float32)])
    return np.concatenate([w1[:cells], own[VECTOR:2 * VECTOR], own[:VECTOR], own[2 * VECTOR:], w1[cells:cells + lists]])


def write(path, nets, classes):
    """Joins the networks, and writes them in the safetensors format under the names that internal/parse/trainlabel.go reads."""
    wide = 3 * (CELLS + VECTOR)
    first = np.concatenate([arranged(p["w1"], classes) for p in nets], 1)
    t = {"in.weight": first[:wide], "in.bias": np.concatenate([p["b1"] for p in nets]), "lists": first[wide:],
         "out.weight": np.concatenate([p["w2"] for p in nets]) / len(nets), "out.bias": np.mean([p["b2"] for p in nets], 0)}
    header, blobs, at = {"__metadata__": {"labels": "\n".join(corpora.ENTITIES[1:])}}, [], 0
    for name in sorted(t):
        blob = np.ascontiguousarray(t[name], np.float32)
        header[name] = {"dtype": "F32", "shape": list(blob.shape), "data_offsets": [at, at + blob.nbytes]}
        blobs, at = blobs + [blob.tobytes()], at + blob.nbytes
    head = json.dumps(header).encode()
    with open(path, "wb") as f:
        f.write(len(head).to_bytes(8, "little") + head + b"".join(blobs))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(dest="step", required=True)
    first, second = steps.add_parser("sentences"), steps.add_parser("fit")
    for name in ("corpora", "wire", "actors", "out"):
        first.add_argument("--" + name, required=True)
    for name in ("sights", "out"):
        second.add_argument("--" + name, required=True)
    first.add_argument("--blind", metavar="READINGS")
    second.add_argument("--blind", action="store_true")
    a = parser.parse_args()
    if a.step == "sentences":
        sentences(a)
    else:
        sights = Sights(a.sights, a.blind)
        write(a.out, [fit(sights, plan) for plan in (BLIND_PLANS if a.blind else PLANS)], sights.classes)


if __name__ == "__main__":
    main()
