"""Whether words stand in any file of a folder, also in what is packed."""
import pathlib
import sqlite3
import sys
import zipfile

texts = []
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
    if path.is_file():
        data = path.read_bytes()
        texts.append(data)
        if zipfile.is_zipfile(path):
            texts += [zipfile.ZipFile(path).read(name) for name in zipfile.ZipFile(path).namelist()]
        if data.startswith(b"SQLite format 3"):
            texts.append("\n".join(sqlite3.connect(path).iterdump()).encode())
for word in sys.argv[2:]:
    print(word, "found" if any(word.encode() in text for text in texts) else "nowhere")
