"""The joins and matchers that analysts use, on the same rows and judged by the same truth.

peers.py --rows rows.csv --truth truth.csv [--data FOLDER] [--cache FOLDER] [--sample 2000] [--out FOLDER] [--json FILE]

Peers: the raw merge on the two columns; the merge after cleaning (PC6 without spaces in capitals, leading digits); the same
with an exact join on street, number and place for what is left; the same with rapidfuzz (ratio and token_sort_ratio, at least 80)
among the addresses of the PC4, else the place. The rapidfuzz peers run on a sample. None gives a probability: all answers count
as accepted (`zeker`), with the modal buurt of the key. Answers are written in the layout of `wijkzicht geocode` when --out is given.
"""
import argparse
import csv
import json
import pathlib
import random
import re
import time
from collections import Counter, defaultdict

import pandas as pd
from rapidfuzz import fuzz, process

from common import data_folder, output_folder, table_with_buurten
from evaluate import evaluate, plain_json, read


class Peers:
    def __init__(self, table):
        self.keys = {}
        self.street = defaultdict(set)
        self.by_pc4, self.by_place = defaultdict(dict), defaultdict(dict)
        buurten = defaultdict(Counter)
        for straat, number, postcode, place, x, y, buurt in zip(*(table[c].tolist() for c in "straat huisnummer postcode woonplaats x y buurtcode".split())):
            key = (postcode, str(number))
            buurten[key][buurt] += 1
            if key not in self.keys:
                self.keys[key] = (x, y)
                text = f"{straat} {number} {postcode} {place}".lower()
                self.by_pc4[postcode[:4]][key] = text
                self.by_place[place.lower()][key] = text
            self.street[straat.lower(), str(number), place.lower()].add(key)
        self.buurt = {key: min(c, key=lambda b: (-c[b], b)) for key, c in buurten.items()}

    def raw(self, r):
        key = (r["postcode"], r["huisnummer"])
        return key if key in self.keys else None

    @staticmethod
    def parts(r):
        m = re.match(r"\s*0*(\d+)", r["huisnummer"])
        return re.sub(r"[^0-9A-Z]", "", r["postcode"].upper()), m[1] if m else ""

    def cleaned(self, r):
        key = self.parts(r)
        return key if key in self.keys else None

    def cascade(self, r):
        key = self.cleaned(r)
        if key:
            return key
        found = self.street.get((r["straat"].lower(), self.parts(r)[1], r["plaats"].lower()), ())
        return next(iter(found)) if len(found) == 1 else None

    def fuzzy(self, scorer):
        def answer(r):
            key = self.cascade(r)
            if key:
                return key
            postcode, _ = self.parts(r)
            pool = self.by_pc4.get(postcode[:4]) or self.by_place.get(r["plaats"].lower())
            if not pool:
                return None
            best = process.extractOne(f"{r['straat']} {r['huisnummer']} {postcode} {r['plaats']}".lower(), pool, scorer=scorer, score_cutoff=80)
            return best[2] if best else None
        return answer


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", required=True)
    parser.add_argument("--truth", required=True)
    parser.add_argument("--data")
    parser.add_argument("--cache")
    parser.add_argument("--areas")
    parser.add_argument("--sample", type=int, default=2000)
    parser.add_argument("--out")
    parser.add_argument("--json")
    arguments = parser.parse_args()
    table = table_with_buurten(data_folder(arguments.data), output_folder(arguments.cache or pathlib.Path(arguments.rows).resolve().parent.parent), arguments.areas)
    peers = Peers(table)
    rows = list(csv.DictReader(open(arguments.rows, encoding="utf-8", newline=""), delimiter=";"))
    truth = read(arguments.truth)
    sample = random.Random(1).sample(rows, min(arguments.sample, len(rows)))
    tasks = [("raw merge", "raw", peers.raw, rows), ("cleaned PC6 + number", "cleaned", peers.cleaned, rows),
             ("+ exact street, place", "cascade", peers.cascade, rows),
             ("+ rapidfuzz ratio", "ratio", peers.fuzzy(fuzz.ratio), sample),
             ("+ rapidfuzz token_sort", "tokensort", peers.fuzzy(fuzz.token_sort_ratio), sample)]
    print(f"{'':24}{'n':>8}{'right':>8}{'wrong':>8}{'none':>8}{'prec.':>8}{'answ.ok':>9}{'z.w.buurt':>10}{'rows/s':>10}")
    reports = {}
    for title, name, answer, some in tasks:
        start = time.perf_counter()
        found = [answer(r) for r in some]
        rate = len(some) / (time.perf_counter() - start)
        lines = []
        for r, key in zip(some, found):
            buurt = peers.buurt[key] if key else ""
            x, y = peers.keys[key] if key else ("", "")
            lines.append(list(r.values()) + [buurt, buurt and "WK" + buurt[2:8], buurt and "GM" + buurt[2:6], f"{x:.2f}" if key else "", f"{y:.2f}" if key else "",
                                             key[0] if key else "", key[1] if key else "", "number" if key else "none", "", "", "zeker" if key else "geen", ""])
        header = list(rows[0]) + "buurtcode wijkcode gemeentecode x y gevonden_postcode gevonden_huisnummer match_niveau match_overeenkomst match_kans match_oordeel match_reden".split()
        frame = pd.DataFrame(lines, columns=header).astype(str)
        if arguments.out:
            frame.to_csv(output_folder(arguments.out) / f"{name}.csv", sep=";", index=False, lineterminator="\n")
        report = evaluate(truth[truth.qid.isin(frame.qid)], frame)
        reports[title] = {**report, "rows_per_second": rate}
        g, a = report["all"], report["answerable"]
        print(f"{title:24}{len(some):8}{g['right']:8.2%}{g['wrong']:8.2%}{g['none']:8.2%}{report['precision']:8.2%}{a['right']:9.2%}"
              f"{a['zeker_wrong_buurt_share']:10.3%}{rate:10.0f}", flush=True)
    if arguments.json:
        with open(arguments.json, "w") as file:
            json.dump(plain_json(reports), file, indent=1, allow_nan=False)
            file.write("\n")


if __name__ == "__main__":
    main()
