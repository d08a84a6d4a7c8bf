"""What the scripts of this folder share: where the data lie, the address table with its truth buurt, folding of names."""
import glob
import os
import pathlib
import re
import tempfile
import unicodedata

here = pathlib.Path(__file__).resolve().parent
COLUMNS = "qid;straat;huisnummer;toevoeging;postcode;plaats".split(";")


def data_folder(given=None):
    folder = given or os.environ.get("WIJKZICHT_DATA") or here.parent.parent.parent / "shared" / "data"
    folder = pathlib.Path(folder)
    if not folder.is_dir():
        raise SystemExit(f"no data folder {folder}; give --data or set WIJKZICHT_DATA")
    return folder


def output_folder(given=None):
    folder = pathlib.Path(given) if given else pathlib.Path(tempfile.gettempdir()) / "wijkzicht-geocoding"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def address_files(data):
    files = sorted(glob.glob(str(data / "addresses" / "bag_*.csv.gz")))
    if not files:
        raise SystemExit("no addresses/bag_*.csv.gz in the data folder")
    return files


def read_addresses(data):
    """The register as a pandas table in a fixed order: straat, huisnummer (int), letter, toevoeging, postcode, ..., x, y (RD)."""
    import duckdb
    import pyproj

    files = ",".join("'" + name.replace("'", "''") + "'" for name in address_files(data))
    table = duckdb.connect().execute(
        f"""select straat, huisnummer::int huisnummer, coalesce(huisletter,'') letter, coalesce(huisnummertoevoeging,'') toevoeging,
        postcode, woonplaats, gemeente, provincie, lat::double lat, lon::double lon
        from read_csv([{files}], delim=';', header=true, quote='', all_varchar=true)
        order by postcode, huisnummer, letter, toevoeging, straat, woonplaats, lat, lon"""
    ).df()
    to_rd = pyproj.Transformer.from_crs(4326, 28992, always_xy=True)
    table["x"], table["y"] = to_rd.transform(table.lon.to_numpy(), table.lat.to_numpy())
    return table


def table_with_buurten(data, cache, areas=None):
    """The register with the buurt in which each point lies: inside, else the nearest within 200 m, else empty. Kept as a parquet."""
    import pandas

    areas = areas or data / "areas" / "2024" / "wijkenbuurten_2024_nl.gpkg"
    kept = cache / f"addresses-{pathlib.Path(areas).stem}.parquet"
    if kept.exists():
        return pandas.read_parquet(kept)
    import geopandas

    table = read_addresses(data)
    points = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(table.x, table.y), crs=28992)
    buurten = geopandas.read_file(areas, layer="buurten", columns=["buurtcode"]).to_crs(28992)
    inside = geopandas.sjoin(points, buurten, predicate="intersects")["buurtcode"].groupby(level=0).min()
    table["buurtcode"] = inside.reindex(table.index).to_numpy(dtype=object)
    outside = points[table.buurtcode.isna()]
    if len(outside):
        near = geopandas.sjoin_nearest(outside, buurten, max_distance=200)["buurtcode"].groupby(level=0).min()
        table.loc[near.index, "buurtcode"] = near
    table["buurtcode"] = table.buurtcode.fillna("")
    partial = kept.with_suffix(f".{os.getpid()}")
    table.to_parquet(partial, index=False)
    os.replace(partial, kept)
    return table


def plain(text):
    """Without diacritics; ligatures and sharp s stay."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def fold(text):
    """Lower case, no diacritics, every run of other characters one space."""
    return re.sub(r"[^a-z0-9]+", " ", plain(text).lower()).strip()


# Long form and the short form it is brought to, on both sides, before names are compared. Order matters.
SHORT = [("van der ", "vd "), ("van den ", "vd "), ("van de ", "vd "), ("v d ", "vd "), ("sint ", "st "), ("koningin ", "kon "),
         ("prins ", "pr "), ("burgemeester", "burg"), ("professor", "prof"), ("dokter", "dr"), ("doctor", "dr"),
         ("plantsoen", "plnts"), ("straat", "str"), ("singel", "sgl"), ("gracht", "gr"), ("plein", "pln"), ("laan", "ln"),
         ("weg", "wg"), ("noord", "n")]


def short(folded):
    """The folded name with the usual abbreviations applied and without spaces."""
    text = folded + " "
    for long_form, short_form in SHORT:
        text = text.replace(long_form, short_form)
    return text.replace(" ", "")


def place_name(text):
    """A municipality without its province between brackets."""
    return re.sub(r"\s*\(.*?\)", "", text)
