"""Compares the counts per buurt of a study on damaged addresses with the true ones.

study.py --truth DIR/truth.csv --records meldingen.csv --placing FOLDER/plaatsing.csv --gemeente NAME …

truth.csv is of corrupt.py; the records are those of examples/adressen/make-records, whose column `bron` names the row of the
truth; plaatsing.csv is that of a run for `intern`, with every count. Prints, over the buurten of the gemeenten: the records that
truly lie there, those that the study counts and those it reports below the threshold, and how far the counts are off.
"""
import argparse
import csv
from collections import Counter


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--truth", required=True)
    parser.add_argument("--records", required=True)
    parser.add_argument("--placing", required=True)
    parser.add_argument("--gemeente", nargs="*", default=["Groningen", "Almere", "Lelystad"])
    options = parser.parse_args()
    with open(options.truth, newline="", encoding="utf-8") as file:
        truth = {row["qid"]: row for row in csv.DictReader(file, delimiter=";")}
    counted, doubtful, names = Counter(), Counter(), {}
    with open(options.placing, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            if row["niveau"] == "buurt":
                target = {"zeker": counted, "twijfel": doubtful}.get(row["wat"])
                if target is not None:
                    target[row["code"]] = int(row["aantal"])
                    names[row["code"]] = row["naam"]
    true = Counter()
    with open(options.records, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter=";"):
            source = truth[row["bron"]]
            if source["gemeente"] in options.gemeente and source["buurtcode"] in names:
                true[source["buurtcode"]] += 1
    differences = Counter(counted[code] - true[code] for code in names)
    total = sum(true.values())
    print(f"buurten                        {len(names)}, of which {sum(1 for code in names if true[code])} with records")
    print(f"records that truly lie there   {total}")
    print(f"counted (zeker)                {sum(counted.values())} ({sum(counted.values()) / total:.2%})")
    print(f"reported below the threshold   {sum(doubtful.values())} ({sum(doubtful.values()) / total:.2%})")
    print(f"buurten with the true count    {differences[0]} ({differences[0] / len(names):.1%})")
    low = sum(-d * n for d, n in differences.items() if d < 0)
    high = sum(d * n for d, n in differences.items() if d > 0)
    print(f"too low, summed over buurten   {low}; at most {-min(differences)} in one")
    print(f"too high, summed over buurten  {high}; at most {max(max(differences), 0)} in one")
    worst = max((abs(counted[c] - true[c]) / true[c], true[c], c) for c in names if true[c] >= 20)
    print(f"largest part of a count, from 20 records on: {worst[0]:.1%} of {worst[1]} ({names[worst[2]]})")


if __name__ == "__main__":
    main()
