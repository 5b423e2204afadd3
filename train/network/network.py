"""The network: word vectors and letters, recurrent layers that read both ways, and what is asked of each word.

Layers are simple recurrent units (Lei et al. 2018); arcs are scored biaffinely (Dozat and Manning 2017). The Go
program does the same sums with weights of eight bits: internal/parse/encode.go and internal/parse/arc.go.
"""
import jax
import jax.numpy as jnp
import numpy as np

from corpora import TABLES

CELLS, LAYERS = 128, 3  # cells a direction
HIDDEN = 2 * CELLS
ARC = RELATION = 96
WIDTH = dict(word=64, p1=64, p2=64, p3=64, s1=64, s2=64, s3=64, s4=64, shape=16, len=16)
GROUP = dict(word=0, p1=1, p2=1, p3=1, s1=2, s2=2, s3=2, s4=2, shape=3, len=3)
DROP, DROP_WORD, DROP_LETTERS = 0.3, 0.33, 0.1


def initial(upos, fine, relations, entities):
    random, p = np.random.RandomState(7), {}

    def weights(name, *shape, scale=None):
        p[name] = jnp.asarray(random.randn(*shape).astype(np.float32) * (scale or 1 / np.sqrt(shape[0])))

    for name, rows in TABLES:
        weights("E_" + name, rows, WIDTH[name], scale=0.3 if name != "word" else 0.1)
    weights("in", 100 + 64 + 64 + 64 + 16, HIDDEN)
    p["b0"] = jnp.zeros(HIDDEN)
    for l in range(LAYERS):
        weights(f"W{l}", HIDDEN, 3 * HIDDEN)
        p[f"b{l}f"], p[f"b{l}r"] = jnp.ones(HIDDEN) * 0.5, jnp.zeros(HIDDEN)
        weights(f"v{l}f", HIDDEN, scale=0.1)
        weights(f"v{l}r", HIDDEN, scale=0.1)
        p[f"g{l}"], p[f"n{l}"] = jnp.ones(HIDDEN), jnp.zeros(HIDDEN)
    weights("q", HIDDEN, ARC)
    weights("k", HIDDEN, ARC)
    weights("root", ARC, scale=0.1)
    weights("kb", HIDDEN, 1, scale=0.01)
    p["dist"] = jnp.zeros(64)
    weights("lh", HIDDEN, RELATION)
    weights("ld", HIDDEN, RELATION)
    p["lb"] = jnp.zeros(RELATION)
    weights("lroot", RELATION, scale=0.1)
    weights("lo", RELATION, relations)
    weights("lo2", RELATION, relations)
    p["lbo"] = jnp.zeros(relations)
    for name, size in (("u", upos), ("x", fine), ("n", entities)):
        weights(name, HIDDEN, size)
        p[name + "b"] = jnp.zeros(size)
    return p


def drop(x, key, share, shape=None):
    if key is None:
        return x
    return x * jax.random.bernoulli(key, 1 - share, shape or x.shape) / (1 - share)


def normal(x, gain, offset):
    mean = x.mean(-1, keepdims=True)
    square = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) / jnp.sqrt(square + 1e-5) * gain + offset


def layer(x, p, l, mask, key):
    batch, length, _ = x.shape
    u = (x @ p[f"W{l}"]).reshape(batch, length, 3, HIDDEN)
    z, f, r = u[:, :, 0], u[:, :, 1] + p[f"b{l}f"], u[:, :, 2] + p[f"b{l}r"]

    def turn(a):  # the second half of the cells reads backwards
        return jnp.concatenate([a[:, :, :CELLS], a[:, ::-1, CELLS:]], -1)

    z, f, r = turn(z), turn(f), turn(r)
    both = jnp.concatenate([jnp.repeat(mask[:, :, None], CELLS, 2), jnp.repeat(mask[:, ::-1, None], CELLS, 2)], -1)
    forget, reset = p[f"v{l}f"], p[f"v{l}r"]

    def step(c, t):
        z, f, r, m = t
        gate, out = jax.nn.sigmoid(f + forget * c), jax.nn.sigmoid(r + reset * c)
        c = (gate * c + (1 - gate) * z) * m
        return c, (c, out)

    _, (c, out) = jax.lax.scan(step, jnp.zeros((batch, HIDDEN)), tuple(jnp.swapaxes(a, 0, 1) for a in (z, f, r, both)))
    c, out = turn(jnp.swapaxes(c, 0, 1)), turn(jnp.swapaxes(out, 0, 1))
    c = drop(c, key, DROP, (batch, 1, HIDDEN))
    return normal(out * c + (1 - out) * x, p[f"g{l}"], p[f"n{l}"])


def encode(p, vectors, b, key):
    keys = jax.random.split(key, 20) if key is not None else [None] * 20
    batch, length = b["gl"].shape
    v = drop(vectors[b["gl"]], keys[0], 0.1, (batch, length, 1))
    parts = [0] * 4
    for i, (name, _) in enumerate(TABLES):
        e = p["E_" + name][b["ft"][:, :, i]]
        e = drop(e, keys[1 + i], DROP_WORD if name == "word" else DROP_LETTERS, (batch, length, 1))
        parts[GROUP[name]] = parts[GROUP[name]] + e
    x = jax.nn.relu(jnp.concatenate([v] + parts, -1) @ p["in"] + p["b0"])
    x = drop(x, keys[12], DROP)
    for l in range(LAYERS):
        x = layer(x, p, l, b["m"], keys[13 + l])
    return x


def arcs(p, x, mask):
    length = x.shape[1]
    q, k = x @ p["q"], x @ p["k"]
    s = jnp.einsum("bid,bjd->bij", q, k) / np.sqrt(ARC) + (x @ p["kb"])[:, None, :, 0]
    distance = jnp.arange(length)[None, :] - jnp.arange(length)[:, None]
    s = s + p["dist"][jnp.clip(distance, -31, 31) + 32]
    s = jnp.where(mask[:, None, :] > 0, s, -1e9) - 1e9 * jnp.eye(length)
    return jnp.concatenate([((q @ p["root"]) / np.sqrt(ARC))[:, :, None], s], -1)


def relations(p, x, heads):
    upper, lower = x @ p["lh"], x @ p["ld"] + p["lb"]
    batch = x.shape[0]
    upper = jnp.concatenate([jnp.broadcast_to(p["lroot"], (batch, 1, RELATION)), upper], 1)
    upper = jnp.take_along_axis(upper, heads[:, :, None], 1)
    return jax.nn.relu(upper + lower) @ p["lo"] + (upper * lower) @ p["lo2"] * 0.1 + p["lbo"]


def surprise(scores, gold, mask):
    return -(jnp.take_along_axis(jax.nn.log_softmax(scores), gold[:, :, None], 2)[:, :, 0] * mask).sum()


def loss(p, vectors, b, key, words):
    """The mean surprise of a batch of so many words."""
    k1, k2 = jax.random.split(key)
    x = encode(p, vectors, b, k1)
    x = drop(x, k2, DROP, (x.shape[0], 1, x.shape[2]))
    tree = surprise(arcs(p, x, b["m"]), b["h"], b["tm"]) + surprise(relations(p, x, b["h"]), b["r"], b["tm"])
    tags = surprise(x @ p["u"] + p["ub"], b["u"], b["tm"]) + surprise(x @ p["x"] + p["xb"], b["x"], b["tm"])
    return (tree + 0.5 * tags + surprise(x @ p["n"] + p["nb"], b["n"], b["nm"])) / words
