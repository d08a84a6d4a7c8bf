"""One million points over the Netherlands: nine in ten near a buurt, one in ten anywhere in the box.
Usage: make_points.py AREAS.gpkg OUT.csv [COUNT]"""
import sys

import geopandas as gpd
import numpy as np

areas, out = sys.argv[1:3]
count = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
g = gpd.read_file(areas, layer="buurten")
random = np.random.default_rng(20261122)
near = count * 9 // 10
inside = g.representative_point()
middle = np.column_stack([inside.x, inside.y])[random.integers(0, len(g), near)]
box = g.total_bounds
xy = np.vstack([
    middle + random.normal(0, 600, (near, 2)),
    np.column_stack([random.uniform(box[0], box[2], count - near), random.uniform(box[1], box[3], count - near)]),
]).round(2)
np.savetxt(out, np.column_stack([np.arange(count), xy]), fmt=["%d", "%.2f", "%.2f"], delimiter=";", header="id;x;y", comments="")
