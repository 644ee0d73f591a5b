package forms_test

import (
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange/forms"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// A fixture is testdata/<name>.txtar: "county" in the notation of countytest, then files <step>/<sheet>.csv, one import
// for each step with the options of <step>/options, and "want": what each step said and came to, and the county at last
// with the findings that lists can raise. A step with problems changes nothing. Every step that had none is then read
// again, and must come to nothing.
func TestFixtures(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, p := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(p), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(p)
			if err != nil {
				t.Fatal(err)
			}
			got := txtar.Archive{Comment: archive.Comment}
			for _, f := range archive.Files {
				if f.Name != "want" {
					got.Files = append(got.Files, f)
				}
			}
			got.Files = append(got.Files, txtar.File{Name: "want", Data: []byte(run(t, archive))})
			countytest.Golden(t, p, txtar.Format(&got))
		})
	}
}

func run(t *testing.T, archive *txtar.Archive) string {
	var out strings.Builder
	var c *snapshot.County
	steps := map[string]workbook.Book{}
	options := map[string]forms.Options{}
	for _, f := range archive.Files {
		step, name := path.Split(f.Name)
		switch {
		case f.Name == "county":
			c = countytest.Parse(t, string(f.Data))
		case name == "options":
			options[step] = optionsOf(t, string(f.Data))
		case step != "":
			book, err := workbook.Read(name, f.Data, workbook.StandardLimits())
			if err != nil {
				t.Fatal(err)
			}
			have := steps[step]
			have.Sheets = append(have.Sheets, book.Sheets...)
			steps[step] = have
		}
	}
	var good []string
	for _, step := range slices.Sorted(maps.Keys(steps)) {
		result := plan(t, c, steps[step], options[step])
		fmt.Fprintf(&out, "== %s %s\n", strings.TrimSuffix(step, "/"), told(result))
		if len(result.Problems) == 0 {
			good = append(good, step)
			c = apply(t, c, result.Edits)
		}
	}
	out.WriteString("== county\n" + state(c))
	for _, step := range good {
		if options[step].Mode == sheets.ModeReplace || strings.Contains(step, "superseded") {
			continue
		}
		result := plan(t, c, steps[step], options[step])
		if len(result.Edits) > 0 || len(result.Problems) > 0 {
			fmt.Fprintf(&out, "== %s again %s", strings.TrimSuffix(step, "/"), told(result))
			c = apply(t, c, result.Edits)
			if result = plan(t, c, steps[step], options[step]); len(result.Edits) > 0 {
				t.Errorf("%s does not come to rest: %d edits", step, len(result.Edits))
			}
		}
	}
	return out.String()
}

func optionsOf(t *testing.T, text string) forms.Options {
	o := forms.Options{MaxRemoved: sheets.DefaultMaxRemoved}
	for _, line := range strings.Fields(text) {
		name, value, _ := strings.Cut(line, "=")
		switch name {
		case "township":
			o.Township = value
		case "department":
			o.Department = value
		case "document":
			o.Document = value
		case "edition":
			o.Edition = value
		case "mode":
			o.Mode = sheets.Mode(value)
		case "maxRemoved":
			o.MaxRemoved, _ = strconv.Atoi(value)
		default:
			t.Fatalf("unknown option %q", line)
		}
	}
	return o
}

func plan(tb testing.TB, c *snapshot.County, book workbook.Book, o forms.Options) sheets.Result {
	tb.Helper()
	r, err := sheets.Plan(tb.Context(), c, book, sheets.Options{Mode: o.Mode, MaxRemoved: o.MaxRemoved, Forms: forms.Of(c, book, o)})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// apply applies the edits, which lead to the target that the plan showed.
func apply(tb testing.TB, c *snapshot.County, edits []change.Edit) *snapshot.County {
	tb.Helper()
	if len(edits) == 0 {
		return c
	}
	meta := c.Meta()
	meta.Revision++
	after, _, err := change.Apply(c, edits, meta)
	if err != nil {
		tb.Fatal(err)
	}
	return after
}

// told is what a result says.
func told(r sheets.Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d problems, %d edits\n", len(r.Problems), len(r.Edits))
	for _, s := range r.Summary {
		fmt.Fprintf(&b, "%s +%d ~%d -%d =%d\n", s.Sheet, s.Added, s.Changed, s.Removed, s.Unchanged)
	}
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "! %s %q %v %s | %s | %s\n", where(p.Place), p.Value, p.Suggestions, p.Err.Message.ZH, p.Err.Hint.ZH, p.Err.Message.EN)
	}
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "# %s %s | %s\n", where(n.Place), n.Text.ZH, n.Text.EN)
	}
	return b.String()
}

func where(p workbook.Place) string {
	if ref := p.Ref(); ref != "" || p.Row == 0 {
		return p.Sheet + "!" + ref
	}
	return fmt.Sprintf("%s!%d", p.Sheet, p.Row)
}

// state is the duties of a county with who carries them, and the findings about lists.
func state(c *snapshot.County) string {
	var b strings.Builder
	names := func(keys []string) string {
		var out []string
		for _, k := range keys {
			n, _ := c.Node(k)
			out = append(out, n.NodeName())
		}
		return strings.Join(out, "、")
	}
	for _, d := range c.Duties() {
		fmt.Fprintf(&b, "%s [%s %s %s] %s %s\n", d.Name, d.Aspect, d.Duty.Domain, d.Edition, d.Basis, names(d.Duty.Sources))
		for _, l := range d.Listings {
			fmt.Fprintf(&b, "  %s %s (%s) %q\n", l.List, names(l.Townships), l.Document, l.Content)
		}
		for _, e := range c.EdgesOf(d.Key) {
			if a, ok := e.(*gov.Assignment); ok {
				fmt.Fprintf(&b, "  %s %s %q %s\n", a.Role, names([]string{a.From}), a.Content, names(a.Sources))
			}
		}
	}
	for _, o := range overlap.Of(c).All {
		switch o.Kind {
		case gov.OverlapDepartmentDutyConflict, gov.OverlapRoleInversion, gov.OverlapRecalledStillDone:
			fmt.Fprintf(&b, "%s %s\n", o.Kind, overlap.Explain(c, o).ZH)
		}
	}
	for _, q := range overlap.QualityOf(c).Conflicts {
		fmt.Fprintf(&b, "conflict %s | %s\n", q.Text.ZH, q.Text.EN)
	}
	return b.String()
}
