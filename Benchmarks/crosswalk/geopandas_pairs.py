"""Counts the addresses in each pair of buurt and wijk by two spatial joins.
Usage: geopandas_pairs.py AREAS.gpkg BAG.csv.gz…   (semicolons, columns lat and lon)"""
import sys

import geopandas
import pandas

path, files = sys.argv[1], sys.argv[2:]
buurten = geopandas.read_file(path, layer="buurten", columns=["buurtcode"])
wijken = geopandas.read_file(path, layer="wijken", columns=["wijkcode"])
rows = pandas.concat([pandas.read_csv(file, sep=";", usecols=["lat", "lon"]) for file in files], ignore_index=True)
points = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(rows.lon, rows.lat), crs=4326).to_crs(28992)
first = points.sjoin(buurten, how="left", predicate="within")["buurtcode"]
second = points.sjoin(wijken, how="left", predicate="within")["wijkcode"]
pairs = pandas.DataFrame({"a": first.groupby(level=0).first(), "b": second.groupby(level=0).first()})
print(len(pairs.groupby(["a", "b"]).size()), "pairs")
