"""Checks `wijkzicht areas simplify` on real areas with GEOS, beside GEOS's own simplification.

Usage: simplification.py PROGRAM AREAS.gpkg [TOLERANCE ...]

Made with shapely 2.2.0 (GEOS 3.14.1) and pyogrio. Prints per tolerance and level, for ours and for
coverage_simplify: the number of areas and positions, whether the coverage is valid, the largest change
of a surface and the largest Hausdorff distance; exit code 1 when ours breaks a promise: a coverage that
was valid is not, an area is lost, a surface changed by more than 1 %, or a boundary moved further than
twice the tolerance.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
import pyogrio
import shapely

LEVELS = ["buurten", "wijken", "gemeenten"]


def read(path, level):
    """Codes and surfaces of a level, water and Belgium left out, sorted by code."""
    meta, _, geometry, fields = pyogrio.raw.read(path, layer=level)
    columns = dict(zip(meta["fields"], fields))
    code = {"buurten": "buurtcode", "wijken": "wijkcode", "gemeenten": "gemeentecode"}[level]
    keep = numpy.ones(len(geometry), bool)
    if "water" in columns:
        keep = columns["water"] == "NEE"
    order = numpy.argsort(columns[code][keep])
    return columns[code][keep][order], shapely.from_wkb(geometry)[keep][order]


def figures(before, after, valid_before):
    areas = shapely.area(before)
    change = numpy.abs(shapely.area(after) - areas) / areas
    distance = shapely.hausdorff_distance(shapely.boundary(before), shapely.boundary(after), 0.1)
    return {
        "areas": int((~shapely.is_empty(after)).sum()),
        "positions": int(shapely.get_num_coordinates(after).sum()),
        "valid": bool(shapely.is_valid(after).all()),
        "coverage": bool(shapely.coverage_is_valid(after)) if valid_before else None,
        "area change": round(float(change.max()) * 100, 3),
        "hausdorff": round(float(distance.max()), 2),
    }


def main():
    program, source = sys.argv[1:3]
    tolerances = [float(text) for text in sys.argv[3:]] or [2.0, 5.0, 10.0, 20.0, 40.0]
    broken = []
    for tolerance in tolerances:
        with tempfile.TemporaryDirectory() as folder:
            out = str(Path(folder) / "areas_2024.gpkg")
            subprocess.run(
                [program, "areas", "simplify", source, "--tolerance", str(tolerance), "--out", out],
                check=True, stdout=subprocess.DEVNULL)
            for level in LEVELS:
                codes, before = read(source, level)
                own_codes, after = read(out, level)
                assert list(codes) == list(own_codes)
                valid = bool(shapely.coverage_is_valid(before))
                peer = shapely.coverage_simplify(before, tolerance)
                ours, theirs = figures(before, after, valid), figures(before, peer, valid)
                print(f"{tolerance:g} m {level} before: {len(before)} areas, "
                      f"{int(shapely.get_num_coordinates(before).sum())} positions, coverage {valid}")
                print("  ours:", ours)
                print("  GEOS:", theirs)
                if (ours["areas"] != len(before) or not ours["valid"] or ours["coverage"] is False
                        or ours["area change"] > 1.0 or ours["hausdorff"] > 2 * tolerance):
                    broken.append((tolerance, level))
    print("broken:", broken or "nothing")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
