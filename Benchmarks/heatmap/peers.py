"""Times libkdv, scikit-learn and kmeans1d on the same input, and compares the results.

Usage: peers.py POINTS.csv VALUES.csv DENSITY.bin EDGES.txt   (the last two made by `density`)
"""
import sys
import time

import kmeans1d
import numpy as np
import pandas as pd
from scipy.spatial import cKDTree
from sklearn.neighbors import KernelDensity

points = pd.read_csv(sys.argv[1])
for h in (500, 1000, 2000):
    best = 1e9
    for _ in range(2):
        peer = __import__("libkdv").kdv(
            sys.argv[1], GPS=False, KDV_type="KDV", bandwidth=h, row_pixels=500, col_pixels=500,
            num_threads=2)
        start = time.perf_counter()
        peer.compute()
        best = min(best, time.perf_counter() - start)
    print(f"libkdv, 2 threads, h = {h}: {best:.3f} s")

centers = np.arange(-15_000, 15_000, 60) + 30.0
grid = np.column_stack([a.ravel() for a in np.meshgrid(centers, centers)])
start = time.perf_counter()
model = KernelDensity(bandwidth=1000, kernel="epanechnikov", rtol=0, atol=0).fit(points.values)
logs = model.score_samples(grid)
print(f"scikit-learn, h = 1000: {time.perf_counter() - start:.3f} s")
theirs = np.exp(logs) * len(points)
ours = np.fromfile(sys.argv[3])
both = theirs > 0
error = np.abs(ours - theirs)
print(f"greatest difference of a cell, of the largest value: {error.max() / theirs.max():.1e}")
doubtful = np.where(error > 1e-9 * theirs)[0]
print(f"cells that differ by more than 1e-9 of themselves: {len(doubtful)} of {both.sum()}")
if len(doubtful):
    # Who is right there: the sum itself in extended precision.
    tree = cKDTree(points.values)
    wrong = [0.0, 0.0]
    for cell in doubtful:
        near = points.values[tree.query_ball_point(grid[cell], 1000.001)].astype(np.longdouble)
        u = 1 - ((near - grid[cell].astype(np.longdouble)) ** 2).sum(axis=1) / np.longdouble(1e6)
        exact = float((u[u > 0]).sum() * 2 / np.pi / 1e6)
        for index, value in enumerate((ours[cell], theirs[cell])):
            wrong[index] = max(wrong[index], abs(value - exact) / exact if exact else abs(value))
    print(f"  of the largest value they are at most {theirs[doubtful].max() / theirs.max():.1e}")
    print(f"  from the sum in extended precision: ours {wrong[0]:.1e}, scikit-learn {wrong[1]:.1e}")

values = np.loadtxt(sys.argv[2])
for k in (5, 7):
    best = 1e9
    for _ in range(9):
        start = time.perf_counter()
        clusters, _ = kmeans1d.cluster(values, k)
        best = min(best, time.perf_counter() - start)
    print(f"kmeans1d, k = {k}: {best:.4f} s")
    clusters = np.array(clusters)
    spread = sum(((values[clusters == c] - values[clusters == c].mean()) ** 2).sum() for c in range(k))
    edges = np.array([float(e) for e in open(sys.argv[4]).read().split("\n")[0 if k == 5 else 1].split()])
    own = np.clip(np.searchsorted(edges[1:-1], values, side="right"), 0, k - 1)
    ours = sum(((values[own == c] - values[own == c].mean()) ** 2).sum() for c in range(k))
    print(f"squared distances, k = {k}: ours / theirs − 1 = {ours / spread - 1:.1e}")
