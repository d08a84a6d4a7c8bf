"""What GeoPandas needs for the part of the study that is made of records: seven maps of wijken, without
disclosure control, classes, styles, tables or provenance.
Usage: geopandas_study.py AREAS.gpkg RECORDS_FOLDER OUT_FOLDER"""
import pathlib
import sys

import geopandas as gpd
import pandas as pd

areas, records, out = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
out.mkdir(parents=True, exist_ok=True)
cities = ["GM0363", "GM0518", "GM0599", "GM0344", "GM0855"]
wijken = gpd.read_file(areas, layer="wijken")
wijken = wijken[wijken.gemeentecode.isin(cities)][["wijkcode", "gemeentecode", "aantal_inwoners", "geometry"]]
wijken = wijken.set_index("wijkcode")


def placed(name, dates):
    table = pd.read_csv(records / name, sep=";", dtype={"sbi": str}, parse_dates=dates)
    points = gpd.GeoDataFrame(table, geometry=gpd.points_from_xy(table.x, table.y), crs=28992)
    return gpd.sjoin(points, wijken[["geometry"]], predicate="within")


incidents = placed("incidenten.csv", ["datum"])
incidents = incidents[(incidents.datum > "2023-12-31") & (incidents.datum <= "2024-12-31")]
firms = placed("vestigingen.csv", ["startdatum", "einddatum"])
firms = firms[(firms.startdatum <= "2024-12-31") & ~(firms.einddatum <= "2024-12-31")]
sectors = firms[firms.sbi.str.startswith(("4511", "7711", "4742", "551", "552", "563", "6831", "9602"))]


def count(table):
    return table.groupby("wijkcode").size().reindex(wijken.index, fill_value=0)


km2 = wijken.area / 1e6
inhabitants = wijken.aantal_inwoners.where(wijken.aantal_inwoners > 0)
share = count(sectors) / count(firms)
maps = {
    "drugs_per_1000_inwoners": count(incidents[incidents.soort.str.startswith("drugs")]) / inhabitants * 1000,
    "geweld_per_1000_inwoners": count(incidents[incidents.soort == "geweld"]) / inhabitants * 1000,
    "afvaldumpingen_per_km2": count(incidents[incidents.soort == "afvaldumping"]) / km2,
    "vestigingen_per_1000_inwoners": count(firms) / inhabitants * 1000,
    "kwetsbare_branches_per_km2": count(sectors) / km2,
    "kwetsbare_branches_lq": share / (len(sectors) / max(len(firms), 1)),
    "incidenten_per_km2": count(incidents) / km2,
}
for name, values in maps.items():
    wijken.assign(waarde=values).to_crs(4326).to_file(out / f"{name}.geojson", driver="GeoJSON")
