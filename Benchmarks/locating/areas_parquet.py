"""The buurten of a GeoPackage as GeoParquet, for peers that read no GeoPackage. Usage: areas_parquet.py AREAS.gpkg OUT.parquet"""
import sys

import geopandas as gpd

areas, out = sys.argv[1:3]
gpd.read_file(areas, layer="buurten", columns=["buurtcode"])[["buurtcode", "geometry"]].to_parquet(out)
