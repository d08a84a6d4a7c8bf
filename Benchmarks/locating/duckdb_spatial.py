"""Points to areas with DuckDB spatial, from files to file. Usage: duckdb_spatial.py AREAS.gpkg POINTS.csv OUT.csv"""
import glob
import os
import sys

import duckdb
import duckdb_extension_spatial

areas, points, out = sys.argv[1:4]
c = duckdb.connect(config={"allow_unsigned_extensions": "true"})
folder = os.path.dirname(duckdb_extension_spatial.__file__)
c.execute(f"load '{glob.glob(folder + '/**/*.duckdb_extension', recursive=True)[0]}'")
c.execute(f"create table a as select buurtcode, geom from st_read('{areas}', layer='buurten')")
c.execute(
    "copy (select p.id, p.x, p.y, a.buurtcode from"
    f" (select *, st_point(x, y) g from read_csv('{points}', delim=';')) p"
    f" left join a on st_within(p.g, a.geom)) to '{out}' (header, delimiter ';')"
)
