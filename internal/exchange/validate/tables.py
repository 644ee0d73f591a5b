"""Reads tables with openpyxl, and with csv and zipfile of Python's own; and saves a workbook anew with openpyxl.

usage: tables.py read FOLDER           prints {file name: [sheet]} as JSON, the shape of validate.Sheet
       tables.py save FROM TO EDITS    EDITS are [[sheet, cell, value]] as JSON
"""

import csv
import io
import json
import pathlib
import sys
import zipfile

import openpyxl


def xlsx(path):
    book = openpyxl.load_workbook(path)
    return [sheet(book, s) for s in book.worksheets]


def sheet(book, s):
    rows = [[cell(c) for c in row] for row in s.iter_rows()]
    return {
        "Name": s.title,
        "Hidden": s.sheet_state != "visible",
        "Frozen": s.freeze_panes or "",
        "Filter": (s.auto_filter.ref or "").replace("$", ""),
        "Rows": [shortened(row) for row in rows],
        "Comments": {c.coordinate: c.comment.text for row in s.iter_rows() for c in row if c.comment},
        "Choices": {str(v.sqref): choices(book, v) for v in s.data_validations.dataValidation},
    }


def cell(c):
    """A cell as its kind and its text; the kinds are openpyxl's: s text, n number, f formula, b, d, e."""
    if c.value is None:
        return ["", ""]
    return [c.data_type, c.value if isinstance(c.value, str) else repr(c.value)]


def shortened(row):
    """A row without empty cells at its end."""
    while row and row[-1][0] == "":
        row.pop()
    return row


def choices(book, validation):
    """What a drop-down list offers, where it stands in a range of another sheet."""
    if validation.type != "list":
        return ["no list: " + str(validation.type)]
    name, _, cells = validation.formula1.rpartition("!")
    return [str(c.value) for row in book[name.strip("'")][cells.replace("$", "")] for c in row]


def csvs(path):
    with zipfile.ZipFile(path) as z:
        return [{"Name": n.removesuffix(".csv"), "Rows": list(records(z.read(n)))} for n in z.namelist()]


def records(data):
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True):
        yield shortened([["s" if text else "", text] for text in row])


def read(folder):
    readers = {".xlsx": xlsx, ".csv.zip": csvs}
    files = sorted(pathlib.Path(folder).iterdir())
    return {f.name: reader(f) for f in files for ending, reader in readers.items() if f.name.endswith(ending)}


def save(source, target, edits):
    book = openpyxl.load_workbook(source)
    for name, at, value in json.loads(edits):
        book[name][at] = value
    book.save(target)


command, *args = sys.argv[1:]
json.dump({"read": read, "save": save}[command](*args), sys.stdout, ensure_ascii=False)
