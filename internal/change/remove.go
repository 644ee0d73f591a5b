package change

import "tiaokuai/internal/gov"

// Remove takes a node out of the record with every edge it is an end of, as if it had never been entered. What was
// really dissolved is abolished or merged instead, so that its id keeps leading somewhere.
//
// A node that other nodes belong to (a township with organs, leaders or former organs, a department with sections) or
// that an attribute names (a source that is cited, a section a counterpart is narrowed to, the department that holds a
// duty's authority, …) is not removed: the refusal names what has to go first. Nothing cascades beyond edges, because
// one wrong key must not empty a township.
type Remove[T any, N nodeOf[T]] struct {
	Key string `json:"key"`
}

// The edits that remove a node of each kind; a county is never removed.
type (
	RemoveTownship   = Remove[gov.Township, *gov.Township]
	RemoveOrgan      = Remove[gov.Organ, *gov.Organ]
	RemoveDepartment = Remove[gov.Department, *gov.Department]
	RemoveSection    = Remove[gov.Section, *gov.Section]
	RemoveLeader     = Remove[gov.Leader, *gov.Leader]
	RemoveDuty       = Remove[gov.Duty, *gov.Duty]
	RemoveMeasure    = Remove[gov.Measure, *gov.Measure]
	RemoveIndicator  = Remove[gov.Indicator, *gov.Indicator]
	RemoveSource     = Remove[gov.Source, *gov.Source]
)

// Apply refuses a node on which others depend.
func (e *Remove[T, N]) Apply(d *Draft) gov.Problems {
	n, p := Find[N](d, "key", e.Key)
	if len(p) > 0 {
		return p
	}
	if on := dependents(d, e.Key); len(on) > 0 {
		names := atMost(on)
		return gov.Problems{gov.Errorf(gov.CodeConflict, "不能删除%[1]s“%[2]s”：%[3]s 还依托它", "the %[4]s %[2]s can't be removed: it is needed by %[5]s",
			e.kind().ZH, n.NodeName(), names.ZH, e.kind().EN, names.EN).
			Advise("请先删除或修改这些内容；确系撤并的，改用撤销或合并", "remove or change these first; if it was dissolved in truth, abolish or merge it").At("key")}
	}
	d.Drop(e.Key)
	return nil
}

func (*Remove[T, N]) kind() gov.Text { return kindNames[N(new(T)).NodeKind()] }

// Sentence says what is removed.
func (e *Remove[T, N]) Sentence(name Namer) gov.Text {
	return gov.Textf("删除%[1]s“%[2]s”", "remove the %[3]s %[2]s", e.kind().ZH, name(e.Key), e.kind().EN)
}

// Describe documents the edit.
func (e *Remove[T, N]) Describe() Description {
	return Description{
		Title: gov.Textf("删除%[1]s", "Remove %[2]s", e.kind().ZH, an(e.kind().EN)),
		Text: gov.Textf("从记录中删除%[1]s及其全部关系，用于更正误录。仍有下级对象或被引用时不予删除，并列出这些内容。",
			"Takes %[2]s and all its edges out of the record, to correct an entry. Refused, naming them, while other nodes belong to it or cite it.", e.kind().ZH, an(e.kind().EN)),
	}
}
