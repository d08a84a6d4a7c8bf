"""Points to areas with GeoPandas, from files to file. Usage: geopandas_sjoin.py AREAS.gpkg POINTS.csv OUT.csv"""
import sys

import geopandas as gpd
import pandas as pd

areas, points, out = sys.argv[1:4]
g = gpd.read_file(areas, layer="buurten", columns=["buurtcode"])[["buurtcode", "geometry"]]
p = pd.read_csv(points, sep=";")
located = gpd.GeoDataFrame(p, geometry=gpd.points_from_xy(p.x, p.y), crs=28992)
j = gpd.sjoin(located, g, predicate="within", how="left")
j[["id", "x", "y", "buurtcode"]].to_csv(out, sep=";", index=False)
