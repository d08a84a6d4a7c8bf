#!/usr/bin/env python3
"""Attacks studies that count and add up the same records at several levels, release after release, with integer
programs: scipy 1.17.1 (HiGHS).

levels_attack.py WIJKZICHT FIRST LAST [--naive] [--disguised] [--noughts] [--years] [--releases N]

For each seed from FIRST to LAST - 1 it makes up gemeenten, wijken and buurten, puts records in them, and lets the
program publish counts, sums and numbers of different addresses at levels that are chosen at random, in N releases (3)
with one ledger. After each release it looks from all that was published so far for the largest value of every hidden
count under 10 (of counts and of addresses), of what one count of the release leaves of another or of an earlier one,
and for both ends of every hidden sum. A count that cannot reach 10, and a sum that cannot lie 10 % or 5 lower and
higher, is a leak. Releases that are refused, since earlier ones said too much, are left out and counted. With --naive
what was hidden for the sake of others counts as published: then it must find leaks. Kinds of which there is no record
at all are left out: that is not protected. With --disguised every number is 1 and no two addresses are the same, so
that sums and numbers of addresses are counts, and are looked at as such, all together. With --noughts many records
have the number 0 (with --disguised 0 or one other number): how many have another is a count too, which must be able
to reach 10 where a sum is hidden for few of them. With --years each
release is on areas of the next year, with the same codes and boundaries that were drawn anew a little. Prints what was
looked at, and ends with 1 when there is a leak.
"""
import argparse
import csv
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

LEAST, BASE = 10, 5
LEVELS = ["buurt", "wijk", "gemeente"]
TABLES = {"buurt": "tabel.csv", "wijk": "tabel_wijken.csv", "gemeente": "tabel_gemeenten.csv"}
CHOICES = {"alle": None, "soort_a": ["a"], "soort_b": ["b"], "soort_ab": ["a", "b"]}
INDICATOR = """id: {id}
theme: misdaad
code: M
name: {{nl: "{id}", en: "{id}"}}
says: {{nl: Verzonnen., en: Made up.}}
says_not: {{nl: Verzonnen., en: Made up.}}
unit: {{nl: stuks, en: pieces}}
decimals: 0
direction: neutral
minimum_denominator: 0
formula: {{kind: value, numerator: {{records: m, measure: {measure}{column}{where}}}}}
caveats: {{nl: [Verzonnen.], en: [Made up.]}}
references: [Verzonnen]
"""


def make_areas(folder, chance):
    """Buurten in a row, each with the codes of what it lies in."""
    places, features = [], {level: [] for level in LEVELS}
    def feature(level, code, own, first, last):
        a, b = 120000 + first * 1000, 120000 + last * 1000
        features[level].append({"type": "Feature", "properties": dict(own, **{
            level + "code": code, level + "naam": code, "gemeentenaam": own.get("gemeentecode", code),
            "aantal_inwoners": 1000, "oppervlakte_land_in_ha": 100}), "geometry": {"type": "Polygon", "coordinates": [
                [[a, 480000], [b, 480000], [b, 481000], [a, 481000], [a, 480000]]]}})
    for g in range(1, chance.randint(1, 2) + 1):
        gemeente, start = f"GM990{g}", len(places)
        for w in range(chance.randint(1, 3)):
            wijk, first = f"WK990{g}0{w}", len(places)
            for b in range(chance.randint(1, 4)):
                buurt = f"BU990{g}0{w}0{b}"
                feature("buurt", buurt, {"wijkcode": wijk, "gemeentecode": gemeente}, len(places), len(places) + 1)
                places.append({"buurt": buurt, "wijk": wijk, "gemeente": gemeente})
            feature("wijk", wijk, {"gemeentecode": gemeente}, first, len(places))
        feature("gemeente", gemeente, {}, start, len(places))
    for level in LEVELS:
        (folder / f"{level}en_2024.geojson").write_text(json.dumps({
            "type": "FeatureCollection", "name": level + "en",
            "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}, "features": features[level]}))
    return places


def make_records(folder, places, chance, is_disguised, has_noughts):
    """Each with the place of its buurt, kind, number and address."""
    records = []
    one = chance.choice([1, 3, 100]) if has_noughts else 1
    for place in range(len(places)):
        addresses = [f"{place}-{n}" for n in range(chance.choice([3, 8, 15, 30]))]
        for kind in "abc":
            noughts = chance.choice([0, 0.3, 0.7, 0.95]) if has_noughts else 0
            for _ in range(chance.choice([0, chance.randint(1, 9), chance.randint(5, 40), chance.randint(10, 30)])):
                number = chance.randint(200, 900) if chance.random() < 0.05 else chance.randint(1, 60)
                address = chance.choice(addresses)
                if is_disguised:
                    number, address = one, f"{place}-{len(records)}"
                if noughts and chance.random() < noughts:
                    number = 0
                records.append((place, kind, number, address))
    with open(folder / "m.csv", "w") as file:
        file.write("buurtcode;soort;m2;adres\n")
        for place, kind, number, address in records:
            file.write(f"{places[place]['buurt']};{kind};{number};{address}\n")
    return records


def next_year(folder, year):
    """The areas of a year as those of the next one, each boundary drawn anew 10 m further."""
    for level in LEVELS:
        areas = json.loads((folder / f"{level}en_{year}.geojson").read_text())
        for feature in areas["features"]:
            for corner in feature["geometry"]["coordinates"][0]:
                corner[0] += 10
        (folder / f"{level}en_{year + 1}.geojson").write_text(json.dumps(areas))


def write_study(folder, name, places, chance, year=2024):
    """A study with a few indicators at some levels; what it shows of what."""
    shown, lines, tables = [], [], []
    wanted = [(m, c) for m in ["count", "sum", "distinct"] for c in CHOICES]
    for measure, choice in sorted(chance.sample(wanted, chance.randint(1, 4))):
        levels = chance.sample(LEVELS, chance.randint(1, 3))
        own = f"{measure}_{choice}"
        where = "" if CHOICES[choice] is None else f", where: {{soort: [{', '.join(CHOICES[choice])}]}}"
        column = {"count": "", "sum": ", column: m2", "distinct": ", column: adres"}[measure]
        (folder / f"{own}.yaml").write_text(INDICATOR.format(id=own, measure=measure, column=column, where=where))
        lines.append(f"  - {{file: {own}.yaml, level: [{', '.join(levels)}]}}")
        shown += [(own, measure, CHOICES[choice], level, None) for level in levels]
    if chance.random() < 0.5:
        measure, level, totals = chance.choice(["count", "sum", "distinct"]), chance.choice(LEVELS), chance.random() < 0.7
        count = {"count": "", "sum": ", count: {sum: m2}", "distinct": ", count: {distinct: adres}"}[measure]
        tables.append(f"tables: [{{id: tabel, records: m, level: {level}, category: soort{count}{', totals: true' if totals else ''}}}]\n")
        for own in LEVELS[LEVELS.index(level):] if totals else [level]:
            shown += [("aantal", measure, kinds, own, "totaal" if kinds is None else kinds[0])
                      for kinds in [["a"], ["b"], ["c"]] + ([None] if totals else [])]
    gemeenten = ", ".join(sorted({place["gemeente"] for place in places}))
    files = ", ".join(f"{level}en_{year}.geojson" for level in LEVELS)
    (folder / f"{name}.yaml").write_text(f"""study: {name}
title: Aanval
purpose: Tests van het programma; alles is verzonnen.
author: Maker
peildatum: 2024-12-31
audience: openbaar
edition: {year}
level: buurt
gemeenten: [{gemeenten}]
areas: [{files}]
records: [{{id: m, file: m.csv, synthetic: true, columns: {{buurtcode: buurtcode, soort: soort, m2: m2, adres: adres}}}}]
indicators:
""" + "\n".join(lines) + "\n" + "".join(tables) + "exports: [csv]\nledger: grootboek.jsonl\n")
    return shown


def publish(program, folder, name):
    """Runs, releases, runs again; the rows of the tables per level, or nil where it is refused."""
    def run(*words):
        return subprocess.run([program, *words], cwd=folder, capture_output=True, text=True)
    study, out = f"{name}.yaml", f"uit-{name}"
    for words in [["run", study, "--out", out],
                  ["release", out, "--study", study, "--by", "Ander", "--role", "jurist", "--date", "2026-11-30",
                   "--advice", "akkoord", "--out", f"{name}-vrij.yaml"],
                  ["run", study, "--release", f"{name}-vrij.yaml", "--out", out]]:
        done = run(*words)
        if done.returncode:
            if "can be derived" in done.stderr:
                return None
            sys.exit(f"{folder} {words}: {done.stderr}{done.stdout}")
    rows = {}
    for level, file in TABLES.items():
        path = folder / out / file
        if path.exists():
            rows[level] = {row["code"]: row for row in csv.DictReader(open(path, encoding="utf-8-sig"), delimiter=";")}
    path = folder / out / "tabel_tabel.csv"
    if path.exists():
        for row in csv.DictReader(open(path, encoding="utf-8-sig"), delimiter=";"):
            rows.setdefault(row["categorie"], {})[row["code"]] = dict(row, aantal_status=row["status"])
    provenance = json.loads((folder / out / "provenance.json").read_text())
    placed = provenance["records"][0].get("placed")
    return rows, placed if isinstance(placed, int) else None, folder / out


class World:
    """What is told of counts, sums or addresses: each a sum of unknowns between two bounds."""

    def __init__(self, keys):
        self.keys, self.said, self.hidden = keys, [], {}

    def extremes(self, row, up, count=None):
        """The largest or smallest value of a sum, from the first statements or from all."""
        sign = -1 if up else 1
        cost = sign * np.array(row, float)
        said = self.said[:count]
        if not said:
            return (1e9 if up else 0)
        A, lows, highs = np.array([s[0] for s in said], float), [s[1] for s in said], [s[2] for s in said]
        found = milp(cost, constraints=LinearConstraint(A, lows, highs),
                     integrality=np.ones(len(self.keys)), bounds=Bounds(0, 1e6))
        assert found.status == 0, found.message
        return sign * found.fun


def is_sensitive(numbers):
    numbers = sorted(numbers, reverse=True)
    total = sum(numbers)
    if not numbers or total == 0:
        return True
    first, second = numbers[0], numbers[1] if len(numbers) > 1 else 0
    return len(numbers) < LEAST or total < LEAST or first > total / 2 or total - first - second < first * 0.1


def attack(program, seed, is_naive, is_disguised, has_noughts, has_years, releases):
    chance = random.Random(seed)
    looked = leaks = refused = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        places = make_areas(folder, chance)
        records = make_records(folder, places, chance, is_disguised, has_noughts)
        numbers = {r[2] for r in records} - {0}
        if not numbers:
            return 0, 0, 0
        # Whether the number is 0 too.
        parts = [(p, k, n) for p in range(len(places)) for k in "abc" for n in ("01" if has_noughts else "1")]
        # Of an address an outsider may know in which kinds of which buurt it occurs.
        occurring, adding = {r[1] for r in records}, {r[1] for r in records if r[2]}
        kinds_of = {}
        for place, kind, _, address in records:
            kinds_of.setdefault((place, address), set()).add(kind)
        signatures = sorted({(p, "".join(sorted(k))) for (p, _), k in kinds_of.items()} | {(p, k) for p, k, _ in parts})
        worlds = {"count": World(parts), "sum": World(parts), "distinct": World(signatures)}
        counted = []
        for release in range(releases):
            before, first = len(worlds["count"].said), len(counted)
            year = 2024 + release if has_years else 2024
            if year > 2024:
                next_year(folder, year - 1)
            shown = write_study(folder, f"s{release}", places, chance, year)
            done = publish(program, folder, f"s{release}")
            if done is None:
                refused += 1
                continue
            rows, placed, _ = done
            for own, measure, kinds, level, category in shown:
                kinds = kinds or list("abc")
                is_sum, unit = measure == "sum", max(numbers) if measure == "sum" and is_disguised else 1
                measure = "count" if is_disguised else measure
                world = worlds[measure]
                for code in sorted({place[level] for place in places}):
                    def is_in(key):
                        return places[key[0]][level] == code and any(k in kinds for k in key[1]) \
                            and not (is_sum and key[2] == "0")
                    one = tuple(float(is_in(key)) for key in world.keys)
                    members = [r for r in records if places[r[0]][level] == code and r[1] in kinds
                               and not (is_sum and r[2] == 0)]
                    true = {"count": len(members), "sum": sum(r[2] for r in members),
                            "distinct": len({r[3] for r in members})}[measure]
                    isolated = is_sensitive([r[2] for r in members]) if measure == "sum" else \
                        true < LEAST or len(members) < LEAST
                    if category and category not in rows:
                        continue
                    cell = rows[category or level][code]
                    assert own in cell, (seed, level, sorted(cell))
                    text = cell[own]
                    if text == "" and cell[own + "_status"] != "onderdrukt":
                        continue
                    if text or is_naive and not isolated:
                        value = float(text) if text else (true * unit + BASE / 2) // BASE * BASE
                        low, high = max(LEAST, value - BASE // 2), value + BASE // 2
                        if is_disguised:
                            low, high = max(LEAST, math.ceil(low / unit)), high // unit
                        assert low <= true <= high, (seed, own, code, text, true)
                        world.said.append((one, low, high))
                        if measure != "count":
                            both = tuple(map(float, map(is_in, parts)))
                            least = max(LEAST, math.ceil(low / max(numbers)))
                            worlds["count"].said.append(
                                (both, least, high // min(numbers)) if is_sum else (both, low, np.inf))
                    elif isolated and set(kinds) & (adding if is_sum else occurring):
                        world.hidden[one] = (true, f"{own} {code}")
                        if measure != "count" and len(members) < LEAST:
                            both = tuple(map(float, map(is_in, parts)))
                            worlds["count"].hidden[both] = (len(members), f"{own} {code}, records")
                    if measure == "count" and not category and not (is_sum and has_noughts):
                        counted.append((kinds, level, code))
            if placed is not None and placed >= LEAST:
                worlds["count"].said.append((tuple(1.0 for _ in parts), placed - 2, placed + 2))
            # What a count of this release leaves of another, of this or an earlier one: in the areas of the wider of
            # the two, unless that was known already.
            rests = {}
            for number, (kinds, level, code) in enumerate(counted):
                for whole, (more, wider, other) in enumerate(counted):
                    if set(kinds) < set(more) and max(number, whole) >= first:
                        top = max(level, wider, key=LEVELS.index)
                        area = code if top == level else other
                        def lifted(kinds):
                            return np.array([float(places[p][top] == area and k in kinds) for p, k, _ in parts])
                        rest = lifted(more) - lifted(kinds)
                        if top == level and wider != level and not any(places[p][wider] == other and places[p][level] == code for p in range(len(places))):
                            continue
                        true = sum(places[r[0]][top] == area and r[1] in more and r[1] not in kinds for r in records)
                        is_earlier = min(number, whole) < first
                        if is_earlier and worlds["count"].extremes(rest, True, before) < LEAST - 0.5:
                            continue
                        if true < LEAST and (set(more) - set(kinds)) & occurring:
                            rests[tuple(rest)] = (true, f"{more} less {kinds} in {area}")
            for measure, world in worlds.items():
                targets = dict(world.hidden)
                if measure == "count":
                    targets.update(rests)
                for row, (true, what) in targets.items():
                    looked += 1
                    ends = [(True, max(LEAST, 0) if measure != "sum" else true + max(np.ceil(true * 0.1), BASE))]
                    if measure == "sum":
                        ends.append((False, max(true - max(np.ceil(true * 0.1), BASE), 0)))
                    for up, goal in ends:
                        end = world.extremes(row, up)
                        if up and end < goal - 0.5 or not up and end > goal + 0.5:
                            leaks += 1
                            print(f"leak: seed {seed}, release {release}, {what}: {true}, at {'most' if up else 'least'} {end:.0f}")
    return looked, leaks, refused


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int)
    parser.add_argument("--naive", action="store_true")
    parser.add_argument("--disguised", action="store_true")
    parser.add_argument("--noughts", action="store_true")
    parser.add_argument("--years", action="store_true")
    parser.add_argument("--releases", type=int, default=3)
    options = parser.parse_args()
    found = [attack(options.program, seed, options.naive, options.disguised, options.noughts, options.years,
                    options.releases)
             for seed in range(options.first, options.last)]
    looked, leaks, refused = (sum(f[n] for f in found) for n in range(3))
    print(f"{len(found)} studies, {refused} releases refused, {looked} hidden values, {leaks} leaks")
    sys.exit(1 if leaks else 0)


if __name__ == "__main__":
    main()
