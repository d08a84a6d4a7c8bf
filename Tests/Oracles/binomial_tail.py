"""Binomial tails by scipy, for Tests/QualityTests: python3 binomial_tail.py > binomial_tail.csv

Each line: the probability of an item, how many items, how many or more of a kind, the probability of that, and the
smallest number, of two or more, that chance gives with a probability of at most 0.001.
"""
import numpy
import scipy
from scipy.stats import binom

print(f"# scipy {scipy.__version__}, numpy {numpy.__version__}")
for p in (1 / 365.25, 11 / 365.25, 0.1, 1e-4, 0.01):
    for n in (1, 2, 3, 5, 10, 17, 40, 100, 365, 1000, 27273, 1_000_000):
        tails = binom.sf(numpy.arange(-1, min(n, 200_000)), n, p)
        critical = max(2, int(numpy.argmax(tails <= 0.001))) if (tails <= 0.001).any() else max(2, n + 1)
        for k in sorted({1, 2, int(n * p), int(n * p) + 1, min(critical - 1, n), min(critical, n)}):
            if 1 <= k <= n:
                print(f"{p!r};{n};{k};{float(binom.sf(k - 1, n, p))!r};{critical}")
