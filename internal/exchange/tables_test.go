package exchange_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/validate"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// lastRow is the last row of a sheet of Excel.
const lastRow = 1048576

// openings are what a text may start with that a spreadsheet takes for a formula, or a writer for a sign of its own.
var openings = []string{"=1+1", "+1", "-1", "@x", "'x", "＝1+1", "'=1", "=HYPERLINK(\"http://a\",\"b\")", "007", "1-2", "<&\"]]>"}

// blankOpenings are those that no edit lets a name have, but that may have come from elsewhere.
var blankOpenings = []string{"\tx", "\r\n=1", " \u3000", "多\r行"}

// hostile is a random county whose names, keys' last parts apart, start with an opening, and whose texts do too.
func hostile(t *testing.T, seed uint64, opening string) *snapshot.County {
	t.Helper()
	text, err := json.Marshal(countytest.RandomGraph(rand.New(rand.NewPCG(seed, 7))))
	if err != nil {
		t.Fatal(err)
	}
	quoted, err := json.Marshal(opening)
	if err != nil {
		t.Fatal(err)
	}
	inside := string(quoted[1 : len(quoted)-1])
	var list []string
	for _, field := range []string{"name", "document", "quote", "scope", "content", "rank"} {
		list = append(list, `"`+field+`":"`, `"`+field+`":"`+inside)
	}
	var g gov.Graph
	if err := json.Unmarshal([]byte(strings.NewReplacer(list...).Replace(string(text))), &g); err != nil {
		t.Fatal(err)
	}
	c, err := snapshot.Build(g, snapshot.Meta{Revision: 1})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// tableCounties are the counties whose tables foreign software reads, by the file's name without its ending.
func tableCounties(t *testing.T) map[string]*snapshot.County {
	t.Helper()
	seedCounty, _ := loadSeed(t)
	out := map[string]*snapshot.County{"seed": seedCounty, "small": small(t).county}
	for i, opening := range openings {
		out[fmt.Sprint("hostile", i)] = hostile(t, uint64(i), opening)
	}
	return out
}

func proposalsOf(t *testing.T, c *snapshot.County) []proposal.Proposal {
	t.Helper()
	all, err := proposal.New().Propose(t.Context(), c, proposal.Scope{}, proposal.Options{})
	if err != nil || len(all) == 0 {
		t.Fatalf("%d proposals, %v", len(all), err)
	}
	return all
}

// TestForeignSoftwareReadsTables: openpyxl, and Python's csv and zipfile, read every cell as it was written, see no
// formula of ours, and find what an .xlsx has besides cells.
func TestForeignSoftwareReadsTables(t *testing.T) {
	tools, folder := openTools(t), t.TempDir()
	counties := tableCounties(t)
	for i, opening := range blankOpenings {
		counties[fmt.Sprint("blank", i)] = hostile(t, uint64(i), opening)
	}
	tables := map[string][]workbook.Table{"template": sheets.Template()}
	for name, c := range counties {
		v := validated{county: c}
		if name == "seed" { // edits refuse the names of hostile counties
			v.proposals = proposalsOf(t, c)
		}
		tables[name] = sheets.Export(c, v.proposals)
		for _, extension := range []string{"xlsx", "csv.zip"} {
			v.write(t, filepath.Join(folder, name+"."+extension), extension)
		}
	}
	writeTables(t, filepath.Join(folder, "template"), tables["template"])
	readings, err := tools.Tables(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	for name, tables := range tables {
		var books, texts []validate.Sheet
		for _, table := range tables {
			books, texts = append(books, asXLSX(table)), append(texts, asCSV(table))
		}
		got := readings[name+".xlsx"]
		if n := len(got); n == 0 || !got[n-1].Hidden {
			t.Fatalf("%s: the choices stand in no hidden sheet", name)
		}
		compareSheets(t, name+".xlsx", books, got[:len(got)-1])
		compareSheets(t, name+".csv.zip", texts, readings[name+".csv.zip"])
	}
}

// compareSheets compares row by row: a diff of whole sheets of many rows takes minutes.
func compareSheets(t *testing.T, file string, ours, theirs []validate.Sheet) {
	t.Helper()
	if len(ours) != len(theirs) {
		t.Errorf("%s: %d sheets, not %d", file, len(theirs), len(ours))
		return
	}
	for i, a := range ours {
		b := theirs[i]
		if len(a.Rows) != len(b.Rows) {
			t.Errorf("%s, %s: %d rows, not %d", file, a.Name, len(b.Rows), len(a.Rows))
			continue
		}
		for j := range a.Rows {
			if !slices.Equal(a.Rows[j], b.Rows[j]) {
				t.Errorf("%s, %s, row %d (-ours +theirs):\n%s", file, a.Name, j+1, cmp.Diff(a.Rows[j], b.Rows[j]))
				break
			}
		}
		a.Rows, b.Rows = nil, nil
		if diff := cmp.Diff(a, b, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s, %s (-ours +theirs):\n%s", file, a.Name, diff)
		}
	}
}

// writeTables writes tables as both kinds of file.
func writeTables(t *testing.T, stem string, tables []workbook.Table) {
	t.Helper()
	var xlsx, zip bytes.Buffer
	if err := workbook.WriteXLSX(&xlsx, tables, workbook.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := workbook.WriteCSVZip(&zip, tables); err != nil {
		t.Fatal(err)
	}
	for ending, data := range map[string][]byte{".xlsx": xlsx.Bytes(), ".csv.zip": zip.Bytes()} {
		if err := os.WriteFile(stem+ending, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// asXLSX is what a reader should find of a table in a workbook.
func asXLSX(table workbook.Table) validate.Sheet {
	at := func(column, row int) string { return workbook.ColumnName(column) + strconv.Itoa(row) }
	header, last := len(table.Notes)+1, len(table.Columns)-1
	out := validate.Sheet{
		Name: table.Name, Frozen: at(0, header+1), Filter: at(0, header) + ":" + at(last, header+len(table.Rows)),
		Comments: map[string]string{}, Choices: map[string][]string{},
	}
	for _, note := range table.Notes {
		out.Rows = append(out.Rows, []validate.Cell{harmless(note)})
	}
	out.Rows = append(out.Rows, headerOf(table))
	for i, c := range table.Columns {
		if c.Note != "" {
			out.Comments[at(i, header)] = c.Note
		}
		if len(c.Choices) > 0 {
			out.Choices[at(i, header+1)+":"+at(i, lastRow)] = c.Choices
		}
	}
	for _, row := range table.Rows {
		out.Rows = append(out.Rows, cellsOf(table, row, "n"))
	}
	return out
}

// asCSV is what a reader should find of a table in a .csv: texts alone.
func asCSV(table workbook.Table) validate.Sheet {
	out := validate.Sheet{Name: table.Name, Rows: [][]validate.Cell{headerOf(table)}}
	for _, row := range table.Rows {
		out.Rows = append(out.Rows, cellsOf(table, row, "s"))
	}
	return out
}

func headerOf(table workbook.Table) []validate.Cell {
	var out []validate.Cell
	for _, c := range table.Columns {
		out = append(out, harmless(c.Header))
	}
	return out
}

// cellsOf are the cells of a row, without empty ones at its end; number is the kind that a number has.
func cellsOf(table workbook.Table, row []string, number string) []validate.Cell {
	var out []validate.Cell
	for i, text := range row {
		if _, err := strconv.ParseFloat(text, 64); err == nil && table.Columns[i].Number {
			out = append(out, validate.Cell{number, text})
			continue
		}
		out = append(out, harmless(text))
	}
	for len(out) > 0 && out[len(out)-1] == (validate.Cell{}) {
		out = out[:len(out)-1]
	}
	return out
}

// harmless is a text as the cell that no spreadsheet takes for a formula.
func harmless(text string) validate.Cell {
	text = workbook.Normal(text)
	if text == "" {
		return validate.Cell{}
	}
	for _, sign := range []string{"=", "+", "-", "@", "＝", "＋", "－", "＠", "'"} {
		if strings.HasPrefix(text, sign) {
			return validate.Cell{"s", "'" + text}
		}
	}
	return validate.Cell{"s", text}
}

// TestRoundTripThroughOpenpyxl: a workbook of ours that openpyxl, or LibreOffice where it is installed, loaded and saved
// anew changes nothing in either mode, and neither does the template.
func TestRoundTripThroughOpenpyxl(t *testing.T) {
	tools, folder := openTools(t), t.TempDir()
	ways := map[string]func(t *testing.T, from, to string){
		"openpyxl": func(t *testing.T, from, to string) {
			if err := tools.Save(t.Context(), from, to); err != nil {
				t.Fatal(err)
			}
		},
	}
	if office, ok := validate.Office(); ok {
		ways["LibreOffice"] = func(t *testing.T, from, to string) {
			if err := validate.SaveByOffice(t.Context(), office, from, filepath.Dir(to)); err != nil {
				t.Fatal(err)
			}
		}
	}
	counties := tableCounties(t)
	writeTables(t, filepath.Join(folder, "template"), sheets.Template())
	for name, c := range counties {
		validated{county: c}.write(t, filepath.Join(folder, name+".xlsx"), "xlsx")
	}
	for way, save := range ways {
		for name := range counties {
			t.Run(way+"/"+name, func(t *testing.T) {
				to := filepath.Join(t.TempDir(), name+".xlsx")
				save(t, filepath.Join(folder, name+".xlsx"), to)
				changesNothing(t, counties[name], to)
			})
		}
		t.Run(way+"/template", func(t *testing.T) {
			to := filepath.Join(t.TempDir(), "template.xlsx")
			save(t, filepath.Join(folder, "template.xlsx"), to)
			if r := planFile(t, counties["seed"], to, sheets.ModeUpdate); len(r.Edits) > 0 || len(r.Problems) > 0 || len(r.Notes) > 0 {
				t.Errorf("%d edits\n%v %v", len(r.Edits), r.Problems, r.Notes)
			}
		})
	}
}

// changesNothing reads a file against the county it is of.
func changesNothing(t *testing.T, c *snapshot.County, path string) {
	t.Helper()
	for _, mode := range []sheets.Mode{sheets.ModeUpdate, sheets.ModeReplace} {
		r := planFile(t, c, path, mode)
		if len(r.Edits) > 0 || len(r.Problems) > 0 {
			edits, err := change.Encode(r.Edits[:min(3, len(r.Edits))])
			t.Errorf("%s: %d edits, %d problems\n%s %v\n%v", mode, len(r.Edits), len(r.Problems), edits, err, r.Problems[:min(3, len(r.Problems))])
		}
	}
}

func planFile(t *testing.T, c *snapshot.County, path string, mode sheets.Mode) sheets.Result {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Read(filepath.Base(path), data, workbook.StandardLimits())
	if err != nil {
		t.Fatal(err)
	}
	r, err := sheets.Plan(t.Context(), c, book, sheets.Options{Mode: mode})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestEditedByOpenpyxl: one cell that somebody overwrote is one edit, in both modes.
func TestEditedByOpenpyxl(t *testing.T) {
	tools, folder := openTools(t), t.TempDir()
	c, _ := loadSeed(t)
	from := filepath.Join(folder, "seed.xlsx")
	validated{county: c}.write(t, from, "xlsx")
	organ, duty := c.Organs()[0], c.Duties()[0]
	for name, e := range map[string]struct {
		sheet, column string
		key           string
		value         any
		edit          string
	}{
		"number":  {"机构", "实有人数", organ.Key, 17, `[{"updateOrgan":{"key":"` + organ.Key + `","set":{"staff":17}}}]`},
		"text":    {"职责", "领域", duty.Key, "甲，乙", `[{"updateDuty":{"key":"` + duty.Key + `","set":{"domain":"甲，乙"}}}]`},
		"formula": {"机构", "机构规格", organ.Key, "'=1+1", `[{"updateOrgan":{"key":"` + organ.Key + `","set":{"rank":"=1+1"}}}]`},
	} {
		t.Run(name, func(t *testing.T) {
			to := filepath.Join(t.TempDir(), "edited.xlsx")
			if err := tools.Save(t.Context(), from, to, validate.Edit{Sheet: e.sheet, Cell: cellAt(t, c, e.sheet, e.column, e.key), Value: e.value}); err != nil {
				t.Fatal(err)
			}
			for _, mode := range []sheets.Mode{sheets.ModeUpdate, sheets.ModeReplace} {
				r := planFile(t, c, to, mode)
				got, err := change.Encode(r.Edits)
				if err != nil || len(r.Problems) > 0 || string(got) != e.edit {
					t.Errorf("%s: %s %v %v, want %s", mode, got, err, r.Problems, e.edit)
				}
			}
		})
	}
}

// cellAt is the cell of a column in the row of a key.
func cellAt(t *testing.T, c *snapshot.County, sheet, column, key string) string {
	t.Helper()
	for _, table := range sheets.Export(c, nil) {
		for i, col := range table.Columns {
			for j, row := range table.Rows {
				if table.Name == sheet && col.Header == column && row[0] == key {
					return workbook.ColumnName(i) + strconv.Itoa(len(table.Notes)+2+j)
				}
			}
		}
	}
	t.Fatalf("no cell %s of %s in %s", column, key, sheet)
	return ""
}
