"""Studies with sixty indicators, for timing: made-up figures for all areas of an official map, and the studies
that read them. Python alone, no packages.
Usage: make_study.py AREAS.gpkg CATALOGUE.json OUT_FOLDER   (CATALOGUE: of `wijkzicht indicators list --json`)"""
import csv
import json
import pathlib
import random
import re
import sqlite3
import sys

areas, catalogue, out = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], pathlib.Path(sys.argv[3])
out.mkdir(parents=True, exist_ok=True)
entries = json.loads(pathlib.Path(catalogue).read_text(encoding="utf-8"))
database = sqlite3.connect(areas)
buurten = database.execute("SELECT buurtcode, aantal_inwoners FROM buurten ORDER BY buurtcode").fetchall()
gemeenten = [code for (code,) in database.execute("SELECT gemeentecode FROM gemeenten ORDER BY gemeentecode")]
here = {row[1] for row in database.execute("PRAGMA table_info(buurten)")}

# Indicators that need figures alone, one per place in the literature list first, until there are sixty.
members = {
    match
    for path in (pathlib.Path(__file__).parents[2] / "geodata/indices").glob("*.yaml")
    for match in re.findall(r"indicator: (\w+)", path.read_text(encoding="utf-8"))
}
usable = [e for e in entries if "records:" not in e["formula"] and "nearest" not in e["formula"]]
usable = [e for e in usable if e["code"] not in ("R28", "R29")]
usable.sort(key=lambda e: (e["id"] not in members, e["id"]))
chosen = usable[:60]
words = {word for e in chosen for word in re.findall(r"[a-z][a-z0-9_]+", e["formula"])}
known = set()
for line in (pathlib.Path(__file__).parents[2] / "geodata/cbs-columns.yaml").read_text(encoding="utf-8").splitlines():
    if match := re.match(r"  ([a-z][a-z0-9_]*):", line):
        known.add(match[1])
figures = sorted((words & known) - here)

random.seed(20261129)
with open(out / "cijfers.csv", "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file, delimiter=";", lineterminator="\n")
    writer.writerow(["buurtcode", *figures])
    for code, inhabitants in buurten:
        size = max(inhabitants, 0)
        row = []
        for name in figures:
            if random.random() < 0.02:
                row.append("")
            elif name.startswith(("percentage", "perc_")) or name.endswith("percentage"):
                row.append(round(random.triangular(0, 80, 20)))
            elif "afstand" in name:
                row.append(round(random.lognormvariate(0, 0.6), 1))
            elif name.startswith("leefbaarometer"):
                row.append(random.randint(1, 9))
            elif name.startswith("gemiddeld"):
                row.append(round(random.lognormvariate(1, 1), 1))
            else:
                row.append(5 * round(size * random.triangular(0.05, 0.5) / 5))
        writer.writerow([code, *row])


def study(name, cities, exports, more="", indicators=chosen):
    lines = [
        f"study: {name}", "title: {nl: Zestig indicatoren, en: Sixty indicators}",
        "purpose: Snelheid meten; alle cijfers zijn verzonnen.", "peildatum: 2024-12-31",
        "audience: intern", "edition: 2024", "level: buurt",
        f"gemeenten: [{', '.join(cities)}]", f"areas: [{areas}]",
        "figures:", "  - id: cijfers", "    file: cijfers.csv", "    edition: 2024", "    key: buurtcode",
        "    source: verzonnen cijfers", "    synthetic: true", "    columns:",
        *[f"      {figure}: {figure}" for figure in figures],
        "indicators:", *[f"  - {e['id']}" for e in indicators],
        "indices: [gelegenheid, weerbaarheid, sociaaleconomische_context]",
        "classes: {method: quantile, count: 5}", f"exports: [{exports}]", "language: nl",
    ]
    (out / f"{name}.yaml").write_text("\n".join(lines) + "\n" + more, encoding="utf-8")


five = ["GM0363", "GM0518", "GM0599", "GM0344", "GM0855"]
none = "uncertainty: {draws: 0}\n"
if set(five) <= set(gemeenten):
    study("zestig", five, "geojson, geopackage, csv, excel")
    study("zonder", five, "geojson, geopackage, csv, excel", none)
    study("trekkingen", five, "csv", "uncertainty: {draws: 10000, seed: 1}\n")
study("land", gemeenten, "csv", none, indicators=chosen[:1])
print(f"{len(chosen)} indicators, {len(figures)} made-up figures, {len(buurten)} buurten, {len(gemeenten)} gemeenten")
