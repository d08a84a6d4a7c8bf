"""Which rows can be answered at all: a definition by brute force, independent of any geocoder.

A row as written is compared with the keys (postcode, number) of the register field by field. Each field has a cost:
  postcode  edits (insert, delete, replace, swap neighbours) between what is written and the same length of the key's postcode;
            nothing written: 0 for every key
  street    0 when equal after folding (case, diacritics, punctuation); else 1 + the edits between the names after the usual
            abbreviations were applied to both
  number    0 the number and the rest of the cell are an address of the key; 1 so when glued digits are split (121 as 12-1);
            2 the number is the key's, the rest is not (left out, a range, unknown)
  place     0 the woonplaats after folding; 0.5 the gemeente or a former gemeente; else the least number of edits to any of these;
            nothing written: 0 for every key
A number inside the street cell is tried at every group of digits; street and place are also tried swapped (a cost of its own).
The reading with the lowest sum for the true key counts. The row is a *tie* when another key has the same costs in every field,
and *beaten* when another key has costs nowhere higher and somewhere lower: then nothing in the row speaks for the true key.
Both are not answerable. Damage to the layout (columns shifted, everything in one cell, dates made by a spreadsheet, mojibake,
names abbreviated to initials) is judged as the row was before it: it hides what is written, but tells no two keys apart.
"""
import re
from collections import defaultdict

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from common import fold, place_name, short


def squeeze(text):
    return re.sub(r"[^0-9A-Z]", "", text.upper())


class Register:
    def __init__(self, table, former=None):
        """former: PC4 -> name of the gemeente it once belonged to."""
        self.former = former or {}
        self.streets = {}                       # (straat, woonplaats, gemeente) -> index
        self.names = []                         # index -> (folded, shortened, folded woonplaats, folded gemeente)
        self.numbers = []                       # index -> {number: {postcode: {additions}}}
        self.by_fold = defaultdict(list)
        self.by_place = defaultdict(set)        # folded name of woonplaats, gemeente -> street indices
        self.by_pc6 = defaultdict(set)
        self.by_pc4 = defaultdict(set)
        folded = {}
        columns = (table.straat, table.huisnummer, table.letter, table.toevoeging, table.postcode, table.woonplaats, table.gemeente)
        for straat, number, letter, addition, postcode, woonplaats, gemeente in zip(*(c.tolist() for c in columns)):
            key = (straat, woonplaats, gemeente)
            index = self.streets.get(key)
            if index is None:
                index = self.streets[key] = len(self.names)
                for name in key:
                    if name not in folded:
                        folded[name] = fold(place_name(name))
                name = fold(straat)
                self.names.append((name, short(name), folded[woonplaats], folded[gemeente]))
                self.numbers.append({})
                self.by_fold[name.replace(" ", "")].append(index)
                self.by_place[folded[woonplaats]].add(index)
                self.by_place[folded[gemeente]].add(index)
            self.numbers[index].setdefault(number, {}).setdefault(postcode, set()).add(squeeze(letter + addition))
            self.by_pc6[postcode].add(index)
            self.by_pc4[postcode[:4]].add(index)
        for index, numbers in enumerate(self.numbers):
            for pc4 in {p[:4] for byp in numbers.values() for p in byp}:
                if pc4 in self.former:
                    self.by_place[fold(self.former[pc4])].add(index)
        self.places = sorted(self.by_place)
        self.shorts = [name[1] for name in self.names]

    # The costs of one field.

    def street_cost(self, index, text):
        name = self.names[index]
        return 0 if name[0].replace(" ", "") == text[0] else 1 + OSA.distance(name[1], text[1])

    def place_cost(self, index, postcode, text):
        if not text:
            return 0
        _, _, woonplaats, gemeente = self.names[index]
        if text == woonplaats:
            return 0
        others = [gemeente]
        if postcode[:4] in self.former:
            others.append(fold(self.former[postcode[:4]]))
        if text in others:
            return 0.5
        return min(OSA.distance(text, name) for name in [woonplaats] + others)

    @staticmethod
    def postcode_cost(postcode, text):
        return OSA.distance(postcode[:len(text)], text) if text else 0

    @staticmethod
    def number_readings(cell, addition):
        """[(number, rest, glued)] of a number cell and an addition cell."""
        m = re.match(r"\s*(\d{1,9})(.*)$", cell, re.S)
        if not m:
            return []
        digits, rest = m[1], m[2]
        readings = [(int(digits), squeeze(rest + addition), False)]
        # Digits can be split when nothing parts them from what follows.
        for at in range(1, len(digits)):
            readings.append((int(digits[:at]), squeeze(digits[at:] + rest + addition), True))
        return readings

    @staticmethod
    def number_cost(additions, rest, glued):
        if rest in additions:
            return 1 if glued else 0
        return None if glued else 2

    def readings(self, street, cell, addition, place):
        """[(order, street text, number readings, place text)]"""
        cuts = []
        if re.match(r"\s*\d", cell):
            cuts.append((street, cell, addition))
        else:
            for m in re.finditer(r"(?<!\d)\d+", street):
                if m.start() > 0:
                    cuts.append((street[:m.start()], street[m.start():], addition))
        result = []
        for name, number, rest in cuts:
            numbers = self.number_readings(number, rest)
            a, b = fold(name), fold(place)
            result.append((0, (a.replace(" ", ""), short(a)), numbers, b))
            if b:
                result.append((1, (b.replace(" ", ""), short(b)), numbers, a))
        return result

    def costs(self, index, number, postcode, readings, text):
        """The costs of a key for each reading that allows it: (order, postcode, street, number, place)."""
        found = []
        for reading in readings:
            order, street, numbers, place = reading
            for n, rest, glued in numbers:
                if n != number:
                    continue
                additions = self.numbers[index].get(number, {}).get(postcode)
                cost = None if additions is None else self.number_cost(additions, rest, glued)
                if cost is not None:
                    found.append(((order, self.postcode_cost(postcode, text), self.street_cost(index, street), cost,
                                   self.place_cost(index, postcode, place)), reading))
        return found

    def judge(self, true_key, row):
        """'' when no other key fits as well, 'tie', 'beaten', or 'unread' when the row does not name the true number at all.
        true_key: (straat, woonplaats, gemeente, number, postcode); row: (straat, huisnummer, toevoeging, postcode, plaats)."""
        straat, woonplaats, gemeente, number, postcode = true_key
        index = self.streets[(straat, woonplaats, gemeente)]
        street, cell, addition, pc, place = row
        text = squeeze(pc)
        readings = self.readings(street, cell, addition, place)
        mine = self.costs(index, number, postcode, readings, text)
        if not mine:
            return "unread"
        best = min((costs for costs, _ in mine), key=lambda c: (sum(c), c))
        verdict = ""
        for reading in readings:
            order, name, numbers, where = reading
            if order > best[0]:
                continue
            # Streets that can be as good: by postcode when it fits, else by place, else all of them; then by the street's name.
            if text and best[1] == 0 and len(text) == 6:
                pool = self.by_pc6.get(text, ())
            elif text and best[1] == 0 and len(text) == 4:
                pool = self.by_pc4.get(text, ())
            elif not where:
                pool = None
            elif best[4] <= 0.5:
                pool = self.by_place.get(where, ())
            else:
                pool = set()
                for close, _, _ in extract(where, self.places, scorer=OSA.distance, score_cutoff=best[4], limit=None):
                    pool |= self.by_place[close]
            if best[2] == 0:
                same = self.by_fold.get(name[0], ())
                pool = same if pool is None else [i for i in same if i in pool]
            else:
                limit = best[2] - 1
                near = [i for i in (range(len(self.names)) if pool is None else pool)
                        if abs(len(self.shorts[i]) - len(name[1])) <= limit or self.names[i][0].replace(" ", "") == name[0]]
                pool = [i for i in near if self.street_cost(i, name) <= best[2]]
            for i in pool:
                here = self.numbers[i]
                for n, rest, glued in numbers:
                    for p, additions in here.get(n, {}).items():
                        if (n, p) == (number, postcode):
                            continue
                        cost = self.number_cost(additions, rest, glued)
                        if cost is None or cost > best[3]:
                            continue
                        other = (order, self.postcode_cost(p, text), self.street_cost(i, name), cost, self.place_cost(i, p, where))
                        if all(o <= b for o, b in zip(other, best)):
                            if other == best:
                                verdict = verdict or "tie"
                            else:
                                return "beaten"
        return verdict


def slow_verdict(register, true_key, row):
    """The definition without any shortcut: every key of the register against the row."""
    straat, woonplaats, gemeente, number, postcode = true_key
    index = register.streets[(straat, woonplaats, gemeente)]
    text = squeeze(row[3])
    readings = register.readings(row[0], row[1], row[2], row[4])
    mine = register.costs(index, number, postcode, readings, text)
    if not mine:
        return "unread"
    best = min((costs for costs, _ in mine), key=lambda c: (sum(c), c))
    wanted = {n for reading in readings for n, _, _ in reading[2]}
    verdicts = set()
    for i, numbers in enumerate(register.numbers):
        for n in wanted & numbers.keys():
            for p in numbers[n]:
                if (n, p) != (number, postcode):
                    for other, _ in register.costs(i, n, p, readings, text):
                        if all(o <= b for o, b in zip(other, best)):
                            verdicts.add("tie" if other == best else "beaten")
    return "beaten" if "beaten" in verdicts else "tie" if verdicts else ""


if __name__ == "__main__":
    import argparse
    import csv
    import sys

    from common import data_folder, output_folder, table_with_buurten

    parser = argparse.ArgumentParser(description="Checks the verdicts in a folder of corrupt.py (model base) against the definition without shortcuts.")
    parser.add_argument("folder")
    parser.add_argument("--rows", type=int, default=200)
    parser.add_argument("--data")
    parser.add_argument("--cache")
    arguments = parser.parse_args()
    folder = output_folder(arguments.folder)
    register = Register(table_with_buurten(data_folder(arguments.data), output_folder(arguments.cache or folder.resolve().parent)))
    rows = csv.reader(open(folder / "rows.csv", encoding="utf-8", newline=""), delimiter=";")
    truth = csv.DictReader(open(folder / "truth.csv", encoding="utf-8", newline=""), delimiter=";")
    next(rows)
    # Half of them rows that are not answerable or lack a postcode, where shortcuts could go wrong.
    pairs = [(r, t) for r, t in zip(rows, truth) if t["why"] in ("", "tie", "beaten", "unread")]
    hard = [p for p in pairs if p[1]["why"] or len(squeeze(p[0][4])) != 6]
    some = pairs[:arguments.rows // 2] + hard[:arguments.rows // 4] + [p for p in pairs if p[1]["why"]][:arguments.rows // 4]
    different = 0
    for r, t in some:
        key = (t["straat"], t["woonplaats"], t["gemeente"], int(t["huisnummer"]), t["postcode"])
        different += slow_verdict(register, key, r[1:]) != t["why"]
    print(f"{len(some)} rows, {different} verdicts differ")
    sys.exit(different > 0)
