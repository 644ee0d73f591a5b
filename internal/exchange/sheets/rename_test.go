package sheets_test

import (
	"slices"
	"strings"
	"testing"

	"tiaokuai/internal/change"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/seed"
)

// TestRenameInAnExport: who renames something in its own sheet, by its key, has the old name in all others; it is the
// same thing there.
func TestRenameInAnExport(t *testing.T) {
	revisions, err := seed.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := seed.Replay(revisions)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct{ sheet, column, key string }{
		{"机构", "机构名称", "organ/大金店镇/党政综合办公室"}, {"职责", "职责名称", "duty/辖区内综合行政执法"}, {"县直部门", "部门名称", "department/农业农村部门"}, {"乡镇", "乡镇名称", "township/大冶镇"},
	} {
		for _, mode := range []sheets.Mode{sheets.ModeUpdate, sheets.ModeReplace} {
			tables := sheets.Export(c, nil)
			put(t, tables, one.sheet, one.column, one.key, "甲乙丙丁")
			r, err := sheets.Plan(t.Context(), c, bookOf(tables), sheets.Options{Mode: mode})
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Problems) > 0 || len(r.Edits) != 1 {
				edits, _ := change.Encode(r.Edits)
				t.Errorf("%s, %s: %d problems, %d edits: %v %.300s", one.key, mode, len(r.Problems), len(r.Edits), r.Problems[:min(3, len(r.Problems))], edits)
				continue
			}
			if n, ok := r.Target.Node(one.key); !ok || n.NodeName() != "甲乙丙丁" {
				t.Errorf("%s, %s: the name did not change", one.key, mode)
			}
		}
	}
}

// put writes into the cell of a column in the row of a key.
func put(t *testing.T, tables []workbook.Table, sheet, column, key, text string) {
	t.Helper()
	for _, table := range tables {
		i := slices.IndexFunc(table.Columns, func(c workbook.Column) bool { return c.Header == column })
		for _, row := range table.Rows {
			if table.Name == sheet && i >= 0 && row[0] == key {
				row[i] = text
				return
			}
		}
	}
	var headers []string
	for _, table := range tables {
		if table.Name == sheet {
			for _, c := range table.Columns {
				headers = append(headers, c.Header)
			}
		}
	}
	t.Fatalf("no %s of %s in %s: %s", column, key, sheet, strings.Join(headers, " "))
}
