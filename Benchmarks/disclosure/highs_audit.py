"""Audits what a study of `make_study.py` published with HiGHS, one linear program per hidden count, for a sample of
them: can an outsider derive that it is below ten? Prints the seconds that one takes, and fails on a count that is
not safe.
Usage: highs_audit.py AREAS.gpkg STUDY_FOLDER OUT_FOLDER [SAMPLE]   (STUDY_FOLDER: with meldingen.csv; OUT_FOLDER:
of `crossing-openbaar`). Needs scipy."""
import csv
import pathlib
import random
import sqlite3
import sys
import time

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, vstack

LEAST = 10
areas, records, out = (pathlib.Path(path) for path in sys.argv[1:4])
wanted = int(sys.argv[4]) if len(sys.argv) > 4 else 20
kinds = [f"soort{number:02}" for number in range(1, 21)]
classes = [f"klasse{number}" for number in range(1, 6)]

parents = {code: (wijk, gemeente) for code, wijk, gemeente in sqlite3.connect(areas).execute(
    "SELECT buurtcode, wijkcode, gemeentecode FROM buurten")}
with open(out / "tabel.csv", encoding="utf-8-sig", newline="") as file:
    shown = {row["code"]: row for row in csv.DictReader(file, delimiter=";")}
buurten = sorted(code for code in shown if code in parents)
places = {code: place for place, code in enumerate(buurten)}
inside = {code: [places[code]] for code in buurten}
for code in buurten:
    for wider in parents[code]:
        inside.setdefault(wider, []).append(places[code])
true = np.zeros((len(buurten), len(kinds), len(classes)))
with open(records / "meldingen.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file, delimiter=";"):
        true[places[row["buurtcode"]], kinds.index(row["soort"]), classes.index(row["klasse"])] += 1
cells = np.arange(true.size).reshape(true.shape)
true = true.ravel()

said, hidden = [], []


def tell(members, text, status):
    """What a published count says of a sum; a small one that is hidden must not be told."""
    members = np.sort(np.asarray(members).ravel())
    if text:
        low, high = max(LEAST, int(float(text)) - 2), int(float(text)) + 2
        assert low <= true[members].sum() <= high, "what is said is true"
        said.append((members, low, high))
    elif status == "onderdrukt" and true[members].sum() < LEAST:
        hidden.append(members)


for code in buurten:
    for number, kind in enumerate(kinds):
        tell(cells[inside[code], number, :], shown[code][kind], shown[code][f"{kind}_status"])
with open(out / "tabel_tabel.csv", encoding="utf-8-sig", newline="") as file:
    for row in csv.DictReader(file, delimiter=";"):
        number = slice(None) if row["categorie"] == "totaal" else classes.index(row["categorie"])
        tell(cells[inside[row["code"]]][:, :, number], row["aantal"], row["status"])
# The smallest kinds: whatever follows from counts is made of these.
hidden += [np.array([cell]) for cell in cells.ravel() if true[cell] < LEAST]

rows = np.concatenate([np.full(len(members), row) for row, (members, _, _) in enumerate(said)])
columns = np.concatenate([members for members, _, _ in said])
matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(said), true.size))
random.seed(1)
sample = random.sample(range(len(hidden)), min(wanted, len(hidden)))
seconds, leaks = [], 0
limits = np.array([high for _, _, high in said] + [-low for _, low, _ in said], float)
system = vstack([matrix, -matrix]).tocsr()
for number in sample:
    start = time.perf_counter()
    goal = np.zeros(true.size)
    goal[hidden[number]] = -1
    cut = csr_matrix((np.ones(len(hidden[number])), (np.zeros(len(hidden[number])), hidden[number])), (1, true.size))
    found = linprog(
        goal, A_ub=vstack([system, cut]), b_ub=np.append(limits, LEAST), bounds=(0, None), method="highs")
    seconds.append(time.perf_counter() - start)
    assert found.status == 0, found.message
    leaks += -found.fun < LEAST - 1e-6
middle = sorted(seconds)[len(seconds) // 2]
print(f"HiGHS: {len(said)} counts said, {len(hidden)} small ones hidden, {len(sample)} looked at, {leaks} not safe; "
      f"{middle:.2f} s each (median; {min(seconds):.2f} to {max(seconds):.2f}), "
      f"{middle * len(hidden) / 3600:.0f} hours for all")
sys.exit(1 if leaks else 0)
