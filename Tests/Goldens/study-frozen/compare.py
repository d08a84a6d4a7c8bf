"""Scores of areas in two folders with results: the same where both have the area and the index."""
import csv
import json
import sys


def read(folder):
    rows = csv.DictReader(open(folder + "/tabel.csv"), delimiter=";")
    return {row["code"]: row for row in rows}


first, second = read(sys.argv[1]), read(sys.argv[2])
for index in json.load(open(sys.argv[2] + "/referentie.json"))["indices"]:
    layer = index["layer"]
    pairs = [(first[c][layer], second[c][layer]) for c in second]
    classes = [(first[c][layer + "_klasse"], second[c][layer + "_klasse"]) for c in second]
    scores = sum(a != "" for a, _ in pairs)
    print(f"{index['id']}: {len(pairs)} areas, {scores} with a score,",
          f"{sum(a != b for a, b in pairs)} scores differ, {sum(a != b for a, b in classes)} classes differ")
