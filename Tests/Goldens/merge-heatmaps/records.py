"""Made-up records of two cities, by city and together: none of them near the boundary, so that the density on one
side says nothing of the other; and with the argument 'near' some that are."""
import random
import sys

random.seed(7)
IS_NEAR = sys.argv[1:] == ["near"]
HEADER = "x;y;soort\n"


def rows(west, east, count, kind):
    for _ in range(count):
        x = min(max(random.gauss((west + east) / 2, (east - west) / 4), west), east)
        y = min(max(random.gauss(481000, 350), 480020), 481980)
        yield f"{x:.0f};{y:.0f};{kind}\n"


border = 0 if IS_NEAR else 320
teststad = [*rows(120020, 122000 - border, 900, "drugs"), *rows(120020, 121600, 300, "afval")]
proefdorp = [*rows(122001 + border, 122980, 400, "drugs"), *rows(122400, 122980, 6, "afval")]
outside = ["110000;480000;drugs\n"] * 12 + ["120500;480500;drugs\n"] * 20
parts = {"Teststad": teststad + outside, "Proefdorp": proefdorp + ["0;0;drugs\n"] * 14}
for name, lines in [*parts.items(), ("alles", parts["Teststad"] + parts["Proefdorp"])]:
    with open(f"{name}.csv", "w") as file:
        file.writelines([HEADER, *lines])
