package sheets_test

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/snapshot"
)

// written is tables as files, by the file's name.
func written(t *testing.T, tables []workbook.Table) map[string][]byte {
	var xlsx, zip bytes.Buffer
	if err := workbook.WriteXLSX(&xlsx, tables, workbook.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := workbook.WriteCSVZip(&zip, tables); err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{"县.xlsx": xlsx.Bytes(), "县.csv.zip": zip.Bytes()}
}

// TestRoundTripThroughFiles: what was written as a file is read back without a change.
func TestRoundTripThroughFiles(t *testing.T) {
	check := func(c *snapshot.County, files map[string][]byte) {
		t.Helper()
		for name, data := range files {
			book, err := workbook.Read(name, data, workbook.StandardLimits())
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			for _, mode := range modes {
				r := plan(t, c, book, sheets.Options{Mode: mode})
				if len(r.Problems) > 0 || len(r.Edits) > 0 {
					t.Fatalf("%s, %s: %d edits\n%v", name, mode, len(r.Edits), tell(r))
				}
			}
		}
	}
	for _, c := range seedRevisions(t)[2:] {
		check(c, written(t, sheets.Export(c, nil)))
	}
	for seed := range uint64(10) {
		c := countytest.Random(rand.New(rand.NewPCG(seed, 0)))
		check(c, written(t, sheets.Export(c, nil)))
	}
}

// TestTemplateIsRead: the template as it is downloaded changes nothing, since its rows are examples.
func TestTemplateIsRead(t *testing.T) {
	revisions := seedRevisions(t)
	c := revisions[len(revisions)-1]
	for name, data := range written(t, sheets.Template()) {
		book, err := workbook.Read(name, data, workbook.StandardLimits())
		if err != nil {
			t.Fatal(name, err)
		}
		r := plan(t, c, book, sheets.Options{})
		if len(r.Problems) > 0 || len(r.Notes) > 0 || len(r.Edits) > 0 || len(r.Summary) != len(sheets.Sheets())-3 { // overlaps, proposals, guide
			t.Errorf("%s: %d edits, %d sheets\n%v", name, len(r.Edits), len(r.Summary), tell(r))
		}
	}
}
