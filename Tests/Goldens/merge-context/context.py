"""Made-up water, roads and names as a GeoPackage: context.py FILE [NAME]."""
import sqlite3
import struct
import sys

path, name = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "Plein"
db = sqlite3.connect(path)
db.executescript("""
PRAGMA application_id = 1196444487;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
  organization_coordsys_id INTEGER, definition TEXT);
CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER);
CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT,
  geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT);
INSERT INTO gpkg_spatial_ref_sys VALUES ('RD New', 28992, 'EPSG', 28992, '');
""")


def points(positions):
    return struct.pack("<I", len(positions)) + b"".join(struct.pack("<dd", *p) for p in positions)


def layer(table, kind, features):
    code = {"POINT": 1, "LINESTRING": 2, "POLYGON": 3}[kind]
    db.execute("INSERT INTO gpkg_contents VALUES (?, 'features', 28992)", [table])
    db.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 28992, 0, 0)", [table, kind])
    db.execute(f"CREATE TABLE {table} (fid INTEGER PRIMARY KEY, geom BLOB, naam TEXT)")
    for positions, text in features:
        body = {1: lambda: struct.pack("<dd", *positions[0]), 2: lambda: points(positions),
                3: lambda: struct.pack("<I", 1) + points(positions)}[code]()
        blob = b"GP\0\1" + struct.pack("<i", 28992) + b"\1" + struct.pack("<I", code) + body
        db.execute(f"INSERT INTO {table} (geom, naam) VALUES (?, ?)", [blob, text])


def square(x, y, side):
    return [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]


layer("water", "POLYGON", [(square(120200, 480200, 700), None), (square(122300, 481000, 500), None),
                           (square(150000, 400000, 500), None)])
layer("wegen", "LINESTRING", [([(119000, 480500), (121500, 481200), (124000, 480900)], None)])
layer("namen", "POINT", [([(120500, 481500)], name), ([(122600, 480400)], "Haven"),
                         ([(121900, 480300)], None)])
layer("ver", "POLYGON", [(square(150000, 400000, 500), None)])
db.commit()
