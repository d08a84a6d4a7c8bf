"""Compares the addresses per pair of a crosswalk with those of geopandas_pairs.py.
Usage: compare.py CROSSWALK.csv PAIRS.csv
The crosswalk also places addresses up to 200 m outside all areas; geopandas does not. Those are told."""
import sys

import pandas

found = pandas.read_csv(sys.argv[1], sep=";", dtype=str)
found = found[found.soort.eq("adressen") & found.van_code.notna() & found.naar_code.notna()]
found = {(row.van_code, row.naar_code): int(float(row.gewicht)) for row in found.itertuples()}
pairs = pandas.read_csv(sys.argv[2], sep=";", dtype=str)
pairs = {(row.a, row.b): int(row.n) for row in pairs.itertuples()}
both = set(found) | set(pairs)
more = sum(max(found.get(pair, 0) - pairs.get(pair, 0), 0) for pair in both)
less = sum(max(pairs.get(pair, 0) - found.get(pair, 0), 0) for pair in both)
print(f"{len(found)} pairs, geopandas {len(pairs)}; {sum(found.values())} addresses; {more} more in a pair here, {less} less")
