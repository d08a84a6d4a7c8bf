"""Scores the areas of a study again from referentie.json and the members' values in tabel.csv.

Python's standard library only; written from Documentation/indices.md, without looking at the program.
"""
import csv
import json
import math
import statistics
import sys

folder = sys.argv[1]
reference = json.load(open(folder + "/referentie.json"))
rows = list(csv.DictReader(open(folder + "/tabel.csv"), delimiter=";"))


def treated(value, t):
    if t["kind"] == "winsorised":
        return min(max(value, t["low"]), t["high"])
    if t["kind"] == "logarithm":
        inside = min(max(value, t["low"]), t["high"])
        shift = (t["high"] - t["low"]) / 100
        if t["reflected"]:
            return -math.log(t["high"] - inside + shift)
        return math.log(inside - t["low"] + shift)
    return value


def score(value, member):
    sign = -1 if member["direction"] == "lower_is_more" else 1
    x = treated(sign * value, member["treatment"])
    scale = member["scale"]
    return min(max(50 + (x - scale["centre"]) / scale["spread"] * 50 / 3, 0), 100)


for index in reference["indices"]:
    assert index["normalisation"] == "robust_z" and index["aggregation"] == "arithmetic"
    count = differ = scales = 0
    for frame in index["frames"]:
        own = [r for r in rows if frame["frame"] in ("", r["gemeentecode"])]
        for member in frame["members"]:
            sign = -1 if member["direction"] == "lower_is_more" else 1
            values = [
                treated(sign * float(r[member["indicator"]]), member["treatment"])
                for r in own
                if r[member["indicator"]] and r[member["indicator"] + "_status"] == "ok"
            ]
            centre = statistics.median(values)
            mad = statistics.median([abs(v - centre) for v in values])
            mean = statistics.fmean([abs(v - centre) for v in values])
            spread = 1.4826 * mad if mad else 1.253314 * mean
            assert abs(centre - member["scale"]["centre"]) < 1e-9
            assert abs(spread - member["scale"]["spread"]) < 1e-9
            scales += 1
        for row in own:
            parts = [
                (m["weight"], score(float(row[m["indicator"]]), m))
                for m in frame["members"]
                if row[m["indicator"]]
            ]
            weight = sum(w for w, _ in parts)
            given = row[index["layer"]]
            if weight < index["minimum_weight"] - 1e-9:
                differ += given != ""
                continue
            count += 1
            mine = sum(w * s for w, s in parts) / weight
            differ += given == "" or abs(mine - float(given)) > 0.0500001
    print(f"{index['id']}: {scales} scales and {count} scores computed again, {differ} differ")
