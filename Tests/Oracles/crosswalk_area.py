"""Counts and means converted by surface, by tobler: writes crosswalk_area.csv beside this file.

Made with tobler 0.13.0 (area_interpolate), geopandas 1.2.0, shapely 2.2.0 (GEOS 3.14.1). Two tessellations of
one square are drawn at random. The table of shared surfaces is made here and handed over as float64:
the one that tobler makes itself can be of less precision. Run: python crosswalk_area.py
"""

from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from scipy import sparse
from tobler.area_weighted import area_interpolate

rng = np.random.default_rng(4)
frame = shapely.box(120_000, 480_000, 124_000, 484_000)


def tessellation(n):
    points = rng.uniform((120_000, 480_000), (124_000, 484_000), (n, 2))
    cells = shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=frame)
    cells = [shapely.intersection(cell, frame) for cell in cells.geoms]
    return gpd.GeoDataFrame(geometry=cells, crs=28992)


before, after = tessellation(60), tessellation(45)
before["aantal"] = rng.poisson(200, len(before)).astype(float)
before["gemiddelde"] = rng.uniform(10, 50, len(before))
table = np.array(
    [[a.intersection(b).area for b in after.geometry] for a in before.geometry], dtype=np.float64
)
made = area_interpolate(
    before,
    after,
    extensive_variables=["aantal"],
    intensive_variables=["gemiddelde"],
    table=sparse.csr_matrix(table),
    allocate_total=True,
)
with open(Path(__file__).with_suffix(".csv"), "w") as out:
    out.write("zijde;aantal;gemiddelde;grens\n")
    for side, frame in (("van", before), ("naar", made)):
        for row in frame.itertuples():
            ring = ",".join(f"{x!r} {y!r}" for x, y in map(lambda p: (float(p[0]), float(p[1])), row.geometry.exterior.coords))
            out.write(f"{side};{float(row.aantal)!r};{float(row.gemiddelde)!r};{ring}\n")
