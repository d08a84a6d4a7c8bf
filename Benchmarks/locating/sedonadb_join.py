"""Points to areas with SedonaDB, from files to file. Usage: sedonadb_join.py AREAS.parquet POINTS.csv OUT.csv
It reads no GeoPackage of itself, so the areas are given as GeoParquet, made beforehand: an advantage."""
import sys

import pyarrow as pa
import pyarrow.csv as csv
import sedonadb

areas, points, out = sys.argv[1:4]
connection = sedonadb.connect()
connection.read_parquet(areas).to_view("areas")
connection.create_data_frame(
    csv.read_csv(points, parse_options=csv.ParseOptions(delimiter=";"))
).to_view("points")
located = connection.sql(
    "select p.id, p.x, p.y, a.buurtcode from points p join areas a"
    " on ST_Within(ST_SetSRID(ST_Point(p.x, p.y), 28992), a.geometry)"
).to_arrow_table()
# The writer knows no string views.
plain = pa.schema([(f.name, pa.string() if "string" in str(f.type) else f.type) for f in located.schema])
csv.write_csv(located.cast(plain), out, csv.WriteOptions(delimiter=";"))
