#!/usr/bin/python3
"""Opens what a study gives to GIS staff in QGIS, without a screen, and looks at what is painted.

Usage: check.py FOLDER [PICTURES]   (writes the layouts as PNG into the folder PICTURES)

Needs Debian's python3-qgis (3.22 or later); run it with the Python of the system. Exit code 1 with a line for
each thing that does not hold.
"""

import hashlib
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (  # noqa: E402
    Qgis, QgsApplication, QgsBookmarkManager, QgsLayoutExporter, QgsLayoutItemLegend, QgsLayoutItemMap, QgsProject,
)

wrong = []


def need(truth, what):
    if not truth:
        wrong.append(what)


def colors_of(image):
    """How many pixels of a picture have each colour."""
    image = image.convertToFormat(4)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    data, counts = bytes(bits), {}
    for at in range(0, len(data), 4):
        key = data[at + 2] << 16 | data[at + 1] << 8 | data[at]
        counts[key] = counts.get(key, 0) + 1
    return counts


def check_files(folder):
    """Checksums, and the style of MapLibre against the files that it names."""
    listed = dict(reversed(line.split("  ", 1)) for line in (folder / "SHA256SUMS").read_text().splitlines())
    for name, digest in listed.items():
        need(hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, f"other checksum: {name}")
    for file in folder.iterdir():
        need(file.name in listed or file.name in ("SHA256SUMS", "wijkzicht.zip"), f"no checksum: {file.name}")
    style = json.loads((folder / "wijkzicht.style.json").read_text())
    need(style["version"] == 8, "style: version")
    for name, source in style["sources"].items():
        need(source["promoteId"] == "code", f"style: no promoteId: {name}")
        features = json.loads((folder / source["data"]).read_text())["features"]
        codes = [feature["properties"]["code"] for feature in features]
        need(len(set(codes)) == len(codes), f"style: codes that are no key: {name}")
    ids = [layer["id"] for layer in style["layers"]]
    need(len(set(ids)) == len(ids), "style: an id twice")
    for layer in style["layers"]:
        need(layer["type"] == "background" or layer["source"] in style["sources"], f"style: no source: {layer['id']}")
    return json.loads((folder / "metadata.json").read_text())


def main():
    folder = Path(sys.argv[1]).resolve()
    pictures = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    metadata = check_files(folder)
    app = QgsApplication([], False)
    app.initQgis()
    print("QGIS", Qgis.QGIS_VERSION.encode("ascii", "ignore").decode())
    project = QgsProject.instance()
    need(project.read(str(folder / "wijkzicht.qgs")), "the project is not read: " + project.error())
    need(project.crs().authid() == "EPSG:28992", "reference system of the project: " + project.crs().authid())
    for stamp in metadata["stempels"]:
        need(stamp in project.title(), f"the title of the project has no {stamp}")
    layers = project.mapLayers()
    need(set(layers) == {own["id"] for own in metadata["kaarten"]}, "layers are not those of the metadata")
    for id, layer in layers.items():
        need(layer.isValid() and layer.featureCount() > 0, f"not valid: {id}")
        need(layer.crs().authid() == "EPSG:28992", f"reference system of {id}: {layer.crs().authid()}")
        own = next(own for own in metadata["kaarten"] if own["id"] == id)
        legend = [item.label() for item in layer.renderer().legendSymbolItems()]
        for line in own["legenda"]:
            need(line["tekst"] in legend, f"{id}: no line in the legend: {line['tekst']}")
        need(own["titel"] in layer.metadata().title(), f"{id}: no title in the metadata")
        need(layer.htmlMetadata() != "", f"{id}: no metadata")
    visible = [node.layerId() for node in project.layerTreeRoot().findLayers() if node.isVisible()]
    need(visible == [metadata["kaarten"][0]["id"]], f"visible: {visible}")
    bookmarks = {bookmark.name(): bookmark.extent() for bookmark in project.bookmarkManager().bookmarks()}
    need(set(bookmarks) == {own["gemeentenaam"] for own in metadata["gemeenten"]}, f"bookmarks: {list(bookmarks)}")
    for name, extent in bookmarks.items():
        need(extent.crs().authid() == "EPSG:28992" and extent.width() > 0, f"bookmark: {name}")
    imported = QgsBookmarkManager()
    need(imported.importFromFile(str(folder / "bladwijzers.xml")), "bookmarks are not imported")
    need(len(imported.bookmarks()) == len(bookmarks), f"{len(imported.bookmarks())} bookmarks imported")
    for bookmark in imported.bookmarks():
        need(bookmark.extent().crs().authid() == "EPSG:4326" and 3 < bookmark.extent().xMinimum() < 7.3,
             f"bookmark to import: {bookmark.name()}")

    layouts = project.layoutManager().printLayouts()
    need(len(layouts) == sum("geojson" in own for own in metadata["kaarten"]), f"{len(layouts)} layouts")
    for layout in layouts:
        maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
        scales = {round(item.scale(), -1) for item in maps}
        need(len(scales) == 1, f"{layout.name()}: scales {scales}")
        need(len(maps) == (len(bookmarks) if len(bookmarks) <= 12 else 1), f"{layout.name()}: {len(maps)} maps")
        page = layout.pageCollection().page(0).rect()
        for item in layout.items():
            rect = item.mapRectToScene(item.rect())
            need(page.contains(rect), f"{layout.name()}: beyond the sheet: {type(item).__name__} {rect}")
        drawn = {item.layers()[0].id() for item in maps}
        need(len(drawn) == 1, f"{layout.name()}: layers {drawn}")
        own = next(own for own in metadata["kaarten"] if own["id"] in drawn)
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = 96
        image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=96)
        counts = colors_of(image)
        for line in own["legenda"]:
            need(counts.get(int(line["kleur"][1:], 16), 0) > 20, f"{layout.name()}: {line['kleur']} is not painted")
        legends = [item for item in layout.items() if isinstance(item, QgsLayoutItemLegend)]
        need(len(legends) == 1, f"{layout.name()}: {len(legends)} legends")
        if pictures:
            image.save(str(pictures / (layout.name().split(".")[0] + ".png")))
    print(f"{len(layers)} layers, {len(layouts)} layouts, {len(bookmarks)} bookmarks")
    print("\n".join(dict.fromkeys(wrong)) or "holds")
    sys.stdout.flush()
    # QGIS crashes when Python takes its objects apart at the end.
    os._exit(1 if wrong else 0)


main()
