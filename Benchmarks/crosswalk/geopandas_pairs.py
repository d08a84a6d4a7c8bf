"""Counts the addresses in each pair of buurten of two editions by two spatial joins; addresses outside an edition are left out.
Usage: geopandas_pairs.py FROM.gpkg TO.gpkg OUT.csv BAG.csv.gz…   (semicolons, columns lat and lon)"""
import sys

import geopandas
import pandas

before, after, out, *files = sys.argv[1:]
rows = pandas.concat([pandas.read_csv(file, sep=";", usecols=["lat", "lon"]) for file in files], ignore_index=True)
points = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(rows.lon, rows.lat), crs=4326).to_crs(28992)


def places(path):
    areas = geopandas.read_file(path, layer="buurten", columns=["buurtcode"])
    return points.sjoin(areas, how="left", predicate="intersects")["buurtcode"].groupby(level=0).min()


pairs = pandas.DataFrame({"a": places(before), "b": places(after)}).dropna()
pairs.groupby(["a", "b"]).size().rename("n").reset_index().to_csv(out, sep=";", index=False)
