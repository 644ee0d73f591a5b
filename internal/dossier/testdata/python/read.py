"""Reads a .docx with python-docx and prints what it found as JSON.

usage: read.py FILE
"""

import json
import sys

import docx
from docx.oxml.ns import qn


def line(p):
    fmt = p.paragraph_format
    return {
        "Style": p.style.name,
        "Text": p.text,
        "Level": p.style.element.xpath("string(./w:pPr/w:outlineLvl/@w:val)"),
        "Marks": [r.text for r in p.runs if r.style.name == "待补充"],
        "Break": bool(p.style.paragraph_format.page_break_before or fmt.page_break_before),
    }


def table(t):
    head = t.rows[0]
    return {
        "Style": t.style.name,
        "Columns": len(t.columns),
        "Head": [c.text for c in head.cells],
        "Repeats": head._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None,
        "Rows": [[c.text for c in r.cells] for r in t.rows[1:]],
        "Width": sum(c.width.twips for c in t.columns),
    }


def style(s):
    fonts = s.element.xpath("string(./w:rPr/w:rFonts/@w:eastAsia)")
    spacing = s.paragraph_format.line_spacing
    return {
        "Font": fonts,
        "Points": s.font.size.pt if s.font.size else None,
        "Bold": bool(s.font.bold),
        "Centred": str(s.paragraph_format.alignment) == "CENTER (1)",
        "Line": spacing.pt if spacing is not None and hasattr(spacing, "pt") else None,
        "Indent": s.element.xpath("string(./w:pPr/w:ind/@w:firstLineChars)"),
    }


def main(path):
    d = docx.Document(path)
    s = d.sections[0]
    used = {p.style.name for p in d.paragraphs} | {p.style.name for t in d.tables for c in t._cells for p in c.paragraphs}
    return {
        "Title": d.core_properties.title,
        "Created": d.core_properties.created.date().isoformat(),
        "Page": [round(n.mm) for n in (s.page_width, s.page_height)],
        "Margins": [round(n.mm) for n in (s.top_margin, s.right_margin, s.bottom_margin, s.left_margin)],
        "OddEven": d.settings.odd_and_even_pages_header_footer,
        "Footers": ["".join(p.text for p in f.paragraphs) for f in (s.footer, s.even_page_footer)],
        "Styles": {n: style(d.styles[n]) for n in sorted(used | {"Normal"})},
        "Lines": [line(p) for p in d.paragraphs],
        "Tables": [table(t) for t in d.tables],
    }


json.dump(main(sys.argv[1]), sys.stdout, ensure_ascii=False)
