#!/usr/bin/env python3
"""Attacks studies that count the same records by levels that cross, with integer programs: scipy 1.17.1 (HiGHS).

crossing_attack.py WIJKZICHT FIRST LAST [--naive]

For each seed from FIRST to LAST - 1 it cuts the ground of the made-up buurten of Tests/Goldens/_shared into
rectangles at random, puts records there, lets the program publish a table per buurt (with kinds and totals, or
without) beside one per rectangle, and looks for the largest value of every hidden count under 10 that agrees with
all that was published, over all parts that buurten and rectangles have in common, also those without records. One
that cannot reach 10 is a leak. With --naive what was hidden for the sake of others counts as published: then it must
find leaks. Prints how many counts were looked at, and ends with 1 when there is a leak.
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

SHARED = pathlib.Path(__file__).resolve().parent.parent / "Goldens" / "_shared"
LEAST = 10


def boxes():
    """The buurten, which are rectangles or made of them: code, rings, gemeente and wijk."""
    features = json.loads((SHARED / "test_2024.geojson").read_text())["features"]
    for feature in features:
        own, shape = feature["properties"], feature["geometry"]
        rings = shape["coordinates"] if shape["type"] == "Polygon" else sum(shape["coordinates"], [])
        yield own["buurtcode"], rings, {own["gemeentecode"], own["wijkcode"]}


def is_inside(rings, x, y):
    inside = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:]):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                inside = not inside
    return inside


def study(folder, has_kinds, has_totals):
    kinds = ", category: soort" if has_kinds else ""
    totals = ", totals: true" if has_totals else ""
    files = ", ".join(str(SHARED / f"test{name}_2024.geojson") for name in ["", "_wijken", "_gemeenten"])
    (folder / "s.yaml").write_text(f"""study: aanval
title: Aanval
purpose: Tests van het programma; alles is verzonnen.
peildatum: 2024-12-31
audience: openbaar
edition: 2024
level: buurt
gemeenten: [Teststad, Proefdorp]
areas: {{files: [{files}], own: [{{level: vak, file: vakken.geojson, code: vak}}]}}
records: [{{id: m, file: m.csv, synthetic: true, columns: {{x: x, y: y}}}}]
indicators: [woningen_koop_aandeel]
tables: [{{id: per_buurt, records: m{kinds}{totals}}}, {{id: per_vak, records: m, level: vak}}]
exports: [csv]
""")


def attack(program, seed, is_naive):
    chance = random.Random(seed)
    buurten = list(boxes())
    corners = [point for _, rings, _ in buurten for ring in rings for point in ring]
    def cuts(axis, count):
        low, high = min(p[axis] for p in corners), max(p[axis] for p in corners)
        return [low] + sorted(round(chance.uniform(low + 50, high - 50)) for _ in range(count)) + [high]
    xs, ys = cuts(0, chance.randint(1, 3)), cuts(1, chance.randint(0, 2))
    squares = [(f"V{i}{j}", a, b, c, d) for i, (a, b) in enumerate(zip(xs, xs[1:])) for j, (c, d) in enumerate(zip(ys, ys[1:]))]
    points = {}
    for _ in range(6000):
        x, y = chance.uniform(xs[0], xs[-1]), chance.uniform(ys[0], ys[-1])
        buurt = next((code for code, rings, _ in buurten if is_inside(rings, x, y)), None)
        square = next((code for code, a, b, c, d in squares if a <= x < b and c <= y < d), None)
        if buurt and square:
            points.setdefault((buurt, square), []).append((x, y))
    kinds = ["a", "b"] if seed % 2 else ["a"]
    true = {}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "vakken.geojson").write_text(json.dumps({
            "type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}},
            "features": [{"type": "Feature", "properties": {"vak": code}, "geometry": {"type": "Polygon",
                "coordinates": [[[a, c], [b, c], [b, d], [a, d], [a, c]]]}} for code, a, b, c, d in squares]}))
        with open(folder / "m.csv", "w") as file:
            file.write("x;y;soort\n")
            for part, own in sorted(points.items()):
                for kind in kinds:
                    count = chance.choice([0, 0, 0, chance.randint(1, 9), chance.randint(5, 40)])
                    true[part + (kind,)] = min(count, len(own))
                    for x, y in own[:count]:
                        file.write(f"{x:.3f};{y:.3f};{kind}\n")
        study(folder, len(kinds) > 1, seed % 4 < 2)
        run = subprocess.run([program, "run", "s.yaml", "--out", "uit"], cwd=folder, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"{seed}: {run.stderr}")
        rows = [row for table in ["per_buurt", "per_vak"] for row in csv.DictReader(open(folder / "uit" / f"tabel_{table}.csv"), delimiter=";")]
        placed = json.loads((folder / "uit" / "provenance.json").read_text())["records"][0].get("placed")
    above = {code: more for code, _, more in buurten}
    parts = sorted(true)
    said, hidden = [], []
    for row in rows:
        one = np.array([float((row["code"] in part[:2] or row["code"] in above[part[0]])
                              and row["categorie"] in ("", "totaal", part[2])) for part in parts])
        count = sum(true[part] for part, is_in in zip(parts, one) if is_in)
        if row["aantal"] or is_naive and count >= LEAST:
            shown = int(row["aantal"] or (count + 2) // 5 * 5)
            assert max(LEAST, shown - 2) <= count <= shown + 2, (seed, row)
            said.append((one, max(LEAST, shown - 2), shown + 2))
        elif count < LEAST:
            hidden.append((row, one, count))
    if isinstance(placed, int):
        said.append((np.ones(len(parts)), placed - 2, placed + 2))
    leaks = 0
    for row, one, count in hidden:
        if not said:
            break
        found = milp(-one, constraints=LinearConstraint(np.array([s[0] for s in said]), [s[1] for s in said], [s[2] for s in said]),
                     integrality=np.ones(len(parts)), bounds=Bounds(0, 1000))
        assert found.status == 0, (seed, found.message)
        if -found.fun < LEAST - 0.5:
            leaks += 1
            print(f"leak: seed {seed}, {row['code']} {row['categorie']}: {count}, at most {-found.fun:.0f}")
    return len(hidden), leaks


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int)
    parser.add_argument("--naive", action="store_true")
    options = parser.parse_args()
    found = [attack(options.program, seed, options.naive) for seed in range(options.first, options.last)]
    print(f"{len(found)} studies, {sum(f[0] for f in found)} hidden counts under {LEAST}, {sum(f[1] for f in found)} leaks")
    sys.exit(1 if sum(f[1] for f in found) else 0)


if __name__ == "__main__":
    main()
