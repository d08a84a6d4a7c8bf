"""Reads all features of a shapefile with pyogrio into a GeoDataFrame.  Usage: pyogrio_read.py FILE.shp"""
import sys
import time

import pyogrio

pyogrio.read_dataframe(sys.argv[1], max_features=1)
start = time.perf_counter()
frame = pyogrio.read_dataframe(sys.argv[1])
print(f"{len(frame)} features in {time.perf_counter() - start:.3f} s")
