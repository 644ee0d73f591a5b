package change

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
)

// MergeSections makes one section of several of a department: one of them, another, or a new one. Counterparts narrowed
// to any of them are narrowed to it.
type MergeSections struct {
	Sections []string             `json:"sections"`       // keys; Into may be among them
	Into     string               `json:"into,omitempty"` // key of a section that stays, or
	New      *gov.Section         `json:"new,omitempty"`  // of the same department
	Reason   gov.SuccessionReason `json:"reason,omitempty"`
	Origin   gov.Provenance       `json:"origin,omitzero"` // where it comes from; the successions carry it
}

// Apply refuses sections of two departments.
func (e *MergeSections) Apply(d *Draft) gov.Problems {
	sections, p := findMerged[*gov.Section](d, "sections", e.Sections, e.Into, e.New != nil)
	p = append(p, checkOrigin(d, e.Origin)...)
	p = append(p, checkReason(e.Reason)...)
	for _, s := range sections {
		if s.Department != sections[0].Department {
			p = append(p, gov.Errorf(gov.CodeInvalid, "科室“%s”不属于“%s”", "section %s is not of %s", s.Name, d.Name(sections[0].Department)).At("sections"))
		}
	}
	if len(p) > 0 {
		return p
	}
	into := e.Into
	if e.New != nil {
		fresh := *e.New
		fresh.Department = sections[0].Department
		withKey(d, &fresh)
		if p = checkFresh(d, &fresh, e.Sections); len(p) > 0 {
			return p.At("new")
		}
		d.Put(&fresh)
		into = fresh.Key
	}
	for _, key := range e.Sections {
		if key != into {
			renarrow(d, key, into)
			dissolve(d, key, cmp.Or(e.Reason, gov.SuccessionMerged), e.Origin, into)
			redirect(d, key, into)
		}
	}
	return nil
}

// narrowedTo are the counterparts that are narrowed to a section.
func narrowedTo(d *Draft, section string) []*gov.Counterpart {
	return slices.DeleteFunc(Edges[*gov.Counterpart](d), func(e *gov.Counterpart) bool { return !slices.Contains(e.Sections, section) })
}

// renarrow puts other sections in a section's place in every counterpart that is narrowed to it.
func renarrow(d *Draft, section string, into ...string) {
	for _, e := range narrowedTo(d, section) {
		c := *e
		c.Sections = append(slices.DeleteFunc(slices.Clone(e.Sections), func(key string) bool { return key == section }), into...)
		d.PutEdge(&c)
	}
}

// Sentence says what is merged into what.
func (e *MergeSections) Sentence(name Namer) gov.Text {
	return mergeSentence(name, e.Sections, e.Into, e.New)
}

// Describe documents the edit.
func (*MergeSections) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "合并科室", EN: "Merge sections"},
		Text: gov.Text{
			ZH: "将同一部门的几个科室合并为其中一个、另一个已有科室或一个新科室；细化到这些科室的对口改为对口合并后的科室。",
			EN: "Makes one section of several of a department; counterparts narrowed to any of them are narrowed to it.",
		},
	}
}
