#!/usr/bin/env python3
"""Puts the damaged addresses of corrupt.py into one column, as free text in four customary orders.

one_column.py FOLDER [--seed S]     writes FOLDER/rows-text.csv beside FOLDER/rows.csv; Python 3, nothing else

The order of a row is drawn by seed: street with number, comma, postcode and place (60 in 100); the same without the
comma (25); postcode and place before the comma (10); two lines in one cell (5). What is empty is left out.
"""
import argparse
import csv
import pathlib
import random


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with open(options.folder / "rows.csv", newline="", encoding="utf-8-sig", errors="surrogateescape") as source, \
            open(options.folder / "rows-text.csv", "w", newline="", encoding="utf-8", errors="surrogateescape") as out:
        writer = csv.writer(out, delimiter=";", lineterminator="\n")
        writer.writerow(["qid", "adres"])
        for row in csv.DictReader(source, delimiter=";"):
            def join(*columns):
                return " ".join(row[c].strip() for c in columns if row[c].strip())

            street, place = join("straat", "huisnummer", "toevoeging"), join("postcode", "plaats")
            style = chance.random()
            if style < 0.60:
                parts, between = [street, place], ", "
            elif style < 0.85:
                parts, between = [street, place], " "
            elif style < 0.95:
                parts, between = [place, street], ", "
            else:
                parts, between = [street, place], "\n"
            writer.writerow([row["qid"], between.join(p for p in parts if p)])


if __name__ == "__main__":
    main()
