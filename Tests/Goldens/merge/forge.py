"""Changes saved tables and makes hashes anew: that of the file, and that of the folder."""
import hashlib
import re
import shutil
import sys
from pathlib import Path

source, target, change, *hashes = sys.argv[1:]
shutil.copytree(source, target)
path = Path(target) / "gepubliceerd.jsonl"
old, new = change.split("=>")
text = path.read_text()
assert old in text, old
lines = text.replace(old, new, 1).splitlines(keepends=True)
if "inner" in hashes:
    inner = hashlib.sha256("".join(lines[:-1]).encode()).hexdigest()
    lines[-1] = re.sub(r'"sha256":"[0-9a-f]+"', f'"sha256":"{inner}"', lines[-1])
path.write_text("".join(lines))
if "outer" in hashes:
    sums = Path(target) / "SHA256SUMS"
    outer = hashlib.sha256(path.read_bytes()).hexdigest()
    sums.write_text(re.sub(r"[0-9a-f]+(?=  gepubliceerd)", outer, sums.read_text()))
