package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Sentence says what a piece of evidence states, in the words of an edge or an attribute. It is empty for evidence that
// is not of the snapshot.
func (e Evidence) Sentence(c *snapshot.County) gov.Text {
	if e.Edge == "" {
		return attributeSentence(c, e)
	}
	edge, ok := c.Edge(gov.SplitEdgeKey(e.Edge))
	if !ok {
		return gov.Text{}
	}
	from, to := edge.Ends()
	return edgeSentence(c, edge, nameOf(c, from), nameOf(c, to))
}

// Origin is where the statement comes from: an attribute's own basis and sources, else those of its node or edge.
func (e Evidence) Origin(c *snapshot.County) gov.Provenance {
	if e.Edge != "" {
		if edge, ok := c.Edge(gov.SplitEdgeKey(e.Edge)); ok {
			return edge.Origin()
		}
		return gov.Provenance{}
	}
	n, ok := c.Node(e.Node)
	if !ok {
		return gov.Provenance{}
	}
	origin := n.Origin()
	for _, a := range origin.Attributes {
		if a.Attribute == e.Attribute {
			return gov.Provenance{Basis: a.Basis, Sources: a.Sources}
		}
	}
	return gov.Provenance{Basis: origin.Basis, Sources: origin.Sources}
}

// Sources are the sources the statement rests on.
func (e Evidence) Sources(c *snapshot.County) []snapshot.Source { return c.SourcesOf(e.Origin(c)) }

func edgeSentence(c *snapshot.County, edge gov.Edge, from, to string) gov.Text {
	switch e := edge.(type) {
	case *gov.Counterpart:
		if len(e.Sections) == 0 {
			return say("%[1]s%[3]s%[2]s（全口径）", "%[1]s %[3]s %[2]s as a whole", from, to, natureName(e.Nature))
		}
		return say("%[1]s%[3]s%[2]s的%[4]s", "%[1]s %[3]s %[2]s in %[4]s", from, to, natureName(e.Nature), namesOf(c, e.Sections))
	case *gov.Charge:
		return say("%[1]s%[3]s%[2]s", "%[1]s %[3]s %[2]s", from, to, chargeName(e.Role))
	case *gov.Assignment:
		role := gov.Textf("主责", "leads")
		if e.Role == gov.AssignmentSupport {
			role = gov.Textf("配合", "supports")
		}
		if len(e.Actions) == 0 {
			return say("%[1]s%[3]s“%[2]s”", "%[1]s %[3]s the duty “%[2]s”", from, to, role)
		}
		return say("%[1]s%[3]s“%[2]s”（%[4]s）", "%[1]s %[3]s the duty “%[2]s” (%[4]s)", from, to, role, actionNames(e.Actions))
	case *gov.Dispatch:
		return gov.Textf("%s派驻%s", "%s stationed %s", from, to)
	case *gov.SharedOffice:
		return gov.Textf("%s与%s合署办公", "%s and %s share an office", from, to)
	case *gov.Succession:
		return gov.Textf("%s改为%s", "%s became %s", from, to)
	}
	return gov.Text{}
}

func natureName(n gov.CounterpartNature) gov.Text {
	switch n {
	case gov.NatureBusiness:
		return gov.Textf("业务对口", "answers to")
	case gov.NatureWindow:
		return gov.Textf("窗口对接", "hosts a window of")
	case gov.NatureLiaison:
		return gov.Textf("执法协作", "enforces together with")
	case gov.NatureCoordination:
		return gov.Textf("综合协调", "coordinates with")
	}
	return gov.Text{}
}

func chargeName(r gov.ChargeRole) gov.Text {
	switch r {
	case gov.ChargeLead:
		return gov.Textf("分管", "is in charge of")
	case gov.ChargeAssist:
		return gov.Textf("协助分管", "assists over")
	case gov.ChargeOverall:
		return gov.Textf("主持全面工作，含", "has overall charge, with")
	case gov.ChargeLiaison:
		return gov.Textf("联系", "keeps contact with")
	}
	return gov.Text{}
}
