package workbook

import (
	"encoding/xml"
	"slices"
	"strings"
)

// maxMerges is how many merged ranges of a sheet are taken.
const maxMerges = 1 << 20

// merge is a merged range, all ends included.
type merge struct{ top, bottom, left, right int32 }

func (m merge) String() string {
	return Place{"-", int(m.top), int(m.left)}.Ref() + ":" + Place{"-", int(m.bottom), int(m.right)}.Ref()
}

func (s *sheetReader) readMerge(e xml.StartElement) error {
	first, last, _ := strings.Cut(attr(e, "ref"), ":")
	left, top, ok := parseRef(first)
	right, bottom, ok2 := parseRef(last)
	if !ok || !ok2 || top > bottom || left > right {
		return nil // a range of one cell, or none: nothing to spread
	}
	if len(s.merges) == maxMerges {
		return bomb("合并区域超过 %d 个", "there are more than %d merged ranges", maxMerges)
	}
	s.merges = append(s.merges, merge{int32(top), int32(bottom), int32(left), int32(right)}) //nolint:gosec // within a sheet's size
	return nil
}

// spread gives the value of each merged range to every row of it that has a filled cell of its own, in the first
// column; the other columns of the range are empty, as a spreadsheet shows it. So the group merged over the duties of
// its rows stands in each of them, a title merged over all columns stands once, and a record whose every cell is merged
// over two rows stays one record.
func (s *sheetReader) spread() error {
	own := s.merges[:0]
	for _, m := range s.merges {
		if row := s.find(int(m.top)); row < len(s.sheet.Rows) && s.sheet.Rows[row].Number == int(m.top) && s.sheet.Rows[row].Cell(int(m.left)) != "" {
			own = append(own, m)
		}
	}
	for _, m := range own {
		if err := s.spreadOne(m); err != nil {
			return err
		}
	}
	s.sheet.Rows = slices.DeleteFunc(s.sheet.Rows, func(r Row) bool { return len(r.Cells) == 0 })
	return nil
}

func (s *sheetReader) spreadOne(m merge) error {
	at := Place{s.sheet.Name, int(m.top), int(m.left)}
	first := s.find(int(m.top))
	value := s.sheet.Rows[first].Cell(int(m.left))
	if value == "" {
		return nil // emptied by a range that lies over this one
	}
	for i := first; i < len(s.sheet.Rows) && s.sheet.Rows[i].Number <= int(m.bottom); i++ {
		row := &s.sheet.Rows[i]
		before := len(row.Cells)
		row.Cells = m.apply(row.Cells, value)
		if err := s.addCells(1 + max(0, len(row.Cells)-before)); err != nil {
			return s.fail(at, err)
		}
	}
	s.note(at, "合并单元格 %s：其值用于所含各行", "merged cells %s: the value stands in each row of them", m)
	return nil
}

// apply sets the value in the range's first column of one row and empties its other columns.
func (m merge) apply(cells []string, value string) []string {
	for len(cells) <= int(m.left) {
		cells = append(cells, "")
	}
	cells[m.left] = value
	for i := int(m.left) + 1; i < len(cells) && i <= int(m.right); i++ {
		cells[i] = ""
	}
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// find is the index of the first row with this number or a later one.
func (s *sheetReader) find(number int) int {
	i, _ := slices.BinarySearchFunc(s.sheet.Rows, number, func(r Row, n int) int { return r.Number - n })
	return i
}
