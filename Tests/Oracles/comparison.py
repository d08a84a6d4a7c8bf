"""Distributions, distances, partitions and regions by other programs: writes comparison.txt here.

Made with inequality 1.1.2 (Gini, TheilD), scipy 1.17.1 (ks_2samp, wasserstein_distance with weights,
minimum_spanning_tree), scikit-learn 1.9.1 (silhouette_samples), kmedoids 0.5.5 (the least sum over many starts), spopt 0.7.0 (SpanningForest on the
same tree), libpysal 4.14.1 and numpy 2.4.6. Run: python comparison.py
"""

import warnings
from pathlib import Path

import kmedoids
import numpy as np
from inequality.gini import Gini
from inequality.theil import Theil, TheilD
from libpysal.weights import W, lat2W
from scipy.sparse.csgraph import minimum_spanning_tree
from scipy.stats import ks_2samp, wasserstein_distance
from sklearn.metrics import pairwise_distances, silhouette_samples
from spopt.region.skater import SpanningForest

warnings.simplefilter("ignore")
rng = np.random.default_rng(11)
lines = []


def put(name, values):
    lines.append(name + " " + " ".join(repr(float(v)) for v in np.ravel(values)))


# Three groups of values with whole weights, so that a weight is a repetition.
groups = []
for g, n in enumerate((40, 25, 60)):
    values = np.round(rng.gamma(2 + g, 3, n) + 0.01, 2)
    weights = rng.integers(1, 30, n)
    groups.append((values, weights))
    put("values", values)
    put("weights", weights)
    whole = np.repeat(values, weights)
    put("gini", [Gini(whole).g])
    put("theil", [Theil(whole).T])
    quantiles = [np.quantile(values, p, weights=weights, method="inverted_cdf") for p in (0.1, 0.5, 0.9)]
    put("quantiles", quantiles)
    put("mean", [np.average(values, weights=weights)])

everyone = np.concatenate([np.repeat(v, w) for v, w in groups])
member = np.concatenate([np.repeat(g, w.sum()) for g, (v, w) in enumerate(groups)])
parts = TheilD(everyone, member)
put("decomposition", [parts.T, parts.bg[0], parts.wg[0]])

for a in range(3):
    for b in range(a + 1, 3):
        (x, u), (y, v) = groups[a], groups[b]
        ks = ks_2samp(np.repeat(x, u), np.repeat(y, v)).statistic
        put("distance", [a, b, ks, wasserstein_distance(x, y, u, v)])

# Points in three clouds and some between.
points = np.round(np.concatenate([rng.normal(c, 1, (30, 3)) for c in (0, 3, 7)] + [rng.normal(3, 3, (15, 3))]), 6)
distances = pairwise_distances(points)
for row in points:
    put("point", row)
for k in (2, 3, 4, 5):
    best = min((kmedoids.fasterpam(distances, k, max_iter=1000, random_state=s) for s in range(50)), key=lambda r: r.loss)
    put("loss", [k, best.loss])
    put("labels", best.labels.astype(float))
    put("silhouette", silhouette_samples(distances, best.labels, metric="precomputed"))

# A lattice of 8 by 9 cells with two columns: the tree of scipy, cut by spopt.
w = lat2W(8, 9, rook=False)
data = np.round(rng.normal(0, 1, (72, 2)) + np.array([[i // 9 / 3, (i % 9) / 4] for i in range(72)]), 6)


def squared(x, y=None):
    return pairwise_distances(x, y, metric="sqeuclidean")


full = pairwise_distances(data)
w.transform = "b"
tree = minimum_spanning_tree(w.sparse.multiply(full)).tocoo()
edges = sorted((min(i, j), max(i, j)) for i, j in zip(tree.row, tree.col))
for row in data:
    put("cell", row)
for a, b in edges:
    put("edge", [a, b])
neighbours = {i: [] for i in range(72)}
for a, b in edges:
    neighbours[a].append(int(b))
    neighbours[b].append(int(a))
fixed = W({k: sorted(v) for k, v in neighbours.items()}, silence_warnings=True)
for regions, quorum in ((2, -np.inf), (4, -np.inf), (7, -np.inf), (5, 8)):
    forest = SpanningForest(dissimilarity=squared).fit(regions, fixed, data, quorum=quorum)
    put("regions", [regions, max(quorum, 0), forest.score(data)])
    put("region_labels", forest.current_labels_)

Path(__file__).with_name("comparison.txt").write_text("\n".join(lines) + "\n")
