"""What lies over the maps of two atlases: page.py MERGED JOINT."""
import json
import re
import sys
from pathlib import Path


def read(folder):
    text = (Path(folder) / "atlas.html").read_text()
    return json.loads(re.search(r'id="data">(.*)</script>', text)[1])


merged, joint = map(read, sys.argv[1:])
print("the same" if merged["context"] == joint["context"] else "other")
print(json.dumps(merged["context"], ensure_ascii=False))
