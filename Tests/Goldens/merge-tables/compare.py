"""Which files are the same in results that were merged and in those of one run on all records."""
import csv
import sys
from collections import Counter
from pathlib import Path

merged, joint = Path(sys.argv[1]), Path(sys.argv[2])
patterns = ["tabel*.csv", "patr*", "gebieden*", "kaart_*"]
names = sorted(p.name for pattern in patterns for p in joint.glob(pattern))
for name in names:
    ours, theirs = merged / name, joint / name
    if not ours.exists() or ours.read_bytes() != theirs.read_bytes():
        print("other:", name)
        if name.endswith(".csv"):
            one, other = (list(csv.reader(p.open(), delimiter=";")) for p in (ours, theirs))
            assert [row[:4] for row in one] == [row[:4] for row in other], name
            kinds = Counter((a[5], b[5]) for a, b in zip(one, other) if a != b)
            print(" ", {f"{a} for {b}": count for (a, b), count in sorted(kinds.items())})
print(f"{len(names)} files of the run are looked at")
