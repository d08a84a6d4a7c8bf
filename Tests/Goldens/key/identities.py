"""What provenance tells of each input, held against the files.

Usage: identities.py FOLDER [NAME]     (with NAME the code of that file alone)
"""
import hashlib
import hmac
import json
import sys
from pathlib import Path

folder, *names = sys.argv[1:]
record = json.loads((Path(folder) / "provenance.json").read_text())
key = Path("sleutel.key").read_bytes().rstrip(b"\r\n")


def code(text):
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


if names:
    print(next(one["hmac_sha256"] for one in record["inputs"] if one["name"] == names[0]))
    sys.exit()
assert record.get("key_id", code("wijkzicht key")[:16]) == code("wijkzicht key")[:16]
print("key_id", "key_id" in record)
for one in record["inputs"]:
    file = Path(one["name"])
    if not file.exists():
        continue
    plain = hashlib.sha256(file.read_bytes()).hexdigest()
    if "hmac_sha256" in one:
        assert one["hmac_sha256"] == code(f"wijkzicht input {plain}") and "sha256" not in one
        print(one["role"], "its code")
    elif one["sha256"] is None:
        print(one["role"], "nothing")
    else:
        assert one["sha256"] == plain
        print(one["role"], "its hash")
