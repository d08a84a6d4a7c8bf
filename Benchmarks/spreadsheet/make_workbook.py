"""Writes a workbook of made-up records: 10 columns of codes, days, words and numbers.
Usage: make_workbook.py OUT.xlsx [ROWS] [inline|shared]
openpyxl's write-only mode stores texts in the cells; 'shared' stores them once, as Excel and LibreOffice do."""
import datetime
import random
import sys

import openpyxl

out = sys.argv[1]
rows = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
random.seed(1)
kinds = ["overlast", "inbraak", "geweld", "vernieling", "drugs", "afval", "parkeren"]
first = datetime.date(2020, 1, 1)
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("Meldingen")
sheet.append(["zaaknummer", "datum", "soort", "x", "y", "buurt", "aantal", "bedrag", "omschrijving", "status"])
for row in range(rows):
    sheet.append([
        f"2024-{row:07d}", first + datetime.timedelta(days=row % 1500), kinds[row % 7],
        round(random.uniform(110_000, 240_000), 1), round(random.uniform(390_000, 500_000), 1),
        f"BU0363AF{row % 90:02d}", row % 37, round(random.random() * 1000, 2),
        f"Melding van {kinds[row * 3 % 7]} in straat {row % 5000}", "open" if row % 3 else "gesloten"])
book.save(out)
