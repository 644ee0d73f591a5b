package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// choiceLists gathers the drop-down lists of all tables, one column each of the hidden sheet.
type choiceLists struct {
	file  *excelize.File
	lists [][]string
}

// offer refers each column with choices to its list. A cell may hold something else: the list helps, and only the
// import decides.
func (l *choiceLists) offer(t Table) error {
	for i, c := range t.Columns {
		if len(c.Choices) == 0 {
			continue
		}
		column := ColumnName(len(l.lists))
		l.lists = append(l.lists, c.Choices)
		v := excelize.NewDataValidation(true)
		v.ShowErrorMessage = false
		v.Sqref = fmt.Sprintf("%[1]s%[2]d:%[1]s%[3]d", ColumnName(i), t.header()+1, lastRow)
		v.SetSqrefDropList(fmt.Sprintf("'%[1]s'!$%[2]s$1:$%[2]s$%[3]d", listSheet, column, len(c.Choices)))
		if err := l.file.AddDataValidation(t.Name, v); err != nil {
			return err
		}
	}
	return nil
}

// write writes the hidden sheet, if any list refers to it.
func (l *choiceLists) write() error {
	if len(l.lists) == 0 {
		return nil
	}
	if _, err := l.file.NewSheet(listSheet); err != nil {
		return err
	}
	stream, err := l.file.NewStreamWriter(listSheet)
	if err != nil {
		return err
	}
	for row := 0; row < l.longest(); row++ {
		cells := make([]any, len(l.lists))
		for i, list := range l.lists {
			if row < len(list) {
				cells[i] = inText(list[row])
			}
		}
		if err := stream.SetRow(Place{"-", row + 1, 0}.Ref(), cells); err != nil {
			return err
		}
	}
	if err := stream.Flush(); err != nil {
		return err
	}
	return l.file.SetSheetVisible(listSheet, false, true)
}

func (l *choiceLists) longest() int {
	n := 0
	for _, list := range l.lists {
		n = max(n, len(list))
	}
	return n
}
