"""Reads every cell of the first sheet with openpyxl, read-only.  Usage: openpyxl_read.py BOOK.xlsx"""
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
cells = 0
for row in book.worksheets[0].iter_rows(values_only=True):
    cells += len(row)
print(cells)
