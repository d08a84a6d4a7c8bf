"""The scan statistic as one writes it with NumPy, on the rows that wijkzicht scanned.

Usage: numpy_scan.py AREAS.gpkg SCAN.csv REPLICATES
SCAN.csv is the output of `wijkzicht statistics scan`; prints seconds per replicate and the largest log
likelihood ratio of the map, which must be that of cluster 1.
"""

import sys
import time

import geopandas
import numpy as np
import pandas as pd

areas, scan, replicates = sys.argv[1], sys.argv[2], int(sys.argv[3])
table = pd.read_csv(scan, sep=";")
table = table[table.status == "ok"]
shapes = geopandas.read_file(areas, layer="buurten", columns=["buurtcode"]).set_index("buurtcode")
points = shapes.loc[table.code].geometry.centroid
x, y = points.x.to_numpy(), points.y.to_numpy()
cases = table.waarde.to_numpy(float)
people = table.bevolking.to_numpy(float)
total, everyone = cases.sum(), people.sum()
rng = np.random.default_rng(1)
counts = np.column_stack(
    [cases, *(rng.multinomial(int(total), people / everyone) for _ in range(replicates))]
)
best = np.zeros(replicates + 1)
start = time.perf_counter()
with np.errstate(divide="ignore", invalid="ignore"):
    for centre in range(len(x)):
        order = np.argsort((x - x[centre]) ** 2 + (y - y[centre]) ** 2, kind="stable")
        inside = np.cumsum(people[order])
        order = order[inside <= everyone / 2]
        expected = (inside[: len(order)] * total / everyone)[:, None]
        c = np.cumsum(counts[order], axis=0)
        ratio = np.where(c > 0, c * np.log(c / expected), 0) + np.where(
            c < total, (total - c) * np.log((total - c) / (total - expected)), 0
        )
        ratio[c <= expected] = 0
        np.maximum(best, ratio.max(axis=0, initial=0), out=best)
seconds = time.perf_counter() - start
told = table.loc[table.cluster == 1, "llr"].max()
print(f"{seconds / (replicates + 1):.2f} s a replicate, llr {best[0]:.6f}, wijkzicht {told:.6f}")
if abs(best[0] - told) > 1e-6 * told:
    sys.exit("the largest ratios differ")
