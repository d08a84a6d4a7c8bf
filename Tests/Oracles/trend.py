"""Kendall's test and Sen's slope by other programs: writes trend.csv beside this file.

Made with scipy 1.17.1 (kendalltau exact p and tau-b, theilslopes) and pymannkendall 1.4.3 (score,
variance, z, seasonal test); numpy 2.4.6. Run: python trend.py
"""

import math
from pathlib import Path

import numpy as np
import pymannkendall as mk
from scipy import stats

rng = np.random.default_rng(20)
series = []
for n in (4, 5, 6, 8, 10, 12, 20, 28, 33, 40, 84):
    series.append(rng.normal(size=n))
    series.append(rng.normal(size=n) + 0.2 * np.arange(n))
    series.append(rng.poisson(3, size=n).astype(float))
    series.append(rng.poisson(40, size=n) - np.arange(n).astype(float))


def exact(values):
    """The two-sided p over all orders of the values, for a few of them."""
    from itertools import permutations

    def score(v):
        return sum(np.sign(v[j] - v[i]) for i in range(len(v)) for j in range(i + 1, len(v)))

    own = abs(score(values))
    scores = [abs(score(v)) for v in permutations(values)]
    return sum(s >= own for s in scores) / len(scores)


lines = ["values;score;variance;z;tau;p_exact;p_normal;slope;lower;upper;seasonal_score;seasonal_p;seasonal_slope"]
for values in series:
    values = np.round(values, 6)
    if len(set(values)) == 1:
        continue
    n = len(values)
    test = mk.original_test(values)
    tau = stats.kendalltau(np.arange(n), values).statistic
    if len(set(values)) == n and n <= 33:
        p_exact = stats.kendalltau(np.arange(n), values, method="exact").pvalue
    elif n <= 8:
        p_exact = exact(values)
    else:
        p_exact = math.nan
    sen = stats.theilslopes(values, np.arange(n), alpha=0.95)
    if n >= 20:
        season = mk.seasonal_test(values, period=4)
        own = (season.s, season.p, season.slope)
    else:
        own = (math.nan,) * 3
    cells = (test.s, test.var_s, test.z, tau, p_exact, test.p, sen.slope, sen.low_slope, sen.high_slope, *own)
    lines.append(" ".join(repr(float(v)) for v in values) + ";" + ";".join(repr(float(c)) for c in cells))
Path(__file__).with_suffix(".csv").write_text("\n".join(lines) + "\n")
