"""Rank correlations by scipy, for Tests/QualityTests: python3 rank_correlation.py > rank_correlation.csv

Each line: how often numbers are equal, the correlation, then the numbers of both rows.
"""
import sys

import numpy
import scipy
from scipy.stats import spearmanr

print(f"# scipy {scipy.__version__}, numpy {numpy.__version__}", file=sys.stdout)
draw = numpy.random.default_rng(20241231)
for size, different in [(3, 100), (5, 3), (12, 4), (20, 1000), (40, 5), (60, 2)]:
    for slope in (-1.0, 0.0, 0.7):
        first = draw.integers(0, different, size)
        second = numpy.round(slope * first + draw.integers(0, different, size), 1)
        if len(set(first)) < 2 or len(set(second)) < 2:
            continue
        found = spearmanr(first, second).statistic
        print(f"{different};{found!r};".replace("np.float64(", "").replace(")", ""), end="")
        print(" ".join(str(float(x)) for x in first), " ".join(str(float(y)) for y in second), sep=";")
