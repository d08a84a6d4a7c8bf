"""Made-up records of two cities, by city and together: of the second another kind and later years than of the
first, or with the argument 'same' the same."""
import random
import sys

random.seed(4)
IS_SAME = sys.argv[1:] == ["same"]
HEADER = "buurtcode;datum;soort;bedrag;klant\n"


def rows(buurten, years, kinds):
    for buurt, level in buurten:
        for number, year in enumerate(years):
            for month in range(1, 13):
                for kind, share in kinds:
                    for _ in range(int(level * share * (1 + number / 2)) + random.randint(0, 2)):
                        day = random.randint(1, 28)
                        yield (
                            f"{buurt};{year}-{month:02}-{day:02};{kind};{random.randint(1, 9)};"
                            f"k{random.randint(1, 99)}\n"
                        )


FIRST = [("BU99010000", 19), ("BU99010001", 12), ("BU99010100", 17), ("BU99010101", 5)]
SECOND = [("BU99020002", 8), ("BU99020102", 14)]
BOTH = [("drugshandel", 1), ("afval", 1.5)]
if IS_SAME:
    teststad = rows(FIRST, range(2021, 2024), BOTH)
    proefdorp = rows(SECOND, range(2021, 2024), BOTH)
else:
    teststad = rows(FIRST, range(2021, 2023), [*BOTH, ("vuurwerk", 0.1)])
    proefdorp = rows(SECOND, range(2022, 2024), [("drugshandel", 1), ("geluid", 2)])
parts = {"Teststad": list(teststad), "Proefdorp": list(proefdorp)}
for name, lines in [*parts.items(), ("alles", parts["Teststad"] + parts["Proefdorp"])]:
    with open(f"{name}.csv", "w") as file:
        file.writelines([HEADER, *lines])
