"""Writes rd_points.csv: points in the five cities in RD New and in ETRS89, by the exact procedure.

Run with pyrdnap 26.8.18 from PyPI (class RDNAP2018v1, height 0 m above NAP):
    pip install pyrdnap==26.8.18 && python rd_points.py > rd_points.csv
"""

from pyrdnap import RDNAP2018v1

CENTRES = {
    "Amsterdam": (121_500, 487_000),
    "Den Haag": (81_000, 454_500),
    "Rotterdam": (92_500, 437_000),
    "Utrecht": (136_000, 456_000),
    "Tilburg": (133_500, 397_500),
}
OFFSETS = [(0, 0), (3_411.25, 1_902.5), (-4_207.75, 2_650.125), (1_318.5, -3_777.375)]

rdnap = RDNAP2018v1()
print("city,x,y,longitude,latitude")
for city, (x0, y0) in CENTRES.items():
    for dx, dy in OFFSETS:
        point = rdnap.reverse(x0 + dx, y0 + dy, 0)
        print(f"{city},{x0 + dx},{y0 + dy},{float(point.lon):.11f},{float(point.lat):.11f}")
