"""Looks in every byte of publications for what the contents of small files would leave behind.

Usage: attack.py LEDGER KEY FOLDER…
Tries three records with codes in any order, and two delivered counts up to 99: their SHA-256, that of the table in
them, and that of each line of the ledger with it in the place of one that stands there. Then the key, its name and its
hash.
"""
import base64
import hashlib
import io
import itertools
import re
import sys
import zipfile
from pathlib import Path

ledger, key, *folders = sys.argv[1:]
codes = ["BU99010000", "BU99010001", "BU99010100", "BU99010101", "BU99020002", "BU99020102"]


def unpacked(data):
    yield data
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from unpacked(archive.read(name))


files = [file for name in folders for file in (Path(name), *sorted(Path(name).rglob("*"))) if file.is_file()]
bytes_of_all = [part for file in files for part in unpacked(file.read_bytes())]
found = {match.lower() for part in bytes_of_all for match in re.findall(rb"[0-9a-fA-F]{64}", part)}
whole = b"\n".join(bytes_of_all)

records = ["".join(f"{line}\n" for line in ("buurtcode", *rows)) for rows in itertools.product(codes, repeat=3)]
counts = [f"buurtcode;drugs\n{codes[0]};{a}\n{codes[1]};{b}\n" for a in range(100) for b in range(100)]
assert Path("meldingen.csv").read_text() in records and Path("tellingen.csv").read_text() in counts
texts = records + counts


def table(text):
    """What is read of a file: each field ended by a zero, and each row by 255."""
    return b"".join(b"".join(cell.encode() + b"\0" for cell in row.split(";")) + b"\xff" for row in text.splitlines())


plain = [hashlib.sha256(text.encode()).digest() for text in texts]
digests = plain + [hashlib.sha256(table(text)).digest() for text in texts]
hits = sum(digest.hex().encode() in found for digest in digests)
hits += sum(digest in whole or base64.b64encode(digest) in whole for digest in plain[: len(records)])

lines = Path(ledger).read_bytes().splitlines() if Path(ledger).exists() else []
chained = 0
for line in lines:
    for place in re.finditer(rb'_?sha256":"([0-9a-f]{64})', line):
        before, after = hashlib.sha256(line[: place.start(1)]), line[place.end(1) :]
        for digest in digests:
            other = before.copy()
            other.update(digest.hex().encode() + after)
            chained += other.hexdigest().encode() in found

secret = Path(key).read_bytes().strip() if Path(key).exists() else b"-" * 64
words = [secret, hashlib.sha256(secret).hexdigest().encode(), hashlib.sha256(secret + b"\n").hexdigest().encode(), b"sleutel.key"]
print(f"{len(texts)} contents tried, {len(lines)} lines of a ledger: {hits} hashes, {chained} of lines; "
      f"of the key: {sum(word in whole for word in words)}")
