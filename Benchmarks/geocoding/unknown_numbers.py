"""House numbers that do not occur in their street: how often the geocoder is certain of another street.

unknown_numbers.py --wijkzicht wijkzicht --register R.wzr [--streets 2000] [--seed 6] [--data FOLDER] [--out FOLDER]

Streets are drawn from all addresses; each gets a number that is free in it, at most 30 above its highest. Written without
postcode, with a postcode of the street, and with its four digits. An answer is right when its buurt is one in which the street
has addresses.
"""
import argparse
import collections
import csv
import random
import subprocess

from common import data_folder, output_folder, read_addresses


def geocode(program, register, rows, answers):
    subprocess.run([program, "geocode", str(rows), "--register", register, "--out", str(answers)], check=True, capture_output=True)
    with open(answers, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--wijkzicht", required=True)
    parser.add_argument("--register", required=True)
    parser.add_argument("--streets", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--data")
    parser.add_argument("--out")
    arguments = parser.parse_args()
    out = output_folder(arguments.out)
    numbers, postcodes = collections.defaultdict(set), collections.defaultdict(set)
    table = read_addresses(data_folder(arguments.data))
    for street, place, number, postcode in zip(table["straat"], table["woonplaats"], table["huisnummer"], table["postcode"]):
        numbers[street, place].add(int(number))
        postcodes[street, place].add(postcode)
    R = random.Random(arguments.seed)
    drawn = []
    for name in R.sample(sorted(numbers), arguments.streets):
        free = [number for number in range(1, max(numbers[name]) + 30) if number not in numbers[name]]
        drawn.append((name, R.choice(free), R.choice(sorted(postcodes[name]))))
    write(out / "known.csv", ["straat", "huisnummer", "plaats"], [(s, n, p) for (s, p), _, _ in drawn for n in sorted(numbers[s, p])])
    buurten = collections.defaultdict(set)
    for row in geocode(arguments.wijkzicht, arguments.register, out / "known.csv", out / "known-answers.csv"):
        buurten[row["straat"], row["plaats"]].add(row["buurtcode"])
    print(f"{'written with':24}{'zeker':>8}{'elsewhere':>11}{'street':>9}")
    for label, digits in (("street, number, place", 0), ("and a postcode", 6), ("and its four digits", 4)):
        rows = [(s, n, postcode[:digits], p) for (s, p), n, postcode in drawn]
        write(out / "unknown.csv", ["straat", "huisnummer", "postcode", "plaats"], rows)
        answers = geocode(arguments.wijkzicht, arguments.register, out / "unknown.csv", out / "unknown-answers.csv")
        certain = [row for row in answers if row["match_oordeel"] == "zeker"]
        elsewhere = sum(row["buurtcode"] not in buurten[row["straat"], row["plaats"]] for row in certain)
        streets = sum(row["match_niveau"] == "straat" for row in answers)
        print(f"{label:24}{len(certain):8}{elsewhere:11}{streets:9}")


if __name__ == "__main__":
    main()
