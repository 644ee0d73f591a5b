package sheets_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// FuzzPlan reads books that were exported and then spoiled. Whatever is done to them, Plan does not panic, leaves its
// base alone, puts every problem and note at a place of the book, and gives edits that lead to its target.
func FuzzPlan(f *testing.F) {
	for seed := range uint64(8) {
		f.Add(seed, seed*7, "清空", byte(seed))
	}
	f.Add(uint64(3), uint64(1), "甲、\"乙；丙｜a=b\n", byte(0xff))
	f.Add(uint64(4), uint64(2), "organ/镇0/办0", byte(0x13))
	f.Fuzz(checkSpoiled)
}

// TestSpoiledBooks is the same of some hundred books.
func TestSpoiledBooks(t *testing.T) {
	texts := []string{"", "清空", "甲", "2024年1月1日", "organ/镇0/办0", "局0、局1", `"甲；`, "是", "－1", "1e9", "x=y｜z", "镇0", "示例"}
	for i := range uint64(500) {
		checkSpoiled(t, i/10, i, texts[i%uint64(len(texts))], byte(i*37))
		if t.Failed() {
			t.Fatalf("book %d", i)
		}
	}
}

func checkSpoiled(t *testing.T, county, spoil uint64, text string, flags byte) {
	t.Helper()
	c := countytest.Random(rand.New(rand.NewPCG(county, 1)))
	dice := rand.New(rand.NewPCG(spoil, 2))
	changed, _, err := change.Apply(c, countytest.RandomEdits(dice, c, int(flags&3)), snapshot.Meta{Revision: 2})
	if err != nil {
		t.Fatal(err)
	}
	book := spoiled(dice, bookOf(sheets.Export(changed, nil)), workbook.Normal(text))
	o := sheets.Options{MaxRemoved: 100 * int(flags>>2&1), Create: flags&8 != 0}
	if flags&16 != 0 {
		o.Mode = sheets.ModeReplace
	}
	if flags&32 != 0 {
		o.Townships = []string{c.Townships()[0].Key}
	}
	base := c
	if flags&64 != 0 && o.Townships == nil {
		base = nil
	}
	before := c.Graph()
	r, err := sheets.Plan(t.Context(), base, book, o)
	if err != nil {
		t.Fatal(err)
	}
	if !gov.SameGraph(before, c.Graph()) {
		t.Fatal("the base was changed")
	}
	for _, p := range r.Problems {
		if !stands(book, p.Place) || p.Err.Message.ZH == "" || p.Err.Message.EN == "" || len(p.Err.Path) > 2 {
			t.Fatalf("a problem without a place: %+v %v", p, p.Err)
		}
	}
	for _, n := range r.Notes {
		if !stands(book, n.Place) {
			t.Fatalf("a note without a place: %+v", n)
		}
	}
	if r.Target == nil {
		if len(r.Problems) == 0 {
			t.Fatal("no county and no problem")
		}
		return
	}
	after, _, err := change.Apply(base, r.Edits, snapshot.Meta{Revision: 3})
	if err != nil {
		t.Fatalf("the edits don't apply: %v", err)
	}
	if !gov.SameGraph(after.Graph(), r.Target.Graph()) {
		t.Fatalf("the edits don't lead to the target:\n%s", diffGraphs(r.Target.Graph(), after.Graph()))
	}
	for n := range after.Nodes() {
		if p := n.Check(); len(p) > 0 {
			t.Fatalf("%s is wrong in itself: %v", n.NodeKey(), p)
		}
	}
}

// spoiled is a book in which cells, rows and sheets were changed, swapped, doubled and lost.
func spoiled(d *rand.Rand, book workbook.Book, text string) workbook.Book {
	for range d.IntN(12) {
		if len(book.Sheets) == 0 {
			break
		}
		s := &book.Sheets[d.IntN(len(book.Sheets))]
		switch d.IntN(16) {
		case 0:
			s.Name = []string{"", "表1", "机构", text}[d.IntN(4)]
		case 1:
			i := d.IntN(len(book.Sheets))
			book.Sheets = slices.Delete(slices.Clone(book.Sheets), i, i+1)
		case 2:
			d.Shuffle(len(book.Sheets), func(i, j int) { book.Sheets[i], book.Sheets[j] = book.Sheets[j], book.Sheets[i] })
		default:
			spoilRow(d, s, text)
		}
	}
	return book
}

func spoilRow(d *rand.Rand, s *workbook.Sheet, text string) {
	if len(s.Rows) == 0 {
		return
	}
	i := d.IntN(len(s.Rows))
	r := workbook.Row{Number: s.Rows[i].Number, Cells: slices.Clone(s.Rows[i].Cells)}
	other := s.Rows[d.IntN(len(s.Rows))]
	switch j := d.IntN(max(1, len(r.Cells))); d.IntN(9) {
	case 0: // lost
		s.Rows = slices.Delete(slices.Clone(s.Rows), i, i+1)
		return
	case 1: // doubled
		s.Rows = append(s.Rows[:len(s.Rows):len(s.Rows)], workbook.Row{Number: s.Rows[len(s.Rows)-1].Number + 1, Cells: r.Cells})
		return
	case 2: // without its key
		if len(r.Cells) > 0 {
			r.Cells[0] = ""
		}
	case 3: // a new column, or text behind the last
		r.Cells = append(r.Cells, text)
	case 4: // another row's cell
		if j < len(r.Cells) {
			r.Cells[j] = other.Cell(j)
		}
	case 5: // another cell of the row
		if j < len(r.Cells) {
			r.Cells[j] = r.Cell(d.IntN(len(r.Cells)))
		}
	case 6: // a letter less
		if j < len(r.Cells) {
			if letters := []rune(r.Cells[j]); len(letters) > 0 {
				k := d.IntN(len(letters))
				r.Cells[j] = string(letters[:k]) + string(letters[k+1:])
			}
		}
	default:
		if j < len(r.Cells) {
			r.Cells[j] = []string{text, "", "清空", "－", text + r.Cells[j]}[d.IntN(5)]
		}
	}
	s.Rows = slices.Clone(s.Rows)
	s.Rows[i] = r
}

// stands says whether a place is of the book: the file, a sheet, a row or a cell.
func stands(book workbook.Book, at workbook.Place) bool {
	if at == (workbook.Place{}) {
		return true
	}
	i := slices.IndexFunc(book.Sheets, func(s workbook.Sheet) bool { return s.Name == at.Sheet })
	return i >= 0 && (at.Row == 0 || slices.ContainsFunc(book.Sheets, func(s workbook.Sheet) bool {
		return s.Name == at.Sheet && slices.ContainsFunc(s.Rows, func(r workbook.Row) bool { return r.Number == at.Row })
	}))
}
