"""Attacks tables of counts with another solver, and looks for the least that must be hidden.

The tables are those of `Tests/DisclosureAuditTests/RandomTables.swift`, written by the test
`tablesForOtherPrograms` when WIJKZICHT_TABLES names a file: one JSON object per line, with the table
before anything was hidden for others, the cells that the audit of Wijkzicht calls unsafe, and those that
it hides. Each protected cell is raised as far as whole counts allow that agree with all that is said
(integer programs, HiGHS). Recorded with scipy 1.17.1 (HiGHS 1.12.0), numpy 2.4.6.

Run: python count_attack.py TABLES.jsonl            prints what was found; 1 when a cell is unsafe
     python count_attack.py TABLES.jsonl --record   writes count_attack.csv beside this file too
"""

import json
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix, vstack


def matrix(table):
    rows = lil_matrix((len(table["cells"]), len(table["values"])))
    for index, cell in enumerate(table["cells"]):
        rows[index, cell["members"]] = 1
    return rows.tocsr()


def upper(cell):
    return np.inf if cell["upper"] < 0 else cell["upper"]


def protected(table):
    return [i for i, c in enumerate(table["cells"]) if c["reach"] >= 0 and not c["published"]]


def unsafe(table, hidden=()):
    """The protected cells that cannot reach what they must."""
    rows, count = matrix(table), len(table["values"])
    said = [c["published"] and i not in hidden for i, c in enumerate(table["cells"])]
    low = [c["lower"] if s else 0 for c, s in zip(table["cells"], said)]
    high = [upper(c) if s else np.inf for c, s in zip(table["cells"], said)]
    found = []
    for index in protected(table):
        cell = table["cells"][index]
        goal = np.zeros(count)
        goal[cell["members"]] = -1
        most = list(high)
        most[index] = cell["reach"]
        result = milp(
            goal, constraints=LinearConstraint(rows, low, most), integrality=np.ones(count),
            bounds=Bounds(0, np.inf))
        if result.x is None or round(-result.fun) < cell["reach"]:
            found.append(index)
    return found


def optimum(table):
    """A bound below the least weight of cells that must be hidden for others."""
    cells, wanted = table["cells"], protected(table)
    if not wanted:
        return 0
    rows, count = matrix(table), len(table["values"])
    free = [i for i, c in enumerate(cells) if c["published"] and not c["fixed"]]
    size = len(free) + count * len(wanted)
    lines, low, high = [], [], []

    def add(line, lower, upper):
        lines.append(line)
        low.append(lower)
        high.append(upper)

    for number, target in enumerate(wanted):
        begin = len(free) + count * number
        for index, cell in enumerate(cells):
            line = lil_matrix((1, size))
            line[0, begin : begin + count] = rows[index]
            if index == target:
                add(line, cell["reach"], np.inf)
            elif cell["published"] and cell["fixed"]:
                add(line, cell["lower"], upper(cell))
            elif cell["published"]:
                choice = free.index(index)
                above, below = line.copy(), line
                above[0, choice] = -30
                below[0, choice] = cell["lower"]
                add(above, -np.inf, upper(cell))
                add(below, cell["lower"], np.inf)
    goal = np.zeros(size)
    goal[: len(free)] = [cells[i]["weight"] for i in free]
    result = milp(
        goal, constraints=LinearConstraint(vstack(lines).tocsr(), low, high),
        integrality=np.ones(size),
        bounds=Bounds(np.zeros(size), np.concatenate([np.ones(len(free)), np.full(size - len(free), np.inf)])),
        options=dict(time_limit=20, mip_rel_gap=0.001))
    return max(0, int(np.ceil(result.mip_dual_bound - 1e-6)))


def main(path, record):
    lines = ["kind;seed;cells;leaks;hidden;loss;optimum"]
    totals = {}
    for text in open(path):
        row = json.loads(text)
        table, hidden = row["table"], set(row["hidden"])
        total = totals.setdefault(row["kind"], dict(tables=0, leaks=0, missed=0, falsely=0, unsafe=0, failed=0))
        leaks = unsafe(table)
        total["tables"] += 1
        total["leaks"] += len(leaks)
        total["missed"] += len(set(leaks) - set(row["unsafe"]))
        total["falsely"] += len(set(row["unsafe"]) - set(leaks))
        total["unsafe"] += len(unsafe(table, hidden))
        total["failed"] += len(row["failed"])
        if record:
            least = optimum(table) if len(table["cells"]) <= 60 else ""
            loss = sum(table["cells"][i]["weight"] for i in hidden)
            words = [" ".join(map(str, cells)) for cells in (leaks, sorted(hidden))]
            lines.append(f"{row['kind']};{row['seed']};{len(table['cells'])};{words[0]};{words[1]};{loss};{least}")
    for kind, total in totals.items():
        print(kind, total)
    if record:
        Path(__file__).with_name("count_attack.csv").write_text("\n".join(lines) + "\n")
    return any(t["missed"] or t["unsafe"] for t in totals.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--record" in sys.argv))
