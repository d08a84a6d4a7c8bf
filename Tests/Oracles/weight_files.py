"""Do PySAL and GeoDa read the GAL and GWT files of `wijkzicht statistics weights`, and do we read theirs?

Reads two files that the program wrote, with libpysal and pygeoda, and prints for each the areas, the
links, the sum of the weights and the neighbours of the first area; then writes the same graphs with
libpysal, which the program should read with the same result (see WeightFileTests).
Run: python weight_files.py AREAS.geojson QUEEN.gal DISTANCE.gwt FOLDER
with AREAS.geojson of one level in RD New and the files made of it:
  wijkzicht statistics weights --areas AREAS.geojson --weights queen --out QUEEN.gal
  wijkzicht statistics weights --areas AREAS.geojson --weights inverse:1200 --out DISTANCE.gwt
Made with libpysal 4.14.1, pygeoda 0.1.3, geopandas, Python 3.11."""
import os
import sys
import warnings
warnings.filterwarnings("ignore")
import geopandas
import libpysal
import pygeoda

areas, gal, gwt, folder = sys.argv[1:5]
table = geopandas.read_file(areas)
ids = [str(code) for code in table["buurtcode"]]
shapes = pygeoda.open(table)
for path in (gal, gwt):
    weights = libpysal.io.open(path).read()
    weights.transform = "O"
    links = sum(len(near) for near in weights.neighbors.values())
    total = sum(sum(row) for row in weights.weights.values())
    print("libpysal", os.path.basename(path), weights.n, links, repr(float(total)), *sorted(map(str, weights.neighbors[ids[0]])))
    read = pygeoda.read_gal(path, ids) if path == gal else pygeoda.read_gwt(path, ids)
    near = [read.get_neighbors(place) for place in range(len(ids))]
    print("pygeoda", os.path.basename(path), read.num_obs, sum(map(len, near)), *sorted(ids[place] for place in near[0]))
    out = libpysal.io.open(os.path.join(folder, "libpysal" + os.path.splitext(path)[1]), "w")
    out.write(weights)
    out.close()
pygeoda_queen = pygeoda.queen_weights(shapes)
pygeoda_queen.save_weights(os.path.join(folder, "geoda.gal"), "buurten", "buurtcode", ids)
pygeoda_knn = pygeoda.knn_weights(shapes, 2)
pygeoda_knn.save_weights(os.path.join(folder, "geoda.gwt"), "buurten", "buurtcode", ids)
