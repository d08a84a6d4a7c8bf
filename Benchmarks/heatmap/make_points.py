"""Writes POINTS.csv (100,000 points, normal around the origin) and VALUES.csv (14,500 log-normal values).

Usage: make_points.py POINTS.csv VALUES.csv
"""
import sys

import numpy as np

r = np.random.default_rng(2)
points = np.column_stack([r.normal(0, 4000, 100_000), r.normal(0, 4000, 100_000)])
np.savetxt(sys.argv[1], points, delimiter=",", header="x,y", comments="", fmt="%.17g")
np.savetxt(sys.argv[2], np.exp(np.random.default_rng(1).normal(5.8, 0.5, 14_500)), fmt="%.17g")
