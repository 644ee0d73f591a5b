package sheets

import (
	"strings"

	"tiaokuai/internal/exchange/workbook"
)

// example says that a row of the template only shows how to fill one in.
func (r row) example() bool {
	key := r.text(r.t.sheet.column("key"))
	return strings.HasPrefix(key, "示例") || strings.HasPrefix(key, "例：") || strings.HasPrefix(key, "例:")
}

// noteExample tells of a row marked as an example that is none of the template's: somebody may have filled it in.
func (r row) noteExample() {
	s := r.t.sheet
	filled := false
	for _, e := range append([]map[string]string{{}}, s.Examples...) {
		same := true
		for i, c := range s.Columns {
			if text := r.text(i); c.Name != "key" && r.t.has(i) {
				filled = filled || text != ""
				same = same && text == workbook.Normal(e[c.Header])
			}
		}
		if same {
			return
		}
	}
	if filled {
		i := s.column("key")
		r.p.note(r.place(i), "本行编号为“%[1]s”，按示例处理，未导入；要导入的，清空编号", "the key of this row is %[1]q, so it was taken for an example and not read; empty the key to read it", r.text(i))
	}
}
