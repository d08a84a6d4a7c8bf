"""One statistic by GeoDa, from a shapefile to a CSV file. Usage: geoda.py STATISTIC SHAPEFILE OUT PERMUTATIONS"""
import sys
import time
start = time.perf_counter()
import pygeoda
statistic, shapefile, out, permutations = sys.argv[1:5]
areas = pygeoda.open(shapefile)
read = time.perf_counter()
weights = pygeoda.queen_weights(areas)
graph = time.perf_counter()
values = areas["waarde"]
function = pygeoda.local_gstar if statistic == "hotspots" else pygeoda.local_moran
arguments = {} if statistic == "hotspots" else {"permutation_method": "lookup"}
result = function(weights, values, permutations=int(permutations), cpu_threads=2, seed=1, **arguments)
end = time.perf_counter()
with open(out, "w") as file:
    for row in zip(result.lisa_values(), result.lisa_pvalues(), result.lisa_clusters()):
        print(*row, sep=";", file=file)
print(f"import and read {read - start:.3f} queen {graph - read:.3f} statistic {end - graph:.3f}")
