package proposal

import (
	"context"
	"slices"
	"strings"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

var refineCounterparts = Rung{
	Kind: KindRefineCounterparts, Price: gov.One / 10,
	Name: gov.Textf("细化对口科室", "Refine counterparts"),
	Definition: gov.Textf("多对一的部门登记有科室且各机构职责按科室可分的，把对口收窄到科室：先看其他乡镇同名机构已收窄到的科室，再看机构名称、职责、对口范围与科室名称共有的词。没有登记科室或分不出的，提请县直部门提出对口科室方案，不假定收益。",
		"Where the department has sections on record and what the organs do differs by section, counterparts are narrowed: to the sections that organs of the same name face in other townships, else to those whose names share a word with the organ's name, duties or scope. Without sections, or where that tells nothing apart, the department is asked for a plan, and no gain is assumed."),
	Unit:        gov.Textf("收窄的对口关系", "narrowed counterparts"),
	PriceReason: gov.Textf("由县直部门明确对口科室，不动机构编制。", "The department says which section is whose; no organ and no post moves."),
	township:    draftRefinement,
}

func draftRefinement(_ context.Context, s *site, t snapshot.Township) ([]draft, error) {
	var out []draft
	for _, f := range s.found(t.Key, gov.OverlapManyToOne) {
		department, _ := snapshot.Lookup[snapshot.Department](s.county, f.Subject)
		d := draft{alike: "refine|" + f.Subject, subjects: []string{f.Subject}}
		d.aim(f)
		var told []gov.Text
		for _, e := range t.Facing(department) {
			if e.Nature != gov.NatureBusiness || !slices.Contains(f.Participants, e.From) {
				continue
			}
			if sections := s.sectionsFor(e); narrows(e, sections) {
				d.edits = append(d.edits, &change.RefineCounterpart{Organ: e.From, Department: e.To, Sections: sections})
				d.subjects, d.units = append(d.subjects, e.From), d.units+1
				told = append(told, say("%[1]s对口%[2]s", "%[1]s faces %[2]s", e.Organ().Name, list(namesOf(s.county, sections))))
			}
		}
		if len(d.edits) > 0 && s.lowers(&d) {
			d.title = say("将对口%[1]s细化到科室", "Narrow the counterparts of %[1]s to sections", department.Name)
			d.rationale = together(s.explained(f), say("拟提请研究细化：%[1]s。", "Proposed for study: %[1]s.", listing(told)))
			d.note("科室与机构的对应由名称和职责推断，须经%[1]s确认。", "Which section is whose is inferred from names and duties; %[1]s has to confirm it.", department.Name)
			out = append(out, d)
			continue
		}
		out = append(out, s.requestRefinement(f, department))
	}
	return out, nil
}

// lowers says whether a draft lowers the site's cost; without that a request is worth more than it.
func (s *site) lowers(d *draft) bool {
	after, err := s.simulate(d.edits)
	if err != nil {
		return true // the simulation to come tells the error
	}
	d.after = &after
	var p Proposal
	s.compare(&p, after)
	return p.Gain > 0
}

func (s *site) requestRefinement(f overlap.Overlap, department snapshot.Department) draft {
	d := draft{alike: "refinement request|" + f.Subject, subjects: append([]string{f.Subject}, f.Participants...)}
	d.aim(f)
	d.title = say("请%[1]s提出对口科室方案", "Ask %[1]s for a plan of sections", department.Name)
	why := say("%[1]s未登记业务科室", "%[1]s has no sections on record", department.Name)
	if department.SectionCount() > 0 {
		why = say("已登记的职责不足以按%[1]s的科室区分", "the duties on record do not tell the sections of %[1]s apart", department.Name)
	}
	d.rationale = together(s.explained(f), say("%[1]s，拟请其结合科室业务，将乡镇相关机构承担的职能细化界定。", "%[1]s: it is asked to say which of its sections each organ's work belongs to.", why))
	d.request = say("请%[1]s结合内设科室业务，提出%[2]s的对口科室方案，细化对口业务。", "%[1]s is asked for a plan of which sections %[2]s each face.", department.Name, list(namesOf(s.county, f.Participants)))
	return d
}

func listing(ts []gov.Text) gov.Text {
	var zh, en []string
	for _, t := range ts {
		zh, en = append(zh, t.ZH), append(en, t.EN)
	}
	return gov.Text{ZH: strings.Join(zh, "，"), EN: strings.Join(en, ", ")}
}

// narrows says whether a counterpart faces less by some sections than now.
func narrows(e snapshot.Counterpart, sections []string) bool {
	now := e.Counterpart.Sections
	if len(sections) == 0 || len(now) > 0 && len(sections) >= len(now) {
		return false
	}
	if len(now) == 0 {
		return len(sections) < e.Department().SectionCount()
	}
	return !slices.ContainsFunc(sections, func(key string) bool { return !slices.Contains(now, key) })
}

// sectionsFor are the sections that a counterpart's organ deals with, as far as the record tells.
func (s *site) sectionsFor(e snapshot.Counterpart) []string {
	var out []string
	organ := e.Organ()
	whole, _ := snapshot.Lookup[snapshot.Department](s.whole, e.To)
	for _, other := range whole.Counterparts() {
		if other.Organ().Name == organ.Name && other.From != e.From && other.Nature == gov.NatureBusiness {
			out = joined(out, other.Counterpart.Sections)
		}
	}
	if len(out) > 0 {
		slices.Sort(out)
		return out
	}
	texts := []string{organ.Name, e.Scope}
	for a := range organ.EachAssignment() {
		if d := a.Duty(); !d.Universal {
			texts = append(texts, d.Name)
		}
	}
	for section := range e.Department().EachSection() {
		if sharesWord(section.Name, texts) {
			out = append(out, section.Key)
		}
	}
	slices.Sort(out)
	return out
}

// common are words of two characters that tell sections apart no better than their last character does.
var common = []string{"管理", "工作", "综合", "服务", "监督", "业务", "指导", "农村", "乡镇", "建设", "办公", "检查", "执法"}

// sharesWord says whether a section's name, its last character aside, has two characters in a row with one of some texts.
func sharesWord(section string, texts []string) bool {
	runes := []rune(section)
	for i := 0; i+2 < len(runes); i++ {
		word := string(runes[i : i+2])
		if !slices.Contains(common, word) && slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(t, word) }) {
			return true
		}
	}
	return false
}
