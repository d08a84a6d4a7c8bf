"""Draws Documentation/pictures/heatmap.png from heatmap_isobanden.geojson, five cities at one scale.

Usage: heatmap.py ISOBANDEN.geojson OUT.png   (geopandas, matplotlib)
"""
import sys

import geopandas as gpd
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.patches import Patch

bands = gpd.read_file(sys.argv[1]).to_crs(28992)
colours = ["#ffffb2", "#fecc5c", "#fd8d3c", "#f03b20", "#bd0026"]
cities = ["Amsterdam", "'s-Gravenhage", "Rotterdam", "Utrecht", "Tilburg"]
boxes = {city: bands[bands.gemeentenaam == city].total_bounds for city in cities}
half = max(box[2] - box[0] for box in boxes.values()) / 2
figure, axes = plt.subplots(1, 5, figsize=(18, 2.6), gridspec_kw={"wspace": 0})
for axis, city in zip(axes, cities):
    for _, band in bands[bands.gemeentenaam == city].iterrows():
        shown = band.status == "ok"
        gpd.GeoSeries([band.geometry]).plot(
            ax=axis, color=colours[int(band.klasse) - 1] if shown else "#bdbdbd",
            edgecolor="#505050", linewidth=0.15, hatch=None if shown else "////")
    west, south, east, north = boxes[city]
    x, y = (west + east) / 2, (south + north) / 2
    axis.set_xlim(x - half, x + half)
    axis.set_ylim(y - half * 0.6, y + half * 0.6)
    axis.set_title(city, fontsize=10)
    axis.set_aspect("equal")
    axis.axis("off")
edges = sorted(set(bands.klasse_van.dropna()))
labels = [f"{a:g} tot {b:g}" for a, b in zip(edges, edges[1:])] + [f"{edges[-1]:g} of meer"]
handles = [Patch(color=c, label=text.replace(".", ",")) for c, text in zip(colours, labels)]
figure.legend(
    handles=handles + [Patch(color="#bdbdbd", label="onderdrukt")], loc="lower center", ncol=6,
    fontsize=9, frameon=False, bbox_to_anchor=(0.5, -0.12))
figure.suptitle(
    "SYNTHETISCH · schematische grenzen · Incidenten per km², quartic, 1.000 m", fontsize=11, y=1.08)
plt.savefig(sys.argv[2], dpi=75, bbox_inches="tight")
