package dossier

import (
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// LackKind is a kind of what a dossier needs and does not have.
type LackKind string

// The kinds.
const (
	LackReason    LackKind = "REASON"    // 调整理由: of each organ that is merged, split, moved or abolished
	LackDuties    LackKind = "DUTIES"    // 职责去向
	LackPosts     LackKind = "POSTS"     // 编制职数去向
	LackRejection LackKind = "REJECTION" // 未选理由: of a proposal that was not taken up
)

// Lack is one thing that a planner still has to supply.
type Lack struct {
	Kind     LackKind
	Township string   // key, where it is about one
	Keys     []string // what it is about
	Text     gov.Text
}

// Missing is what is mandatory and absent: the reason of each merger, where its duties go and where its posts go. The
// dossier is laid out nevertheless, with a mark in each place and the list at its front.
func (d Dossier) Missing() []Lack { return slices.Clone(d.missing) }

// restructured are the reasons of the organ map that need a reason, duties and posts to be accounted for.
var restructured = []scenario.MapReason{
	scenario.MapMerged, scenario.MapSplit, scenario.MapTransferred, scenario.MapReplaced, scenario.MapAbolished, scenario.MapRemoved,
}

func isRestructured(l scenario.OrganLine) bool {
	return slices.ContainsFunc(l.Reasons, func(r scenario.MapReason) bool { return slices.Contains(restructured, r) })
}

// lacking is what the plan itself leaves out; the comparison of options adds what it lacks.
func (c *composer) lacking() []Lack {
	var out []Lack
	add := func(kind LackKind, township string, organs []string, what gov.Text) {
		out = append(out, Lack{kind, township, organs, gov.Textf("%[1]s：%[2]s", "%[1]s: %[3]s", c.name(township), what.ZH, what.EN)})
	}
	for _, l := range c.organs {
		if !isRestructured(l) {
			continue
		}
		if c.why(l) == "" {
			add(LackReason, l.Township, l.Before, gov.Textf("调整%s的理由", "why %s change", c.names(l.Before)))
		}
		for _, o := range c.gone(l.Before) {
			if len(o.Assignments()) == 0 {
				add(LackDuties, l.Township, []string{o.Key}, gov.Textf("%s的职责未登记，去向无从核对", "no duties of %s are on record, so where they go can't be checked", o.Name))
			}
			if len(o.Organ.Posts) == 0 && o.LeadingPosts == 0 && o.Staff == 0 {
				add(LackPosts, l.Township, []string{o.Key}, gov.Textf("%s的编制职数未登记，去向无从核对", "no posts of %s are on record, so where they go can't be checked", o.Name))
			}
		}
	}
	for _, i := range c.issues {
		if kind := lackOf(i.Kind); kind != "" {
			out = append(out, Lack{kind, i.Township, i.Keys, i.Text})
		}
	}
	return out
}

// lackOf is which mandatory statement an issue shows to be absent; empty for none.
func lackOf(kind scenario.IssueKind) LackKind {
	switch kind {
	case scenario.IssueLeadLost, scenario.IssueNoSuccessor, scenario.IssueRemoved:
		return LackDuties
	case scenario.IssuePostsOrphaned, scenario.IssuePostsCut:
		return LackPosts
	}
	return ""
}

// gone are those of some organs that are dissolved.
func (c *composer) gone(organs []string) []snapshot.Organ {
	var out []snapshot.Organ
	for _, key := range organs {
		o, ok := snapshot.Lookup[snapshot.Organ](c.Before, key)
		if _, stays := snapshot.Lookup[snapshot.Organ](c.After, key); ok && !stays {
			out = append(out, o)
		}
	}
	return out
}

// why is the reason of a change of organs: that of the step that makes it, else that of the plan's proposal for it; empty
// where neither says so.
func (c *composer) why(l scenario.OrganLine) string {
	about := func(keys []string) bool {
		return slices.ContainsFunc(l.Before, func(key string) bool { return slices.Contains(keys, key) })
	}
	for _, s := range c.steps() {
		if s.Reason != "" && slices.ContainsFunc(s.Edits, func(e change.Edit) bool { return about(dissolved(e)) }) {
			return s.Reason
		}
	}
	for _, p := range c.taken {
		if about(p.Subjects) || slices.ContainsFunc(p.Edits, func(e change.Edit) bool { return about(dissolved(e)) }) {
			return c.text(p.Rationale)
		}
	}
	return ""
}

// dissolved are the organs that an edit restructures.
func dissolved(e change.Edit) []string {
	switch e := e.(type) {
	case *change.MergeOrgans:
		return e.Organs
	case *change.SplitOrgan:
		return []string{e.Organ}
	case *change.TransferOrgan:
		return []string{e.Organ}
	case *change.AbolishOrgan:
		return []string{e.Organ}
	case *change.RemoveOrgan:
		return []string{e.Key}
	}
	return nil
}

// steps are the steps in force, those that were carried out among them.
func (c *composer) steps() []scenario.Step {
	var out []scenario.Step
	for i, s := range c.Scenario.Steps {
		if c.Scenario.Stands(i) {
			out = append(out, s)
		}
	}
	return out
}
