"""Made-up records of 20 kinds and 5 classes in the buurten of an official map, and studies that count them, for
timing what protects hidden counts. Python alone, no packages.
Usage: make_study.py AREAS.gpkg OUT_FOLDER [RECORDS]

`crossing` has an indicator of each kind per buurt beside a table of the classes with totals, which divide the
records in 100 kinds; `table` a table of the 20 kinds with totals. Each for everybody, and for internal use, where
nothing is hidden."""
import bisect
import csv
import itertools
import pathlib
import random
import sqlite3
import sys

areas, out = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
wanted = int(sys.argv[3]) if len(sys.argv) > 3 else 100_000
out.mkdir(parents=True, exist_ok=True)
cities = ["GM0363", "GM0518", "GM0599", "GM0344", "GM0855"]
kinds = [f"soort{number:02}" for number in range(1, 21)]
classes = [f"klasse{number}" for number in range(1, 6)]
marks = ", ".join("?" * len(cities))
buurten = sqlite3.connect(areas).execute(
    f"SELECT buurtcode, aantal_inwoners FROM buurten WHERE gemeentecode IN ({marks}) ORDER BY buurtcode", cities
).fetchall()

random.seed(20261130)
# As many as people live there, with some chance; the first kind occurs seven times as often as the last.
weights = [max(inhabitants, 0) * random.lognormvariate(0, 0.7) + 20 for _, inhabitants in buurten]
ends = list(itertools.accumulate(weights))
kind_weights = [1 / (number + 3) for number in range(len(kinds))]
with open(out / "meldingen.csv", "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file, delimiter=";", lineterminator="\n")
    writer.writerow(["buurtcode", "soort", "klasse"])
    for _ in range(wanted):
        place = bisect.bisect_left(ends, random.random() * ends[-1])
        # In the one buurt another kind is common than in the next.
        kind = random.choices(range(len(kinds)), kind_weights)[0]
        if random.random() < 0.3:
            kind = (kind + place) % len(kinds)
        writer.writerow([buurten[place][0], kinds[kind], random.choices(classes, [5, 4, 3, 2, 1])[0]])

for kind in kinds:
    (out / f"{kind}.yaml").write_text(f"""id: {kind}
theme: misdaad
code: M
name: {{nl: "{kind}", en: "{kind}"}}
says: {{nl: Verzonnen., en: Made up.}}
says_not: {{nl: Verzonnen., en: Made up.}}
unit: {{nl: stuks, en: pieces}}
decimals: 0
direction: neutral
minimum_denominator: 0
formula: {{kind: value, numerator: {{records: meldingen, measure: count, where: {{soort: [{kind}]}}}}}}
caveats: {{nl: [Verzonnen.], en: [Made up.]}}
references: [Verzonnen]
""", encoding="utf-8")


def study(name, category, indicators):
    for audience in ["openbaar", "intern"]:
        (out / f"{name}-{audience}.yaml").write_text(f"""study: {name}
title: {{nl: Veel soorten, en: Many kinds}}
purpose: Snelheid meten; alle records zijn verzonnen.
peildatum: 2024-12-31
audience: {audience}
edition: 2024
level: buurt
gemeenten: [{", ".join(cities)}]
areas: [{areas}]
records:
  - id: meldingen
    file: meldingen.csv
    synthetic: true
    source: verzonnen
    columns: {{buurtcode: buurtcode, soort: soort, klasse: klasse}}
indicators:
""" + "".join(f"  - {indicator}\n" for indicator in indicators) + f"""tables:
  - {{id: tabel, records: meldingen, category: {category}, totals: true}}
exports: [csv]
language: nl
""", encoding="utf-8")


study("crossing", "klasse", [f"{{file: {kind}.yaml}}" for kind in kinds])
study("table", "soort", ["inwoners_65_plus_aandeel"])
print(f"{wanted} records, {len(buurten)} buurten")
