// Package workbook reads and writes tables as files: .xlsx, .csv, and a .zip of .csv files. It knows sheets, rows and
// cells, and nothing of counties.
//
// Reading trusts nothing: sizes are bounded before anything is unpacked, formulas are never computed, links are never
// followed, and text is brought to one form (UTF-8, no full-width digits or Latin letters, no stray spaces). What could
// only be read with a doubt is a [Note] at its cell. Writing neutralises cells that a spreadsheet would take for a
// formula, and reading takes that off again.
//
// Reading is our own over archive/zip and encoding/xml, as one stream within [Limits]: excelize, which writes, shows the
// rows of a stream without their formulas, errors, merges or hidden rows, and holds a whole sheet, several times its
// size, for each of these. Of a file's parts only the workbook, its relations, styles, texts and sheets are opened.
//
//	sheet.go cell.go merge.go   cells and what they mean        format.go number.go   dates, percents, numbers
//	archive.go part.go          zip and XML, bounded            normal.go neutral.go  the forms of a text
//	encoding.go records.go      bytes to text to fields         write*.go packer.go   the writers
//
// It imports gov.
package workbook
