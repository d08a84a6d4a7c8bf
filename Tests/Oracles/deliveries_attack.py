#!/usr/bin/env python3
"""Attacks studies with delivered counts at several levels and of wholes with parts, with integer programs:
scipy 1.17.1 (HiGHS).

deliveries_attack.py WIJKZICHT FIRST LAST [--naive] [--years] [--releases N]

For each seed from FIRST to LAST - 1 it makes up gemeenten, wijken, buurten and areas made of buurten, counts of one to
four names that are parts of each other or have nothing to do with each other, and deliveries of them per level: from
one file or a file per level, with small counts as `<5`, some as `x` or without a row, and in some studies counts of
which no buurt is known. The program publishes them at levels that are chosen at random. From what was published it
looks for the largest value of every hidden or undelivered count under 10, and of what is left between a whole and its
parts, taken one by one or together, in all areas of the levels. The outsider knows how many of each count lie in a
wijk or gemeente and in none of its buurten, where the deliveries say so: none in most studies. What cannot reach 10 is
a leak. With --naive what was hidden for the sake of others counts as published: then it must find leaks. Where parts
make up the whole everywhere, what is left is nothing, and is not protected. With --releases the same counts are
published N times with one ledger, some of them at levels that are chosen anew; now and then others are delivered under
the same names. After each release it looks from all that was published of the counts. Counts lie in buurten then, and
what earlier releases tell of what is left by themselves is no leak of a later one. Releases that are refused, since
earlier ones said too much, are left out and counted. With --years each release is on areas of the next year, with the
same codes and boundaries that were drawn anew a little. Prints what was looked at, and ends with 1 when there is a leak.
"""
import argparse
import csv
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from levels_attack import LEVELS, make_areas, next_year

LEAST, BASE = 10, 5
TABLES = {"buurt": "tabel.csv", "wijk": "tabel_wijken.csv", "gemeente": "tabel_gemeenten.csv", "gebied": "tabel_gebied.csv"}
INDICATOR = """id: i_{id}
theme: misdaad
code: M
name: {{nl: "{id}", en: "{id}"}}
says: {{nl: Verzonnen., en: Made up.}}
says_not: {{nl: Verzonnen., en: Made up.}}
unit: {{nl: stuks, en: pieces}}
decimals: 0
direction: neutral
minimum_denominator: 0
formula: {{kind: value, numerator: {{figure: telling_{id}}}}}
caveats: {{nl: [Verzonnen.], en: [Made up.]}}
references: [Verzonnen]
"""
# By name of a count the smallest kinds that it is made of: a whole with two parts, one of which may have a part.
SHAPES = {
    "one": {"w": "w"},
    "parts": {"w": "abr", "a": "a", "b": "b"},
    "whole": {"w": "ab", "a": "a", "b": "b"},
    "nested": {"w": "absr", "a": "as", "b": "b", "c": "a"},
    "two": {"w": "ar", "a": "a", "z": "z"},
}
PARTS = {
    "one": "",
    "parts": "    parts: {telling_w: [telling_a, telling_b]}\n",
    "whole": "    parts: {telling_w: [telling_a, telling_b]}\n",
    "nested": "    parts: {telling_w: [telling_a, telling_b], telling_a: [telling_c]}\n",
    "two": "    parts: {telling_w: [telling_a]}\n",
}


class Study:
    """What there is, what is delivered of it and what is shown."""

    def __init__(self, folder, chance, releases=1):
        self.places = make_areas(folder, chance)
        self.year = 2024
        for number, place in enumerate(self.places):
            place["gebied"] = f"G{number * 3 // len(self.places) if chance.random() < 0.8 else 0}"
        self.shape = chance.choice(sorted(SHAPES))
        self.counts = SHAPES[self.shape]
        self.kinds = sorted(set("".join(self.counts.values())))
        self.has_placeless = chance.random() < 0.35 and releases == 1
        self.has_gaps = not self.has_placeless and chance.random() < 0.4
        self.choose(chance, self.counts)
        # Units: buurten, and what lies in a wijk or gemeente alone.
        self.units = [dict(place) for place in self.places]
        if self.has_placeless:
            for code, own in sorted({p["wijk"]: p for p in self.places}.items()):
                self.units.append({"wijk": code, "gemeente": own["gemeente"]})
            for code in sorted({p["gemeente"] for p in self.places}):
                self.units.append({"gemeente": code})
        self.fill(chance)

    def choose(self, chance, counts):
        """At which levels counts are shown."""
        self.shown = {}
        for count in counts:
            levels = chance.sample(LEVELS, chance.randint(1, 3))
            if not self.has_placeless and chance.random() < 0.3:
                levels = ["buurt", "gebied"][chance.randint(0, 1):] + [l for l in levels if l != "buurt"]
            self.shown[count] = levels

    def fill(self, chance):
        """How many there are of each kind in each unit."""
        amounts = [0, 1, 2, 4, 6, 9, 11, 14, 18, 25, 40]
        self.true = {}
        for number, unit in enumerate(self.units):
            for kind in self.kinds:
                few = amounts[:5] if "buurt" not in unit or kind in "rs" else amounts
                self.true[number, kind] = chance.choice(few) if "buurt" in unit or chance.random() < 0.4 else 0

    def codes(self, level):
        return sorted({p[level] for p in self.places})

    def members(self, kinds, level, code):
        return [(n, k) for n, unit in enumerate(self.units) if unit.get(level) == code for k in kinds]

    def sum(self, kinds, level, code):
        return sum(self.true[key] for key in self.members(kinds, level, code))

    def write(self, folder, chance, name="s", ledger=None):
        """Files, indicators and the study; which cells say nothing or only bounds."""
        for count in self.counts:
            (folder / f"{count}.yaml").write_text(INDICATOR.format(id=count))
        (folder / "gebieden.csv").write_text(
            "buurtcode;gebied\n" + "".join(f"{p['buurt']};{p['gebied']}\n" for p in self.places))
        is_one_file = chance.random() < 0.5
        rows = {}
        for count, kinds in self.counts.items():
            # What is not shown is delivered too, so that it is told what is a part of what.
            own = self.shown.get(count, ["buurt"])
            levels = {("buurt" if level == "gebied" else level) for level in own}
            for level in sorted(levels):
                for code in self.codes(level):
                    value = self.sum(kinds, level, code)
                    text = "<5" if value < 5 and chance.random() < 0.7 else str(value)
                    if self.has_gaps and chance.random() < 0.1 and "gebied" not in own:
                        text = chance.choice(["x", ""])
                    rows.setdefault((level, code), {})[count] = text
        blocks = []
        told = PARTS[self.shape]
        for number, level in enumerate(["alle"] if is_one_file else LEVELS):
            own = {key: row for key, row in rows.items() if is_one_file or key[0] == level}
            names = sorted({count for row in own.values() for count in row})
            if not names:
                continue
            lines = ["code;" + ";".join(names)]
            lines += [f"{code};" + ";".join(row.get(n, "") for n in names) for (_, code), row in sorted(own.items())]
            (folder / f"{name}-{level}.csv").write_text("\n".join(lines) + "\n")
            blocks.append(
                f"  - id: d{number}\n    kind: counts\n    file: {name}-{level}.csv\n    edition: {self.year}\n    key: code\n"
                f"    columns: {{{', '.join(f'telling_{n}: {n}' for n in names)}}}\n    synthetic: true\n" + told)
            told = ""
        gemeenten = ", ".join(self.codes("gemeente"))
        files = ", ".join(f"{level}en_{self.year}.geojson" for level in LEVELS)
        indicators = "".join(
            f"  - {{file: {count}.yaml, level: [{', '.join(self.shown[count])}]}}\n" for count in self.shown)
        (folder / f"{name}.yaml").write_text(f"""study: aanval
title: Aanval
purpose: Tests van het programma; alles is verzonnen.
peildatum: 2024-12-31
audience: openbaar
edition: {self.year}
level: buurt
gemeenten: [{gemeenten}]
areas:
  files: [{files}]
  own: [{{level: gebied, mapping: gebieden.csv, key: buurtcode, code: gebied}}]
figures:
{"".join(blocks)}indicators:
{indicators}exports: [csv]
""" + (f"author: Maker\nledger: {ledger}\n" if ledger else ""))

    def targets(self, shown):
        """Each count of an area by its kinds, and what wholes have besides some of their parts."""
        levels = sorted({level for levels in shown.values() for level in levels})
        wanted = {}
        for count, levels_of in shown.items():
            for level in levels_of:
                wanted[self.counts[count], level] = count
        for whole, kinds in self.counts.items():
            inner = [own for own in self.counts.values() if set(own) < set(kinds)]
            for level in levels:
                rests = ["".join(sorted(set(kinds) - set(own))) for own in inner]
                rests.append("".join(sorted(set(kinds) - set("".join(inner)))))
                for rest in rests:
                    if rest:
                        wanted.setdefault((rest, level), f"{whole} without some")
        for (kinds, level), what in wanted.items():
            if any(self.true[n, k] for n in range(len(self.units)) for k in kinds):
                for code in self.codes(level):
                    value = self.sum(kinds, level, code)
                    if value < LEAST:
                        yield kinds, level, code, value, what


def publish(program, folder, name, releases):
    """Runs, and releases when there are more; what it said when it was refused."""
    steps = [["run", f"{name}.yaml", "--out", "uit"]]
    if releases > 1:
        steps += [["release", "uit", "--study", f"{name}.yaml", "--by", "Ander", "--role", "jurist", "--date",
                   "2026-11-30", "--advice", "akkoord", "--out", f"{name}-vrij.yaml"],
                  ["run", f"{name}.yaml", "--release", f"{name}-vrij.yaml", "--out", "uit"]]
    for words in steps:
        done = subprocess.run([program, *words], cwd=folder, capture_output=True, text=True)
        if done.returncode:
            return done.stderr + done.stdout
    return None


def attack(program, seed, is_naive, has_years, releases):
    chance = random.Random(seed)
    looked = leaks = others = refused = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        study = Study(folder, chance, releases)
        keys = [(n, k) for n in range(len(study.units)) for k in study.kinds]
        rows, lows, highs, shown = [], [], [], {}

        def say(members, low, high):
            own = set(members)
            rows.append([float(key in own) for key in keys])
            lows.append(low)
            highs.append(high)

        def most(members, count):
            if not count:
                return np.inf
            own = set(members)
            found = milp([-float(key in own) for key in keys],
                         constraints=LinearConstraint(np.array(rows[:count]), lows[:count], highs[:count]),
                         integrality=np.ones(len(keys)), bounds=Bounds(0, 1e5))
            assert found.status == 0, (seed, found.message)
            return -found.fun

        for release in range(releases):
            if release and has_years:
                next_year(folder, study.year)
                study.year += 1
            if release:
                study.choose(chance, chance.sample(sorted(study.counts), chance.randint(1, len(study.counts))))
                if chance.random() < 0.2:
                    study.fill(chance)
                    rows, lows, highs, shown = [], [], [], {}
            study.write(folder, chance, f"s{release}", "grootboek.jsonl" if releases > 1 else None)
            before = len(rows)
            message = publish(program, folder, f"s{release}", releases)
            if message:
                if "so its map would be empty" in message:
                    continue
                # Numbers may not be found where parts have parts, or where levels cross; everywhere else they must be.
                is_hard = study.shape == "nested" or any("gebied" in levels for levels in study.shown.values())
                if "nothing was found that fits" in message and is_hard or \
                        releases > 1 and ("can be derived" in message or "no numbers were found" in message):
                    refused += 1
                    continue
                sys.exit(f"seed {seed}, release {release}: {message}")
            for count, levels in study.shown.items():
                kinds = study.counts[count]
                shown.setdefault(count, set()).update(levels)
                for level in levels:
                    path = folder / "uit" / TABLES[level]
                    table = {r["code"]: r for r in csv.DictReader(open(path, encoding="utf-8-sig"), delimiter=";")}
                    for code in study.codes(level):
                        assert f"i_{count}" in table[code], (seed, count, level, sorted(table[code]))
                        text, status = table[code][f"i_{count}"], table[code][f"i_{count}_status"]
                        true = study.sum(kinds, level, code)
                        if status == "onderdrukt" and true >= LEAST:
                            others += 1
                            if is_naive:
                                text = str((true + BASE // 2) // BASE * BASE)
                        if text:
                            low, high = max(LEAST, int(text) - BASE // 2), int(text) + BASE // 2
                            assert low <= true <= high, (seed, count, code, text, true)
                            say(study.members(kinds, level, code), low, high)
            # What lies in no buurt is known of a count that is told of buurten or wijken too, and of its whole.
            for number, unit in enumerate(study.units):
                for count, levels in study.shown.items():
                    if "buurt" not in unit:
                        finer = ["buurt"] if "wijk" in unit else ["buurt", "wijk"]
                        if set(finer) & set(levels):
                            kinds = study.counts[count]
                            true = sum(study.true[number, k] for k in kinds)
                            say([(number, k) for k in kinds], true, true)
            for kinds, level, code, true, what in study.targets(shown):
                looked += 1
                members = study.members(kinds, level, code)
                if not rows or most(members, len(rows)) > LEAST - 0.5:
                    continue
                # What earlier releases tell by themselves was looked at then, or was no count of theirs.
                if before and most(members, before) < LEAST - 0.5:
                    continue
                leaks += 1
                print(f"leak: seed {seed}, release {release} ({study.shape}), {what} ({kinds}) in {code}: {true}, "
                      f"at most {most(members, len(rows)):.0f}")
    return looked, leaks, others, refused


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int)
    parser.add_argument("--naive", action="store_true")
    parser.add_argument("--years", action="store_true")
    parser.add_argument("--releases", type=int, default=1)
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    found = [attack(program, seed, options.naive, options.years, options.releases)
             for seed in range(options.first, options.last)]
    looked, leaks, others, refused = (sum(f[n] for f in found) for n in range(4))
    print(f"{len(found)} studies, {refused} refused, {looked} small counts, {others} hidden for others, {leaks} leaks")
    sys.exit(1 if leaks else 0)


if __name__ == "__main__":
    main()
