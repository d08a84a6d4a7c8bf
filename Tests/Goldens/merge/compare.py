"""What is the same in results that were merged and in those of one run on all records."""
import json
import sys
from pathlib import Path

merged, joint = Path(sys.argv[1]), Path(sys.argv[2])
same = other = classes = 0
for path in sorted(joint.glob("kaart_*.geojson")):
    def cells(folder):
        features = json.loads((folder / path.name).read_text())["features"]
        return {f["id"]: f["properties"] for f in features}

    ours, theirs = cells(merged), cells(joint)
    assert ours.keys() == theirs.keys(), path.name
    for code, own in ours.items():
        keys = ("waarde", "status", "teller", "noemer")
        equal = all(own.get(key) == theirs[code].get(key) for key in keys)
        same += equal
        other += not equal
        classes += equal and own["klasse"] != theirs[code]["klasse"]
        if not equal:
            print("other:", path.name, code, own["status"], theirs[code]["status"])
print(f"{same} values are the same, {other} others; {classes} in another class")
for name in ["tabel.csv", "tabel_wijken.csv", "gebieden.geojson"]:
    equal = (merged / name).read_bytes() == (joint / name).read_bytes()
    print(f"{name}: {'the same bytes' if equal else 'other bytes'}")
record = json.loads((merged / "provenance.json").read_text())
print(record["stamps"], record["gemeenten"], record["data_class"])
print(record["merged"]["audit"])
print([part["gemeenten"] for part in record["merged"]["parts"]])
