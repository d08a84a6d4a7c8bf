#!/usr/bin/python3
"""Draws five cities side by side at one scale with one legend, from the files of a run, with QGIS.

Usage: QT_QPA_PLATFORM=offscreen /usr/bin/python3 render.py RUN_FOLDER INDICATOR OUT.png
Needs Debian's python3-qgis. Each city is its own map layer with the style that lies beside it.
"""
import json
import os
import sys

from qgis.core import (
    QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsMapRendererSequentialJob,
    QgsMapSettings, QgsProject, QgsRectangle, QgsRenderContext, QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

folder, indicator, out = sys.argv[1:4]
CITIES = ["GM0363", "GM0518", "GM0344", "GM0599", "GM0855"]
NAMES = {"GM0518": "Den Haag"}
METRES_PER_PIXEL = 62.0
GAP, TOP, LEGEND = 26, 104, 190

app = QgsApplication([], False)
app.initQgis()
with open(f"{folder}/kaart_{indicator}.geojson", encoding="utf-8") as file:
    collection = json.load(file)
about = collection["metadata"]
names = {f["properties"]["gemeentecode"]: f["properties"]["gemeentenaam"] for f in collection["features"]}

rd = QgsCoordinateReferenceSystem("EPSG:28992")
panels = []
for code in CITIES:
    layer = QgsVectorLayer(f"{folder}/kaart_{indicator}_{code}.geojson", code, "ogr")
    layer.loadDefaultStyle()
    transform = QgsCoordinateTransform(layer.crs(), rd, QgsProject.instance())
    extent = transform.transformBoundingBox(layer.extent())
    panels.append((code, layer, extent))


def pixels(metres):
    return int(metres / METRES_PER_PIXEL) + 8


# Two rows of about equal width; all panels at the same scale.
rows = [panels[:3], panels[3:]]
width = max(sum(pixels(p[2].width()) + GAP for p in row) for row in rows) + GAP
row_heights = [max(pixels(p[2].height()) for p in row) + 30 for row in rows]
height = TOP + sum(row_heights) + LEGEND
image = QImage(width, height, QImage.Format_RGB32)
image.fill(QColor("white"))
painter = QPainter(image)
painter.setRenderHint(QPainter.TextAntialiasing)


def write(x, y, text, size, bold=False, color="#222222", box=None):
    font = QFont("DejaVu Sans")
    font.setPixelSize(size)
    font.setBold(bold)
    painter.setFont(font)
    painter.setPen(QColor(color))
    if box:
        painter.drawText(QRectF(x, y, *box), Qt.TextWordWrap, text)
    else:
        painter.drawText(int(x), int(y), text)


write(GAP, 44, about["title"], 27, bold=True)
write(GAP, 72, about["unit"], 17, color="#555555")
stamps = "  ·  ".join(about["stamps"])
if stamps:
    write(GAP, 95, stamps, 16, bold=True, color="#b30000")

y = TOP
for row, row_height in zip(rows, row_heights):
    x = GAP
    for code, layer, extent in row:
        w, h = pixels(extent.width()), pixels(extent.height())
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setDestinationCrs(rd)
        settings.setOutputSize(QSize(w * 2, h * 2))
        settings.setOutputDpi(192)
        settings.setBackgroundColor(QColor("white"))
        middle = extent.center()
        half = (w * METRES_PER_PIXEL / 2, h * METRES_PER_PIXEL / 2)
        settings.setExtent(QgsRectangle(
            middle.x() - half[0], middle.y() - half[1], middle.x() + half[0], middle.y() + half[1]))
        job = QgsMapRendererSequentialJob(settings)
        job.start()
        job.waitForFinished()
        painter.setRenderHint(QPainter.SmoothPixmapTransform)
        painter.drawImage(QRect(int(x), int(y + 24), w, h), job.renderedImage())
        write(x, y + 16, NAMES.get(code, names[code]), 17, bold=True)
        x += w + GAP
    y += row_height

# The legend of the first layer serves all: classes are the same in every city.
x, line = GAP, y + 22
entries = [item for item in panels[0][1].renderer().legendSymbolItems() if item.symbol() is not None]
for index, item in enumerate(entries):
    column, place = divmod(index, 5)
    left, top = GAP + column * 300, y + 14 + place * 25
    context = QgsRenderContext.fromQPainter(painter)
    symbol = item.symbol().asImage(QSize(34, 18))
    painter.drawImage(int(left), int(top), symbol)
    painter.setPen(QColor("#444444"))
    painter.drawRect(int(left), int(top), 34, 18)
    write(left + 44, top + 15, item.label(), 15)
bar = 5_000 / METRES_PER_PIXEL
right = width - GAP - bar
painter.fillRect(QRectF(right, y + 24, bar, 4), QColor("#222222"))
write(right, y + 48, "5 km", 15)
write(GAP, height - 46, about["abstract"], 12, color="#555555", box=(width - 2 * GAP, 44))
painter.end()
image.convertToFormat(QImage.Format_Indexed8, Qt.AvoidDither | Qt.ThresholdDither).save(out)
sys.stdout.flush()
os._exit(0)
