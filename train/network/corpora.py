"""Reads the corpora: trees (CoNLL-U), marked names (IOB), word vectors; and what the network sees of a word.

What is seen of a word must agree with internal/parse/word.go, letter by letter.
"""
import json
import re
import zlib

# Names of parts of speech and so on are read off the trees; names have these labels.
ENTITIES = ["O"] + [b + k for k in ["person", "organisation", "location", "other"] for b in ["B-", "I-"]]
KINDS = {"per": "person", "person": "person", "org": "organisation", "corporation": "organisation",
         "group": "organisation", "loc": "location", "location": "location", "misc": "other",
         "product": "other", "creative-work": "other"}
GUM_KINDS = {"person": "person", "organization": "organisation", "place": "location",
             "event": "other", "object": "other", "abstract": "other"}

# The tables of letters: their names and their numbers of rows.
TABLES = [("word", 16384), ("p1", 128), ("p2", 1024), ("p3", 4096), ("s1", 128), ("s2", 1024), ("s3", 4096),
          ("s4", 4096), ("shape", 16), ("len", 16)]
VECTORS = 100_000


def read_trees(path):
    """Returns sentences of (form, UPOS, Penn tag, head, relation, MISC); heads count from 1, 0 is the root."""
    sentences, current = [], []
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if not line:
            if current:
                sentences.append(current)
            current = []
            continue
        column = line.split("\t")
        if line[0] == "#" or "-" in column[0] or "." in column[0]:
            continue
        current.append((column[1], column[3], column[4], int(column[6]), column[7], column[9]))
    if current:
        sentences.append(current)
    return sentences


def read_names(path, label, word, separator=None):
    """Returns sentences of (form, label); label and word are the numbers of the columns."""
    sentences, current, previous = [], [], "O"
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# "):
            continue
        column = line.split(separator) if separator else line.split()
        if len(column) < 2:
            if current:
                sentences.append(current)
            current, previous = [], "O"
            continue
        previous = begun(column[label], previous)
        current.append((column[word], previous))
    if current:
        sentences.append(current)
    return sentences


def begun(label, previous):
    """Brings a label to our kinds, and to B- where a name begins."""
    if "-" not in label:
        return "O"
    part, kind = label.split("-", 1)
    kind = KINDS.get(kind.lower())
    if kind is None:
        return "O"
    return ("B-" if part == "B" or previous == "O" or previous[2:] != kind else "I-") + kind


def gum_names(sentences):
    """Reads names off GUM's entities: those that are all proper nouns with small words between them."""
    return [gum_sentence(s) for s in sentences]


def gum_sentence(sentence):
    labels = ["O"] * len(sentence)
    for first, last, kind in sorted(gum_spans(sentence), key=lambda s: s[0] - s[1]):
        words = sentence[first:last + 1]
        while words and words[0][1] == "DET":
            words, first = words[1:], first + 1
        kind = GUM_KINDS.get(kind)
        if not words or kind is None or len(words) > 8 or words[-1][1] != "PROPN":
            continue
        if all(in_name(w) for w in words) and all(l == "O" for l in labels[first:last + 1]):
            labels[first:last + 1] = ["B-" + kind] + ["I-" + kind] * (last - first)
    return [(t[0], l) for t, l in zip(sentence, labels)]


def in_name(word):
    return (word[1] in ("PROPN", "ADP") or word[0] in ("of", "the", "and", "for", "de", "von", "van", "-", "&", "'s")
            or word[1] == "PUNCT" and word[0] in "-.")


def gum_spans(sentence):
    spans, stack = [], []
    for i, token in enumerate(sentence):
        found = re.search(r"(?:^|\|)Entity=([^|]+)", token[5])
        if not found:
            continue
        for piece in re.findall(r"\([^()]*\)?|[^()]+\)", found.group(1)):
            if piece.startswith("("):
                part = piece.strip("()").split("-")
                entity = (i, part[1] if len(part) > 1 else "")
                if piece.endswith(")"):
                    spans.append((i, i, entity[1]))
                else:
                    stack.append(entity)
            elif stack:
                first, kind = stack.pop()
                spans.append((first, i, kind))
    return spans


def wire_names(sentences, grammar):
    """Marks the names of the invented sentences by the classes of the grammar that made them."""
    kinds = {}
    for line in open(grammar, encoding="utf8"):
        found = re.match(r"(given|family|town|region|country): (.*)", line)
        if found:
            for word in found.group(2).split():
                kinds[word] = "person" if found.group(1) in ("given", "family") else "location"
    return [wire_sentence(s, kinds) for s in sentences]


NO_NAME = set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July "
              "August September October November December President Gen. General".split())


def wire_sentence(sentence, kinds):
    labels, i = ["O"] * len(sentence), 0
    while i < len(sentence):
        if sentence[i][1] != "PROPN" or sentence[i][0] in NO_NAME:
            i += 1
            continue
        j = i
        while j + 1 < len(sentence) and sentence[j + 1][1] == "PROPN" and sentence[j + 1][0] not in NO_NAME:
            j += 1
        kind = wire_kind([t[0] for t in sentence[i:j + 1]], kinds)
        labels[i:j + 1] = ["B-" + kind] + ["I-" + kind] * (j - i)
        i = j + 1
    return [(t[0], l) for t, l in zip(sentence, labels)]


def wire_kind(words, kinds):
    kind = kinds.get(words[0].strip("."))
    if words[0] in ("Washington", "Britain", "U.S.", "Arabia"):
        kind = "location"
    if words[0] in ("United", "Sri", "Saudi", "Burkina") and "Nations" not in words:
        kind = "location"
    if len(words) > 1 and words[-1] in ("Herald", "University", "Institute", "Council", "Nations"):
        kind = "organisation"
    return kind or "organisation"


def read_vectors(path):
    """Returns the most frequent words and their vectors, of 100 numbers each."""
    import numpy as np
    with open(path) as f:
        file = json.load(f)
    words = file["words"][:VECTORS]
    return words, np.array([file["vectors"][w][:100] for w in words], np.float32)


def fold(word):
    word = word.lower()
    for old, new in (("’", "'"), ("‘", "'"), ("`", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-")):
        word = word.replace(old, new)
    return word


def no_figures(word):
    return re.sub(r"\d", "0", word)


def shape(word):
    letters = [c for c in word if c.isalpha()]
    digits = any(c.isdigit() for c in word)
    if not letters:
        return 7 if digits else 8
    if digits:
        return 6
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return 1
    if len(letters) == 1:
        return 5
    if upper == len(letters):
        return 3
    if upper == 1 and letters[0].isupper():
        return 2
    return 4


class Sight:
    """What the network sees of a word: the row of its vector (0 for none) and a row of each table."""

    def __init__(self, words, seen):
        self.rows = {w: i + 1 for i, w in enumerate(words)}
        self.seen, self.cache = seen, {}

    def __call__(self, word):
        if word not in self.cache:
            self.cache[word] = self.look(word)
        return self.cache[word]

    def look(self, word):
        folded = fold(word)
        plain = no_figures(folded)
        row = self.rows.get(folded) or self.rows.get(plain) or 0
        if row == 0 and "-" in folded:
            row = self.rows.get(folded.split("-")[-1], 0)
        if row == 0 and folded.endswith("."):
            row = self.rows.get(folded[:-1], 0)
        letters = [("p1", plain[:1]), ("p2", plain[:2]), ("p3", plain[:3]),
                   ("s1", plain[-1:]), ("s2", plain[-2:]), ("s3", plain[-3:]), ("s4", plain[-4:])]
        sizes = dict(TABLES)
        whole = bucket("w" + plain, sizes["word"] - 1) + 1 if plain in self.seen else 0
        return row, [whole] + [bucket(l, sizes[t]) for t, l in letters] + [shape(word), min(len(plain), 15)]


def bucket(letters, size):
    return zlib.crc32(letters.encode()) % size
