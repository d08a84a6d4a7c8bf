"""The records of the example study, many times over: each copy is moved by up to 60 metres.
Usage: make_records.py EXAMPLE_FOLDER OUT_FOLDER [COUNT]   (COUNT: about so many records in all)"""
import csv
import pathlib
import random
import sys

example, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
wanted = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
tables = {}
for path in sorted((example / "records").glob("*.csv")):
    with open(path, encoding="utf-8", newline="") as file:
        tables[path.name] = list(csv.reader(file, delimiter=";"))
places = {name: rows for name, rows in tables.items() if "x" in rows[0]}
copies = -(-wanted // sum(len(rows) - 1 for rows in places.values()))
random.seed(20261129)
(out / "records").mkdir(parents=True, exist_ok=True)
for name in tables.keys() - places.keys():
    (out / "records" / name).write_bytes((example / "records" / name).read_bytes())
for name, (header, *rows) in places.items():
    x, y = header.index("x"), header.index("y")
    with open(out / "records" / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
        for _ in range(copies - 1):
            for row in rows:
                if row[x] and row[y]:
                    row = list(row)
                    row[x] = f"{float(row[x]) + random.uniform(-60, 60):.1f}"
                    row[y] = f"{float(row[y]) + random.uniform(-60, 60):.1f}"
                writer.writerow(row)
