"""Makes the workbooks of the tests: with openpyxl, and the same saved by LibreOffice (soffice), as XLSX and
as the old .xls. Not run by the tests; the files are kept beside them.
Made with openpyxl 3.1.5 and LibreOffice 7.4.7.  Usage: workbooks.py   (from the folder of the project)"""
import csv
import datetime
import os
import subprocess
import tempfile

import openpyxl

goldens = "Tests/Goldens"


def rows(name):
    with open(f"{goldens}/_shared/{name}", newline="", encoding="utf-8") as file:
        return list(csv.reader(file, delimiter=";"))


def typed(text):
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            pass
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return text or None


def incidents():
    """Titles above, a header with blanks, days as days, a total and notes below."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Meldingen 2024"
    header, *data = rows("incidenten.csv")
    sheet.append(["Meldingen (verzonnen)"])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(header))
    sheet.append([None, "uitdraai", None, None, "31-12-2024"])
    sheet.append([])
    sheet.append([name + " " for name in header])
    for row in data:
        sheet.append([typed(cell) for cell in row])
    sheet.append(["Totaal", len(data)])
    sheet.append([])
    sheet.append(["* verzonnen, voor tests"])
    notes = book.create_sheet("Toelichting")
    notes.append(["Dit bestand is verzonnen."])
    return book


def crime():
    """Years under a merged name, numbers as texts."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "per buurt"
    data = rows("misdrijven.csv")[1:]
    years = sorted({row[1] for row in data})
    sheet.append(["Geregistreerde misdrijven"])
    sheet.append([])
    sheet.append(["Buurt", "misdrijven"])
    sheet.merge_cells(start_row=3, start_column=2, end_row=3, end_column=1 + len(years))
    sheet.merge_cells(start_row=3, start_column=1, end_row=4, end_column=1)
    sheet.append([None] + [int(year) for year in years])
    for code in sorted({row[0] for row in data}):
        values = {row[1]: row[2] for row in data if row[0] == code}
        sheet.append([code] + [values.get(year, "x") for year in years])
    sheet.append(["Totaal"] + [None] * len(years))
    return book


def saved(book, folder, name):
    os.makedirs(folder, exist_ok=True)
    book.properties.creator = "test"
    book.properties.created = book.properties.modified = datetime.datetime(2024, 1, 1)
    book.save(f"{folder}/{name}")
    return f"{folder}/{name}"


def converted(path, folder, form):
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", form,
             "--outdir", folder, path], check=True, capture_output=True)


book = saved(incidents(), f"{goldens}/geocode-xlsx", "meldingen.xlsx")
converted(book, f"{goldens}/geocode-xlsx-libreoffice", "xlsx")
converted(book, f"{goldens}/bad-xls", "xls")
saved(incidents(), f"{goldens}/study-xlsx", "meldingen.xlsx")
saved(crime(), f"{goldens}/study-xlsx", "misdrijven.xlsx")

formula = openpyxl.Workbook()
formula.active.append(["x", "y", "soort"])
formula.active.append([1000, "=A2*2", "overlast"])
saved(formula, f"{goldens}/bad-xlsx-formula", "formule.xlsx")

sheets = incidents()
sheets.copy_worksheet(sheets["Meldingen 2024"]).title = "Meldingen 2023"
saved(sheets, f"{goldens}/bad-xlsx-sheets", "bladen.xlsx")
saved(sheets, f"{goldens}/bad-xlsx-no-sheet", "bladen.xlsx")
