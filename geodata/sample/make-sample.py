#!/usr/bin/env python3
"""Make the tables of this folder from a GeoPackage of areas and a table of recorded crime.

    python3 make-sample.py AREAS.gpkg CRIME.csv [OUT_DIR]

AREAS.gpkg has the layers buurten, wijken and gemeenten of the CBS Wijk- en buurtkaart 2024 (RD New, EPSG:28992).
CRIME.csv has the columns buurtcode;jaar;misdrijven. OUT_DIR is the folder of this script when it is not given.
Needs geopandas, shapely 2.1 and numpy. The same input gives the same bytes.

No boundary leaves this script: of each buurt only its label points are written, in whole metres.
"""

import csv
import math
import pathlib
import sys

import geopandas
import numpy
import shapely

YEAR = 2024
CITIES = ("GM0344", "GM0363", "GM0518", "GM0599", "GM0855")
LAYERS = (("buurten", "buurtcode"), ("wijken", "wijkcode"), ("gemeenten", "gemeentecode"))
MISSING = -99997
KEYS = ("buurtcode", "buurtnaam", "wijkcode", "wijknaam", "gemeentecode", "gemeentenaam")

LARGE_KM2 = 1.5      # a larger buurt gets several points
COMPACT = 0.35       # and so does one whose 4 pi A / P^2 is lower
SPACING_KM2 = 0.5    # points of a large buurt: the square root of its size in units of this
MOST_POINTS = 8


def is_missing(value):
    return value is None or str(value) in (str(MISSING), f"{MISSING}.0") or value != value


def text(value):
    """A cell as CBS writes it: whole numbers whole, other numbers with one decimal."""
    if is_missing(value):
        return str(MISSING)
    if isinstance(value, (float, numpy.floating)):
        return f"{float(value):.1f}"
    return str(value)


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{path.name}: {len(rows)} rows, {len(header)} columns")


def columns_to_keep(layers):
    """Every column that has a value somewhere in one of the three layers, keys first."""
    keep = {}
    for name, table in layers.items():
        for column in table.columns:
            if column not in ("geometry", "geom", "fid"):
                keep[column] = keep.get(column, False) or not all(map(is_missing, table[column]))
    return {
        name: [c for c in KEYS if c in table.columns]
        + [c for c in table.columns if keep.get(c) and c not in KEYS]
        for name, table in layers.items()
    }


def number_of_points(polygon):
    km2 = polygon.area / 1e6
    compact = 4 * math.pi * polygon.area / polygon.length**2
    if km2 <= LARGE_KM2 and compact >= COMPACT:
        return 1
    drawn_out = 1 if compact < COMPACT else 0
    return max(2, min(MOST_POINTS, math.ceil(math.sqrt(km2 / SPACING_KM2)) + drawn_out))


def grid_inside(polygon):
    """A regular grid of some hundreds of whole-metre points in the polygon, away from its border where it can."""
    inner = polygon
    for share in (0.12, 0.06, 0.03, 0.01):
        smaller = polygon.buffer(-share * math.sqrt(polygon.area))
        if smaller.area > 0.25 * polygon.area:
            inner = smaller
            break
    step = max(1.0, math.sqrt(inner.area / 600))
    left, bottom, right, top = inner.bounds
    xs, ys = numpy.meshgrid(numpy.arange(left, right, step), numpy.arange(bottom, top, step))
    points = numpy.column_stack([numpy.round(xs.ravel()), numpy.round(ys.ravel())])
    return points[shapely.contains_xy(inner, points[:, 0], points[:, 1])]


def label_points(polygon):
    """The first point is the one to put a name at; the others only help a tessellation to keep the shape."""
    count = number_of_points(polygon)
    if count == 1:
        middle = polygon.centroid
        circle = shapely.maximum_inscribed_circle(polygon, tolerance=1)
        far = shapely.Point(circle.coords[0])
        free = polygon.boundary.distance(far)
        # The centre of mass, unless it lies outside or close to the border: then the middle of the widest part.
        if not polygon.contains(middle) or polygon.boundary.distance(middle) < 0.6 * free:
            middle = far
        return [(round(middle.x), round(middle.y))]
    grid = grid_inside(polygon)
    circle = shapely.maximum_inscribed_circle(polygon, tolerance=1)
    start = numpy.array(circle.coords[0])
    centres = [grid[numpy.argmin(((grid - start) ** 2).sum(axis=1))]]
    while len(centres) < count:  # the farthest point so far
        distance = ((grid[:, None, :] - numpy.array(centres)[None]) ** 2).sum(axis=2).min(axis=1)
        centres.append(grid[numpy.argmax(distance)])
    centres = numpy.array(centres, dtype=float)
    for _ in range(60):  # Lloyd: every point to the middle of what is nearest to it
        nearest = ((grid[:, None, :] - centres[None]) ** 2).sum(axis=2).argmin(axis=1)
        moved = numpy.array([grid[nearest == i].mean(axis=0) for i in range(count)])
        if numpy.allclose(moved, centres):
            break
        centres = moved
    chosen = []
    for centre in centres:
        point = grid[numpy.argmin(((grid - centre) ** 2).sum(axis=1))]
        if tuple(point) not in chosen:
            chosen.append(tuple(point))
    chosen.sort(key=lambda p: -polygon.boundary.distance(shapely.Point(p)))
    return [(int(x), int(y)) for x, y in chosen]


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    areas, crime = sys.argv[1:3]
    out = pathlib.Path(sys.argv[3] if len(sys.argv) == 4 else pathlib.Path(__file__).parent)

    layers = {}
    for name, key in LAYERS:
        table = geopandas.read_file(areas, layer=name)
        layers[name] = table[table.gemeentecode.isin(CITIES)].sort_values(key).reset_index(drop=True)
    keep = columns_to_keep(layers)
    for name, key in LAYERS:
        rows = [[text(value) for value in row] for row in layers[name][keep[name]].itertuples(index=False)]
        write(out / f"{name}_{YEAR}.csv", keep[name], rows)

    rows, taken = [], set()
    for code, polygon in zip(layers["buurten"].buurtcode, layers["buurten"].geometry):
        for x, y in label_points(polygon):
            assert polygon.contains(shapely.Point(x, y)), f"{code}: a label point lies outside"
            assert (x, y) not in taken, f"{code}: a label point occurs twice"
            taken.add((x, y))
            rows.append([code, x, y])
    write(out / f"labelpunten_{YEAR}.csv", ["buurtcode", "x", "y"], rows)

    known = set(layers["buurten"].buurtcode)
    rows = []
    with open(crime, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            if "GM" + row["buurtcode"][2:6] not in CITIES:
                continue
            if row["buurtcode"] in known:
                rows.append([row["buurtcode"], row["jaar"], row["misdrijven"]])
            else:
                print(f"no such buurt in {YEAR}: {row['buurtcode']} ({row['jaar']}: {row['misdrijven']})")
    rows.sort()
    years = sorted({row[1] for row in rows})
    write(out / f"misdrijven_{years[0]}_{years[-1]}.csv", ["buurtcode", "jaar", "misdrijven"], rows)


main()
