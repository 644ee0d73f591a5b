// Package workbook reads and writes tables as files: .xlsx, .csv, and a .zip of .csv files. It knows sheets, rows and
// cells, and nothing of counties.
//
// Reading trusts nothing: sizes are bounded before anything is unpacked, formulas are never computed, links are never
// followed, and text is brought to one form (UTF-8, no full-width digits or Latin letters, no stray spaces). What could
// only be read with a doubt is a [Note] at its cell. Writing neutralises cells that a spreadsheet would take for a
// formula, and reading takes that off again.
//
// It imports gov.
package workbook
