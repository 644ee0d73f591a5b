package proposal

import (
	"context"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

var coordinate = Rung{
	Kind: KindCoordinate, Price: gov.One / 5,
	Name: gov.Textf("建立协调机制", "Coordinate"),
	Definition: gov.Textf("多对一、多头分管达到中等以上时，建立一项协调机制（联席会议），办公室设在对接最多的机构，不单设办事机构。不降低协调成本，可作为问题研判的理由。",
		"Where many-to-one or split leadership is MEDIUM or HIGH: a coordination measure whose office sits in the organ that faces most, with no body of its own. It resolves nothing by itself; it may justify a case."),
	Unit:        gov.Textf("机制", "measures"),
	PriceReason: gov.Textf("一项机制要长期开会、通报，按两成对口关系计。", "A measure takes meetings and reports for good: a fifth of an interface."),
	township:    draftCoordination,
}

// draftCoordination is one measure for each department or domain that organs or leaders share.
func draftCoordination(_ context.Context, s *site, t snapshot.Township) ([]draft, error) {
	var out []draft
	at := map[string]int{}
	for _, f := range s.found(t.Key, gov.OverlapManyToOne, gov.OverlapSplitLeadership) {
		if f.Severity == overlap.SeverityLow {
			continue
		}
		about := f.Topic
		if about == "" {
			about = f.Subject
		}
		i, ok := at[about]
		if !ok {
			i = len(out)
			at[about] = i
			out = append(out, s.coordination(t, f, about))
		}
		out[i].aim(f)
		out[i].rationale = together(s.explained(f), out[i].rationale)
	}
	return out, nil
}

func (s *site) coordination(t snapshot.Township, f overlap.Overlap, about string) draft {
	topic := nameOf(s.county, about)
	var organs []string
	for _, e := range f.Evidence {
		if c := organOf(e); c != "" && !slices.Contains(organs, c) {
			organs = append(organs, c)
		}
	}
	d := draft{alike: "coordinate|" + about, units: 1}
	m := &gov.Measure{
		Name: t.Name + topic + "工作协调机制", Kind: gov.MeasureCoordination, Status: gov.MeasureRecommended, About: slices.Clone(organs),
		Text: "定期会商涉及" + topic + "的工作，明确一名召集人，不单设办事机构。",
	}
	if f.Topic == "" {
		m.About = append(m.About, about)
		d.subjects = append(d.subjects, about)
	} else {
		d.subjects = append(d.subjects, t.Key)
	}
	if len(organs) > 0 {
		m.OfficeAt = organs[:1]
		d.subjects = append(d.subjects, organs...)
	}
	d.edits = []change.Edit{&change.CreateMeasure{Node: *m}}
	d.title = say("就%[1]s工作建立协调机制", "A coordination mechanism for %[1]s", topic)
	d.rationale = say("拟提请研究建立协调机制，明确召集人和会商事项；该措施不减少对口关系。", "Proposed for study: a mechanism with a convener; it takes no interface away.")
	return d
}

// organOf is the organ of a piece of evidence that is a counterpart, a charge or an assignment.
func organOf(e overlap.Evidence) string {
	if e.Edge == "" {
		return ""
	}
	kind, from, to := gov.SplitEdgeKey(e.Edge)
	switch kind {
	case gov.EdgeCounterpart:
		return from
	case gov.EdgeCharge:
		return to
	}
	return ""
}
