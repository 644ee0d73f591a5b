package change

import (
	"cmp"
	"strings"

	"tiaokuai/internal/gov"
)

// RecordApproval records the document by which a change was approved (批准机关、批准文号、批准日期) as a source. In a county
// that is no sandbox a commit that reforms organs ([Reforming]) has one.
type RecordApproval struct {
	Authority string   `json:"authority"` // 批准机关
	Document  string   `json:"document"`  // 批准文号
	Date      gov.Date `json:"date"`
	Title     string   `json:"title,omitempty"`
	Address   string   `json:"address,omitempty"`
}

// Apply refuses an approval without authority, document number or date. Said twice it is recorded once.
func (e *RecordApproval) Apply(d *Draft) gov.Problems {
	p := e.check()
	if len(p) > 0 {
		return p
	}
	fresh := &gov.Source{
		Document: e.name(), Issuer: strings.TrimSpace(e.Authority), Date: e.Date, Address: strings.TrimSpace(e.Address),
		Provenance: gov.Provenance{Basis: gov.BasisDocument},
	}
	for _, s := range Nodes[*gov.Source](d) {
		if s.Document == fresh.Document && s.Issuer == fresh.Issuer && s.Date == fresh.Date {
			return nil
		}
	}
	withKey(d, fresh)
	if p = checkFresh(d, fresh, nil); len(p) == 0 {
		d.Put(fresh)
	}
	return p
}

func (e *RecordApproval) check() gov.Problems {
	var p gov.Problems
	for _, f := range []struct{ field, text, zh, en string }{
		{"authority", e.Authority, "请填写批准机关", "name the authority that approved it"},
		{"document", e.Document, "请填写批准文号", "give the number of the document of approval"},
		{"date", string(e.Date), "请填写批准日期", "give the day of approval"},
	} {
		if strings.TrimSpace(f.text) == "" {
			p = append(p, (&gov.Error{Code: gov.CodeInvalid, Message: gov.Text{ZH: f.zh, EN: f.en}}).At(f.field))
		}
	}
	if err := e.Date.Check(); err != nil {
		p = append(p, err.At("date"))
	}
	return p
}

// name is the source's document: 标题（文号）, or the number alone.
func (e *RecordApproval) name() string {
	number, title := strings.TrimSpace(e.Document), strings.TrimSpace(e.Title)
	if title == "" || strings.Contains(title, number) {
		return cmp.Or(title, number)
	}
	return title + "（" + number + "）"
}

// Sentence says who approved, and by what.
func (e *RecordApproval) Sentence(Namer) gov.Text {
	return gov.Textf("登记批准文件：%[1]s %[2]s（%[3]s）", "record the approval: %[2]s by %[1]s of %[3]s", e.Authority, e.name(), string(e.Date))
}

// Describe documents the edit.
func (*RecordApproval) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "登记批准文件", EN: "Record an approval"},
		Text: gov.Text{
			ZH: "登记批准机关、批准文号和批准日期，作为依据保存；同一文件只登记一次。在未标为沙盘的县（市、区），新设、合并、撤销机构或调整机构规格的变更须一并登记批准文件。",
			EN: "Records authority, number and day of the document of approval as a source; the same document is recorded once. In a county that is no sandbox, changes that create, merge, abolish or re-rank an organ must come with one.",
		},
	}
}
