package change

import "tiaokuai/internal/gov"

// DeclarePortfolios declares that every 分管 of a township is on record, so that a missing one is a gap, or takes it back.
type DeclarePortfolios struct {
	Township string `json:"township"`
	Complete bool   `json:"complete"`
}

// Apply refuses a township that is not there.
func (e *DeclarePortfolios) Apply(d *Draft) gov.Problems {
	return declare(d, e.Township, func(t *gov.Township) { t.PortfoliosComplete = e.Complete })
}

func declare(d *Draft, township string, set func(*gov.Township)) gov.Problems {
	t, p := Find[*gov.Township](d, "township", township)
	if p == nil {
		c := *t
		set(&c)
		d.Put(&c)
	}
	return p
}

// Sentence says what is declared.
func (e *DeclarePortfolios) Sentence(name Namer) gov.Text {
	if e.Complete {
		return gov.Textf("声明%s的分管情况已采集完整", "declare the portfolios of %s complete", name(e.Township))
	}
	return gov.Textf("%s的分管情况不再声明完整", "the portfolios of %s are no longer declared complete", name(e.Township))
}

// Describe documents the edit.
func (*DeclarePortfolios) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "声明分管完整", EN: "Declare portfolios complete"},
		Text:  gov.Text{ZH: "声明乡镇的分管关系已全部登记，此后缺少分管即为空缺；也可收回声明。", EN: "Declares that every charge of a township is on record, so that a missing one is a gap; or takes it back."},
	}
}

// DeclareAssignments declares that every 承担 of a township is on record, or takes it back.
type DeclareAssignments struct {
	Township string `json:"township"`
	Complete bool   `json:"complete"`
}

// Apply refuses a township that is not there.
func (e *DeclareAssignments) Apply(d *Draft) gov.Problems {
	return declare(d, e.Township, func(t *gov.Township) { t.AssignmentsComplete = e.Complete })
}

// Sentence says what is declared.
func (e *DeclareAssignments) Sentence(name Namer) gov.Text {
	if e.Complete {
		return gov.Textf("声明%s的职责分工已采集完整", "declare the assignments of %s complete", name(e.Township))
	}
	return gov.Textf("%s的职责分工不再声明完整", "the assignments of %s are no longer declared complete", name(e.Township))
}

// Describe documents the edit.
func (*DeclareAssignments) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "声明职责完整", EN: "Declare assignments complete"},
		Text:  gov.Text{ZH: "声明乡镇的职责分工已全部登记，此后无人牵头的职责即为空缺；也可收回声明。", EN: "Declares that every assignment of a township is on record, so that a duty without a lead is a gap; or takes it back."},
	}
}
