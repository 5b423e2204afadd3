"""Writes every word of a Hunspell dictionary with the case that it has there, a word a line.

    npm pack dictionary-en@4.0.0 && tar xzf dictionary-en-4.0.0.tgz
    python dictionary.py --dictionary package --out words.txt
    dateline train case --corpus words.txt --out ../../internal/parse/case.model
"""
import argparse
import re


def affixes(path):
    """Returns the rules of the affix file by PFX or SFX and flag: what is cut off, what is put on, on which words."""
    rules = {}
    for line in open(path, encoding="utf8"):
        column = line.split()
        if len(column) >= 5 and column[0] in ("PFX", "SFX"):
            cut, put = ("" if c == "0" else c for c in (column[2], column[3].split("/")[0]))
            rules.setdefault((column[0], column[1]), []).append((cut, put, column[4]))
    return rules


def forms(word, flags, rules):
    """Returns the word with its endings, and all of them with its prefixes."""
    out = {word}
    for flag in flags:
        for cut, put, where in rules.get(("SFX", flag), []):
            if re.search("(?:" + where + ")$", word):
                out.add(word[:len(word) - len(cut)] + put)
    for flag in flags:
        out |= {put + w[len(cut):] for w in out for cut, put, where in rules.get(("PFX", flag), []) if re.match(where, w)}
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("dictionary", "out"):
        parser.add_argument("--" + name, required=True)
    a = parser.parse_args()
    rules, words = affixes(a.dictionary + "/index.aff"), set()
    for line in open(a.dictionary + "/index.dic", encoding="utf8"):
        word, _, flags = line.strip().partition("/")
        if word and not word[0].isdigit():
            words |= forms(word, flags.split()[0] if flags else "", rules)
    with open(a.out, "w", encoding="utf8") as out:
        out.writelines(w + "\n" for w in sorted(words) if not w.endswith("'s"))


if __name__ == "__main__":
    main()
