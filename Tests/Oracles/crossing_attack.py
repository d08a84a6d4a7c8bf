#!/usr/bin/env python3
"""Attacks studies that count the same records by levels that cross, with integer programs: scipy 1.17.1 (HiGHS).

crossing_attack.py WIJKZICHT FIRST LAST [--naive] [--years]

For each seed from FIRST to LAST - 1 it cuts the ground of the made-up buurten of Tests/Goldens/_shared into
rectangles at random, puts records there, lets the program publish a table per buurt (with kinds and totals, or
without) beside one per rectangle, and looks for the largest value of every hidden count under 10 that agrees with
all that was published, over all parts that buurten and rectangles have in common, also those without records. One
that cannot reach 10 is a leak. With --naive what was hidden for the sake of others counts as published: then it must
find leaks. With --years the rectangles are the buurten of 2023, of which a publication of then told that stands in a
ledger, and the study of now gives them as earlier areas; then what a buurt and a rectangle have in common is looked at
too, kind by kind, where there is a record. Prints how many counts were looked at, and ends with 1 when there is a leak.
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
FILES = ", ".join(str(SHARED / f"test{name}_2024.geojson") for name in ["", "_wijken", "_gemeenten"])


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


def study(folder, has_kinds, has_totals, has_years):
    kinds = ", category: soort" if has_kinds else ""
    totals = ", totals: true" if has_totals else ""
    if has_years:
        write(folder, "s23", 2023, "[Vroeger]", "vakken_2023.geojson", "", f"{{id: per_vak, records: m{kinds}}}")
        write(folder, "s", 2024, "[Teststad, Proefdorp]", FILES, ", earlier: vakken_2023.geojson",
              f"{{id: per_buurt, records: m{kinds}{totals}}}")
    else:
        write(folder, "s", 2024, "[Teststad, Proefdorp]", FILES, ", own: [{level: vak, file: vakken.geojson, code: vak}]",
              f"{{id: per_buurt, records: m{kinds}{totals}}}, {{id: per_vak, records: m, level: vak}}")


def write(folder, name, year, gemeenten, files, more, tables):
    (folder / f"{name}.yaml").write_text(f"""study: aanval-{name}
title: Aanval
purpose: Tests van het programma; alles is verzonnen.
author: Maker
peildatum: {year}-12-31
audience: openbaar
edition: {year}
level: buurt
gemeenten: {gemeenten}
areas: {{files: [{files}]{more}}}
records: [{{id: m, file: m.csv, synthetic: true, columns: {{x: x, y: y}}}}]
indicators: [woningen_koop_aandeel]
tables: [{tables}]
exports: [csv]
ledger: grootboek.jsonl
""")


def publish(program, folder, name, has_years):
    """Runs, and with years releases and runs again; false when it is refused since earlier ones said too much."""
    words = [["run", f"{name}.yaml", "--out", name]]
    if has_years:
        words += [["release", name, "--study", f"{name}.yaml", "--by", "Ander", "--role", "jurist", "--date", "2026-11-30",
                   "--advice", "akkoord", "--out", f"{name}-vrij.yaml"],
                  ["run", f"{name}.yaml", "--release", f"{name}-vrij.yaml", "--out", name]]
    for own in words:
        done = subprocess.run([program, *own], cwd=folder, capture_output=True, text=True)
        if done.returncode:
            if "can be derived" in done.stderr:
                return False
            sys.exit(f"{folder} {own}: {done.stderr}")
    return True


def attack(program, seed, is_naive, has_years):
    chance = random.Random(seed)
    buurten = list(boxes())
    corners = [point for _, rings, _ in buurten for ring in rings for point in ring]
    def cuts(axis, count):
        low, high = min(p[axis] for p in corners), max(p[axis] for p in corners)
        return [low] + sorted(round(chance.uniform(low + 50, high - 50)) for _ in range(count)) + [high]
    xs, ys = cuts(0, chance.randint(1, 3)), cuts(1, chance.randint(0, 2))
    squares = [(f"BU9903{i:02}{j:02}", a, b, c, d) for i, (a, b) in enumerate(zip(xs, xs[1:])) for j, (c, d) in enumerate(zip(ys, ys[1:]))]
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
        (folder / ("vakken_2023.geojson" if has_years else "vakken.geojson")).write_text(json.dumps({
            "type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}},
            "features": [{"type": "Feature", "properties": {"vak": code} if not has_years else {
                "buurtcode": code, "buurtnaam": code, "wijkcode": "WK" + code[2:8], "gemeentecode": "GM9903",
                "gemeentenaam": "Vroeger", "aantal_huishoudens": 700, "percentage_koopwoningen": n}, "geometry": {"type": "Polygon",
                "coordinates": [[[a, c], [b, c], [b, d], [a, d], [a, c]]]}} for n, (code, a, b, c, d) in enumerate(squares, 1)]}))
        with open(folder / "m.csv", "w") as file:
            file.write("x;y;soort\n")
            for part, own in sorted(points.items()):
                for kind in kinds:
                    count = chance.choice([0, 0, 0, chance.randint(1, 9), chance.randint(5, 40)])
                    true[part + (kind,)] = min(count, len(own))
                    for x, y in own[:count]:
                        file.write(f"{x:.3f};{y:.3f};{kind}\n")
        study(folder, len(kinds) > 1, seed % 4 < 2, has_years)
        names = ["s23", "s"] if has_years else ["s"]
        if not all(publish(program, folder, name, has_years) for name in names):
            return 0, 0, 1
        rows = []
        for path in sorted(folder.glob("s*/tabel_per_*.csv")):
            own = list(csv.DictReader(open(path), delimiter=";"))
            # Kinds of few records have no name of their own.
            others = set(kinds) - {row["categorie"] for row in own}
            rows += [dict(row, kinds=others if row["categorie"] == "overig" else {row["categorie"]}) for row in own]
        placed = {json.loads((folder / name / "provenance.json").read_text())["records"][0].get("placed") for name in names}
    above = {code: more for code, _, more in buurten}
    parts = sorted(true)
    said, hidden = [], []
    for row in rows:
        one = np.array([float((row["code"] in part[:2] or row["code"] in above[part[0]])
                              and (row["categorie"] in ("", "totaal") or part[2] in row["kinds"])) for part in parts])
        count = sum(true[part] for part, is_in in zip(parts, one) if is_in)
        if row["aantal"] or is_naive and count >= LEAST:
            shown = int(row["aantal"] or (count + 2) // 5 * 5)
            assert max(LEAST, shown - 2) <= count <= shown + 2, (seed, row)
            said.append((one, max(LEAST, shown - 2), shown + 2))
        elif count < LEAST and one.any():
            hidden.append((row, one, count))
    said += [(np.ones(len(parts)), number - 2, number + 2) for number in placed if isinstance(number, int)]
    if has_years:
        hidden += [({"code": " ".join(part[:2]), "categorie": part[2]}, np.eye(len(parts))[place], true[part])
                   for place, part in enumerate(parts) if 0 < true[part] < LEAST]
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
    return len(hidden), leaks, 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int)
    parser.add_argument("--naive", action="store_true")
    parser.add_argument("--years", action="store_true")
    options = parser.parse_args()
    found = [attack(options.program, seed, options.naive, options.years) for seed in range(options.first, options.last)]
    print(f"{len(found)} studies, {sum(f[2] for f in found)} refused, {sum(f[0] for f in found)} hidden counts under {LEAST}, {sum(f[1] for f in found)} leaks")
    sys.exit(1 if sum(f[1] for f in found) else 0)


if __name__ == "__main__":
    main()
