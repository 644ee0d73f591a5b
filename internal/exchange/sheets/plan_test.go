package sheets_test

import (
	"encoding/csv"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// A fixture is testdata/<name>.txtar: a county in the notation of countytest (none: one yet to be made), options one a
// line, sheets as <name>.csv (a name that starts with "-" is a sheet without one), and want, what Plan says of them.
// Several cases of one county stand in one file: what a case adds follows the line of its name, "case …".
func TestPlan(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := txtar.Archive{Comment: archive.Comment}
			var base *snapshot.County
			var f fixture
			for _, file := range archive.Files {
				switch {
				case file.Name == "county":
					base = countytest.Parse(t, string(file.Data))
				case strings.HasSuffix(file.Name, ".csv"):
					f.add(t, strings.TrimSuffix(file.Name, ".csv"), string(file.Data))
				case file.Name == "options":
					f.set(t, string(file.Data))
				case strings.HasPrefix(file.Name, "want"):
					file.Data = []byte(f.tell(t, base))
					f = fixture{}
				default:
					t.Fatalf("%s: no such part", file.Name)
				}
				got.Files = append(got.Files, file)
			}
			countytest.Golden(t, path, txtar.Format(&got))
		})
	}
}

type fixture struct {
	book    workbook.Book
	options sheets.Options
}

func (f *fixture) add(t *testing.T, name, text string) {
	t.Helper()
	s := workbook.Sheet{Name: name}
	if strings.HasPrefix(name, "-") {
		s.Name = ""
	}
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord, r.TrimLeadingSpace, r.LazyQuotes = -1, true, false
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, cells := range records {
		for j := range cells {
			cells[j] = workbook.Normal(cells[j])
		}
		s.Rows = append(s.Rows, workbook.Row{Number: i + 1, Cells: cells})
	}
	f.book.Sheets = append(f.book.Sheets, s)
}

func (f *fixture) set(t *testing.T, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		switch name {
		case "replace":
			f.options.Mode, f.options.MaxRemoved = sheets.ModeReplace, sheets.DefaultMaxRemoved
		case "create":
			f.options.Create = true
		case "townships":
			f.options.Townships = strings.Split(value, ",")
		case "max":
			f.options.MaxRemoved, _ = strconv.Atoi(value)
		default:
			t.Fatalf("no option %q", line)
		}
	}
}

// tell is what Plan says, for a golden; the edits are applied and must lead to the target.
func (f *fixture) tell(t *testing.T, base *snapshot.County) string {
	t.Helper()
	var b strings.Builder
	r, err := sheets.Plan(t.Context(), base, f.book, f.options)
	if err != nil {
		return fmt.Sprintf("error %v\n", err)
	}
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "problem %v %s %q\n\t%s\n\t%s\n", p.Err.Path, p.Err.Code, p.Value, p.Err.Message.ZH, p.Err.Message.EN)
		if p.Err.Hint != (gov.Text{}) {
			fmt.Fprintf(&b, "\t→ %s\n\t→ %s\n", p.Err.Hint.ZH, p.Err.Hint.EN)
		}
	}
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "note %s!%s %s\n", n.Place.Sheet, n.Place.Ref(), n.Text.ZH)
	}
	for _, s := range r.Summary {
		fmt.Fprintf(&b, "%s: %d rows, +%d ~%d -%d =%d\n", s.Sheet, s.Rows, s.Added, s.Changed, s.Removed, s.Unchanged)
	}
	d := change.NewDraft(base, 2)
	for _, e := range r.Edits {
		raw, err := change.Encode([]change.Edit{e})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "edit %s\n\t%s\n", e.Sentence(d.Name).ZH, raw)
		if p := e.Apply(d); len(p) > 0 {
			t.Errorf("the edit does not apply: %v", p)
		}
	}
	if r.Target != nil {
		after, _, err := change.Apply(base, r.Edits, snapshot.Meta{Revision: 2})
		if err != nil || !gov.SameGraph(after.Graph(), r.Target.Graph()) {
			t.Errorf("the edits don't lead to the target: %v", err)
		}
	}
	return b.String()
}
