package sheets_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
)

// TestSheets: names are unique, notes and examples agree with the columns, and no sheet has more columns than Plan
// keeps count of.
func TestSheets(t *testing.T) {
	names := map[string]bool{}
	for _, s := range sheets.Sheets() {
		for _, name := range append([]string{s.Name, s.English}, s.Aliases...) {
			if names[name] {
				t.Errorf("two sheets are called %s", name)
			}
			names[name] = true
		}
		if len(s.Columns) > 64 || s.Note == "" {
			t.Errorf("%s: %d columns, note %q", s.Name, len(s.Columns), s.Note)
		}
		own := map[string]bool{}
		for _, c := range s.Columns {
			if own[c.Header] || own[c.Name] {
				t.Errorf("%s: two columns are called %s or %s", s.Name, c.Header, c.Name)
			}
			own[c.Header], own[c.Name] = true, true
		}
		if s.ReadOnly {
			continue
		}
		if s.Columns[0].Name != "key" || len(s.Examples) == 0 {
			t.Errorf("%s has no key first, or no examples", s.Name)
		}
		for _, e := range s.Examples {
			for header := range e {
				if !own[header] {
					t.Errorf("%s: an example fills %s, which is no column", s.Name, header)
				}
			}
		}
	}
}

// TestEveryAttributeHasAColumn: a new attribute of a node or edge needs a column, or a word here why it has none.
func TestEveryAttributeHasAColumn(t *testing.T) {
	elsewhere := map[string]string{
		"from": "an end", "to": "an end", "lines": "the sheet of charges", "posts": "a column for each type", "settings": "a column for each",
		"authority": "a column for each part", "admission": "a column for each part",
	}
	columns := func(english string) []string {
		var out []string
		for _, s := range sheets.Sheets() {
			for _, c := range s.Columns {
				if s.English == english {
					out = append(out, c.Name)
				}
			}
		}
		return out
	}
	for english, v := range map[string]any{
		"county": gov.County{}, "townships": gov.Township{}, "organs": gov.Organ{}, "departments": gov.Department{}, "sections": gov.Section{},
		"counterparts": gov.Counterpart{}, "leaders": gov.Leader{}, "charges": gov.Charge{}, "duties": gov.Duty{}, "assignments": gov.Assignment{},
		"dispatches": gov.Dispatch{}, "sharedOffices": gov.SharedOffice{}, "measures": gov.Measure{}, "indicators": gov.Indicator{}, "sources": gov.Source{},
	} {
		have := columns(english)
		for _, f := range reflect.VisibleFields(reflect.TypeOf(v)) {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			parts := slices.ContainsFunc(have, func(c string) bool { return strings.HasPrefix(c, name+".") })
			if !f.Anonymous && !slices.Contains(have, name) && !parts && elsewhere[name] == "" {
				t.Errorf("%s: no column for %s", english, name)
			}
		}
	}
	parts := map[string]any{"authority": gov.Authority{}, "admission": gov.Admission{}, "settings": gov.Settings{}}
	for name, v := range parts {
		have := append(columns("duties"), columns("county")...)
		for _, f := range reflect.VisibleFields(reflect.TypeOf(v)) {
			part, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if !slices.Contains(have, name+"."+part) {
				t.Errorf("no column for %s.%s", name, part)
			}
		}
	}
}

// TestExport: the same county gives the same tables, the last of them overlaps and proposals, which import skips.
func TestExport(t *testing.T) {
	revisions := seedRevisions(t)
	c := revisions[len(revisions)-1]
	proposals, err := proposal.New().Propose(t.Context(), c, proposal.Scope{}, proposal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	a, b := sheets.Export(c, proposals), sheets.Export(c, proposals)
	if !reflect.DeepEqual(a, b) {
		t.Error("the same county gives two files")
	}
	for i, name := range []string{"重叠", "建议"} {
		if last := a[len(a)-2+i]; last.Name != name || len(last.Rows) == 0 || len(last.Notes) == 0 {
			t.Errorf("%s with %d rows", last.Name, len(last.Rows))
		}
	}
	if last := a[len(a)-1]; len(last.Rows) != len(proposals) || last.Rows[0][3] != proposals[0].Title.ZH {
		t.Errorf("%d proposals are %d rows, the first %q", len(proposals), len(last.Rows), last.Rows[0])
	}
	if r := plan(t, c, bookOf(a), sheets.Options{}); len(r.Edits) > 0 || len(r.Problems) > 0 {
		t.Errorf("read back: %d edits\n%v", len(r.Edits), tell(r))
	}
	if i := slices.IndexFunc(a, func(t workbook.Table) bool { return t.Name == "填表说明" }); i >= 0 {
		t.Error("an export needs no guide")
	}
}
