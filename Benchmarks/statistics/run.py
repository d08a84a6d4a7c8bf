"""Times Wijkzicht and GeoDa in turn. Usage: run.py WIJKZICHT AREAS.gpkg [--labels]"""
import collections
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time

import pyogrio

program, areas = (os.path.abspath(path) for path in sys.argv[1:3])
here = os.path.dirname(os.path.abspath(__file__))
folder = tempfile.mkdtemp()
os.chdir(folder)
table = pyogrio.read_dataframe(areas, layer="buurten", columns=["buurtcode", "gemiddelde_woningwaarde"])
table = table[table.gemiddelde_woningwaarde > 0].rename(columns={"gemiddelde_woningwaarde": "waarde"})
table[["buurtcode", "waarde"]].to_csv("table.csv", sep=";", index=False)
table.to_file("areas.shp")


def seconds(command):
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return time.perf_counter() - start, done.stdout


def ours(statistic, *more):
    return [program, "statistics", statistic, "table.csv", "--areas", areas, "--column", "waarde", "--out", "out.csv", *more]


def geoda(statistic, permutations):
    return [sys.executable, os.path.join(here, "geoda.py"), statistic, "areas.shp", "geoda.csv", str(permutations)]


print(f"{len(table)} areas; medians of 5 after one to warm up, whole process")
for name, mine, peer in (
    ("local Moran 999", ours("lisa"), geoda("lisa", 999)),
    ("local Moran to 99999", ours("lisa", "--refine", "99999"), geoda("lisa", 99999)),
    ("Gi* 999", ours("hotspots"), geoda("hotspots", 999)),
):
    times = ([], [])
    parts = ""
    for turn in range(6 if "to 99999" not in name else 3):
        for side, command in enumerate((mine, peer)):
            elapsed, text = seconds(command)
            if turn:
                times[side].append(elapsed)
            parts = text.strip() or parts
    a, b = statistics.median(times[0]), statistics.median(times[1])
    print(f"{name:22} wijkzicht {a:.3f} s   GeoDa {b:.3f} s   ratio {b / a:.1f}   (GeoDa: {parts})")

if "--labels" in sys.argv:
    for more in ((), ("--refine", "99999")):
        counts = None
        for seed in range(20):
            seconds(ours("lisa", "--seed", str(seed), *more))
            with open("out.csv") as file:
                labels = [row["label"] for row in csv.DictReader(file, delimiter=";")]
            counts = counts or [collections.Counter() for _ in labels]
            for count, label in zip(counts, labels):
                count[label] += 1
        changed = sum(20 - max(count.values()) for count in counts) / 20 / len(counts)
        print(f"labels that are not the usual one over 20 seeds, {' '.join(more) or '999'}: {changed:.4%}")
