"""Writes the real register several times over, each copy under other postcodes, as one BAG-layout CSV: for memory measurements.

replicate.py --out FILE.csv[.gz] [--addresses 9700000 | --copies K] [--data FOLDER]

Copy 0 is the register itself. Copy k maps the register's PC4s, in order, onto PC4s 1000-9999 that no earlier copy used; letters
and numbers stay, so the number of keys grows in step. Places get the number of the copy behind their name, so that no street is
in one place twice; points and gemeenten stay, so that every copy lies in the same buurten. Lines are written one by one.
"""
import argparse
import gzip
import math
import pathlib
import sys

from common import address_files, data_folder


def lines(files):
    for name in files:
        with gzip.open(name, "rt", encoding="utf-8", newline="") as file:
            header = file.readline()
            if not header.startswith("straat;huisnummer;huisletter;huisnummertoevoeging;postcode;woonplaats;gemeente;provincie;lat;lon"):
                sys.exit(f"{pathlib.Path(name).name}: another header than expected")
            for line in file:
                yield line.rstrip("\r\n").split(";")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", required=True)
    parser.add_argument("--addresses", type=int, default=9_700_000)
    parser.add_argument("--copies", type=int)
    parser.add_argument("--data")
    arguments = parser.parse_args()
    files = address_files(data_folder(arguments.data))
    count, used = 0, set()
    for parts in lines(files):
        count += 1
        used.add(parts[4][:4])
    real = sorted(used)
    wanted = arguments.copies * count if arguments.copies else arguments.addresses
    copies = arguments.copies or math.ceil(wanted / count)
    free = [f"{n}" for n in range(1000, 10000) if f"{n}" not in used]
    if (copies - 1) * len(real) > len(free):
        sys.exit(f"{len(real)} PC4s fit {1 + len(free) // len(real)} times into 1000-9999; asked {copies}")
    # PC4s are spread over what is free, so that copies lie between the real ones.
    maps = [dict(zip(real, real))]
    step = free[: (copies - 1) * len(real)]
    for k in range(1, copies):
        maps.append(dict(zip(real, step[k - 1::copies - 1])))
    written = 0
    with (gzip.open(arguments.out, "wt", encoding="utf-8", newline="", compresslevel=1) if arguments.out.endswith(".gz")
          else open(arguments.out, "w", encoding="utf-8", newline="")) as out:
        out.write("straat;huisnummer;huisletter;huisnummertoevoeging;postcode;woonplaats;gemeente;provincie;lat;lon\n")
        for k, pc4 in enumerate(maps):
            for parts in lines(files):
                if written == wanted:
                    break
                if k:
                    parts[4] = pc4[parts[4][:4]] + parts[4][4:]
                    parts[5] = f"{parts[5]} {k}"
                out.write(";".join(parts) + "\n")
                written += 1
    print(f"{written} addresses in {copies} copies of {count} (the last may be cut short), {len(real)} PC4s each")


if __name__ == "__main__":
    main()
