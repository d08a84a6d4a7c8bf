"""Crosswalks on boundaries that really moved, by tobler: writes crosswalk_real.csv beside this file.

Made with tobler 0.13.0 (area_interpolate), geopandas 1.2.0, shapely 2.2.0 (GEOS 3.14.1), pyproj 3.7.2 (PROJ 9.5.1).
Run: python crosswalk_real.py DATA   (the folder with the open data; figures are written, no boundaries)

vlak       buurten 2015 to buurten 2024 of five cities, by surface
amsterdam  the same of Amsterdam, by the real addresses of 1013; areas without addresses by surface
flevoland  buurten 2024 of Flevoland, moved 150 m east and 100 m north as an earlier edition, to buurten 2024, by
           222,318 real addresses

The counts that are converted are invented: 100 + 37 i mod 901 for the i-th code from 0; means are 10 + 13 i mod 51,
with the surface as their denominator. Tables of weights are handed to tobler as float64.
"""

import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely
from scipy import sparse
from tobler.area_weighted import area_interpolate

data = Path(sys.argv[1])
cities = ["GM0344", "GM0363", "GM0518", "GM0599", "GM0855"]
# Amersfoort to ETRS89 (8), the best of PROJ without grids; WGS 84 is taken for ETRS89.
to_rd = pyproj.Transformer.from_pipeline(
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=push +v_3"
    " +step +proj=cart +ellps=GRS80 +step +inv +proj=helmert +x=565.7381 +y=50.4018 +z=465.2904"
    " +rx=0.395025981036064 +ry=-0.330772431242031 +rz=1.87607329462821 +s=4.07244 +convention=coordinate_frame"
    " +step +inv +proj=cart +ellps=bessel +step +proj=pop +v_3"
    " +step +proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000"
    " +ellps=bessel"
)
flevoland = ["GM0034", "GM0050", "GM0171", "GM0184", "GM0303", "GM0995"]


def in_rd(frame):
    moved = shapely.transform(frame.geometry.values, lambda x, y: to_rd.transform(x, y), interleaved=False)
    return frame.set_geometry(gpd.GeoSeries(moved, index=frame.index, crs=28992))


def ready(frame, code):
    frame = frame[[code, "geometry"]].rename(columns={code: "code"}).sort_values("code", ignore_index=True)
    frame["geometry"] = [
        g if g.is_valid else shapely.make_valid(g, method="structure", keep_collapsed=False) for g in frame.geometry
    ]
    frame["aantal"] = [100.0 + 37 * i % 901 for i in range(len(frame))]
    frame["gemiddelde"] = [10.0 + 13 * i % 51 for i in range(len(frame))]
    return frame


def surfaces(a, b):
    table = np.zeros((len(a), len(b)))
    first, second = b.sindex.query(a.geometry, predicate="intersects")
    for i, j in zip(first, second):
        table[i, j] = a.geometry[i].intersection(b.geometry[j]).area
    return table


def places(points, areas):
    """For each point the first area that covers it, else the nearest within 200 m, else -1."""
    found = np.full(len(points), -1)
    covered, area = areas.sindex.query(points.geometry, predicate="intersects")
    for i, j in sorted(zip(covered, area), reverse=True):
        found[i] = j
    rest = np.flatnonzero(found < 0)
    near = gpd.sjoin_nearest(points.iloc[rest], areas[["geometry"]], max_distance=200)
    for i, j in zip(near.index, near["index_right"]):
        found[i] = j
    return found


def counted(a, b, points):
    table = np.zeros((len(a), len(b)))
    known = np.zeros(len(a), bool)
    for i, j in zip(places(points, a), places(points, b)):
        if i >= 0:
            known[i] = True
            if j >= 0:
                table[i, j] += 1
    bare = np.flatnonzero(~known)
    table[bare] = surfaces(a.iloc[bare].reset_index(drop=True), b)
    return table


def rows(name, a, b, table):
    made = area_interpolate(
        a, b, extensive_variables=["aantal"], intensive_variables=["gemiddelde"],
        table=sparse.csr_matrix(table), allocate_total=True,
    )
    covered = table.sum(axis=0)
    for code, count, mean, area, weight in zip(b.code, made.aantal, made.gemiddelde, b.geometry.area, covered):
        if name == "vlak":
            # An area of which less than half is covered has no value.
            if weight >= 0.5 * area:
                yield f"{name};{code};{float(count)!r};{float(mean)!r}"
        elif weight > 0:
            yield f"{name};{code};{float(count)!r};"


before = ready(
    in_rd(
        pd.concat(
            [gpd.read_file(data / f"areas/2015/{city}-buurt-2015.geojson") for city in cities], ignore_index=True
        )
    ), "BU_CODE")
after = ready(gpd.read_file(data / "areas/2024/wijkenbuurten_2024_vijf_steden.gpkg", layer="buurten"), "buurtcode")

points = pd.read_csv(data / "addresses/bag_amsterdam_1013.csv")
points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(points.X, points.Y), crs=28992)
own = ready(before[before.code.str.startswith("BU0363")], "code")
other = ready(after[after.code.str.startswith("BU0363")], "code")

national = gpd.read_file(data / "areas/2024/wijkenbuurten_2024_nl.gpkg", layer="buurten")
later = ready(national[national.gemeentecode.isin(flevoland)], "buurtcode")
earlier = later.copy()
earlier["geometry"] = earlier.geometry.translate(150, 100)
addresses = pd.read_csv(data / "addresses/bag_flevoland.csv.gz", sep=";", usecols=["lat", "lon"])
addresses = in_rd(gpd.GeoDataFrame(geometry=gpd.points_from_xy(addresses.lon, addresses.lat), crs=4326))

lines = ["proef;code;aantal;gemiddelde"]
lines += rows("vlak", before, after, surfaces(before, after))
lines += rows("amsterdam", own, other, counted(own, other, points))
lines += rows("flevoland", earlier, later, counted(earlier, later, addresses))
Path(__file__).with_suffix(".csv").write_text("\n".join(lines) + "\n")
