"""The text of a page, a line for each block or row; hashes and what belongs to this machine are left out."""
import re
import sys
from html import unescape
from pathlib import Path

page = Path(sys.argv[1]).read_text()
body = page[page.index("<body"):]
body = re.sub(r"</t[dh]>\s*<t[dh][^>]*>", " | ", body)
body = re.sub(r"</(p|li|tr|h1|h2|h3|h4)>", "\n", body)
text = unescape(re.sub(r"<[^>]+>", "", body))
text = re.sub(r"[0-9a-f]{64}", "HASH", text)
lines = [line.strip() for line in text.splitlines() if line.strip()]
own = ("Wijkzicht |", "GEOS |", "PROJ |", "SQLite |", "Van RD", "From RD")
print("\n".join(line for line in lines if not line.startswith(own)))
