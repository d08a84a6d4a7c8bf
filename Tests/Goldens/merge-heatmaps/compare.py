"""How heatmaps, placing and words about areas of results that were merged are those of one run on all records."""
import json
import sys
from pathlib import Path

merged, joint = Path(sys.argv[1]), Path(sys.argv[2])
for path in sorted(joint.glob("heatmap_*")):
    ours = merged / path.name
    if not ours.exists():
        print("only in one run:", path.name)
    elif ours.read_bytes() == path.read_bytes():
        print("the same bytes:", path.name)
    else:
        one, other = (
            {f["id"]: f["properties"]["klasse"] for f in json.loads(p.read_bytes())["features"]}
            for p in (ours, path)
        )
        same = sum(one.get(code) == number for code, number in other.items())
        print(f"other: {path.name}, {same} of {len(other)} features have the same class")
ours, theirs = ((p / "plaatsing.csv").read_text().splitlines() for p in (merged, joint))
print("placing, also in one run:", *[row for row in ours if row in theirs], sep="\n  ")
print("placing, by city:", *[row for row in ours if row not in theirs], sep="\n  ")
print("placing, only in one run:", *[row for row in theirs if row not in ours], sep="\n  ")
for name in ["interpretations", "heatmaps"]:
    texts = []
    for page in (merged, joint):
        text = (page / "atlas.html").read_text()
        start = text.index(f'"{name}":') + len(name) + 3
        texts.append(json.JSONDecoder().raw_decode(text[start:])[0])
    print(f"{name} of the atlas, the same: {texts[0] == texts[1]}, {len(texts[0])}")
