"""Smoothed rates and quotients of five areas from PySAL: writes smoothing.txt.

Two gemeenten, of three areas and of two; a quotient is the smoothed rate over that of the gemeente. Made with
esda 2.8.2, libpysal 4.14.1, numpy 2.4.6. Where rates differ less than chance has it, esda goes on with a variance
below zero and estimates lie on the other side of the mean; then the method's own rule holds (Marshall 1991: a
variance below zero is zero), and the program is not asked. Run: python smoothing.py > smoothing.txt
"""
import numpy as np
from esda.smoothing import Empirical_Bayes

rng = np.random.default_rng(6)
cases = 0
while cases < 6:
    sizes = rng.integers(40, 4000, 5).astype(float)
    counts = rng.binomial(sizes.astype(int), rng.uniform(0.01, 0.3, 5)).astype(float)
    rates, quotients, chance = [], [], False
    for part in (slice(0, 3), slice(3, 5)):
        e, p = counts[part], sizes[part]
        mean = e.sum() / p.sum()
        spread = (p * (e / p - mean) ** 2).sum() / p.sum() - mean / p.mean()
        chance = chance or spread <= 0
        own = np.ravel(Empirical_Bayes(e, p).r)
        rates += list(own)
        quotients += list(own / mean)
    if chance:
        continue
    cases += 1
    for name, values in (("counts", counts), ("sizes", sizes), ("rates", rates), ("quotients", quotients)):
        print(name, *(repr(float(v)) for v in values))
