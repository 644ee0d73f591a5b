package proposal

import (
	"context"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// merger is the draft of some groups of a problem's organs, in every township of the site that has two of a group, with
// portfolios assigned anew or the merged organs' leaders alone.
func (s *site) merger(ctx context.Context, p reform.Problem, groups [][]string, anew bool) (draft, error) {
	d := draft{alike: "merge"}
	var titles []gov.Text
	for _, keys := range groups {
		var names []string
		for _, key := range keys {
			names = append(names, nameIn(p, key))
		}
		suggested := ""
		for _, t := range s.townships {
			g, ok := groupIn(p, keys, t)
			if !ok {
				continue
			}
			var from gov.Text
			g.name, from = suggestName(namesOfOrgans(g.organs), linesOf(t))
			s.mergeEdits(&d, &g)
			if suggested == "" {
				suggested = g.name
				d.note("名称“%[1]s”为系统建议（%[2]s），属推断，以批复为准。", "The name %[1]s is a suggestion (%[2]s) and inferred; the approval decides.", g.name, from)
			}
			d.groups = append(d.groups, g)
		}
		d.alike += "|" + list(names).ZH
		titles = append(titles, say("合并设置%[1]s为%[2]s", "Merge %[3]s into %[2]s", list(names), suggested, list(names).EN))
	}
	lead := s.leadMerged
	if anew {
		lead = s.leadAnew
	}
	if err := lead(ctx, &d); err != nil {
		return d, err
	}
	s.tellMerger(&d, titles)
	return d, nil
}

func nameIn(p reform.Problem, key string) string {
	i := slices.IndexFunc(p.Organs, func(o reform.Organ) bool { return o.Key == key })
	return p.Organs[i].Name
}

// groupIn are the organs of a township that a group of a problem's organs stands for, if there are two.
func groupIn(p reform.Problem, keys []string, t snapshot.Township) (group, bool) {
	g := group{township: t}
	for o := range t.EachOrgan() {
		if slices.ContainsFunc(p.Organs, func(q reform.Organ) bool {
			return slices.Contains(keys, q.Key) && (q.Key == o.Key || slices.Contains(q.Members, o.Key))
		}) {
			g.organs = append(g.organs, o)
		}
	}
	return g, len(g.organs) > 1
}

func namesOfOrgans(os []snapshot.Organ) []string {
	var out []string
	for _, o := range os {
		out = append(out, o.Name)
	}
	return out
}

// linesOf are the lines of work that leaders of a township are in charge of.
func linesOf(t snapshot.Township) []string {
	var out []string
	for _, l := range t.Leaders() {
		for _, line := range l.Lines {
			out = append(out, line.Name)
		}
	}
	return out
}

// mergeEdits merges a group: into the organ that has the name already, else into a new one.
func (s *site) mergeEdits(d *draft, g *group) {
	keys := keysOf(g.organs)
	d.subjects, d.units = joined(d.subjects, keys), d.units+len(keys)-1
	merge := &change.MergeOrgans{Organs: keys}
	for _, o := range g.township.Organs() {
		if o.Name != g.name {
			continue
		}
		if !slices.Contains(keys, o.Key) { // somebody else's: keep the first name
			g.name = g.organs[0].Name
			merge.Into = keys[0]
			break
		}
		merge.Into = o.Key
	}
	if merge.Into == "" {
		merge.New = &gov.Organ{Name: g.name, Rank: sameRank(g.organs)}
		g.key = s.fresh(g.township, g.name)
		merge.New.Key = g.key
		if merge.New.Kind = sameKind(g.organs); merge.New.Kind == "" {
			merge.New.Kind = gov.OrganOffice
			d.note("合并的机构性质不同，新机构按党政机构设置，编制分别核算。", "The organs are of two kinds; the new one is set up as an office, and posts of each kind are accounted for apart.")
		}
	} else {
		g.key = merge.Into
	}
	d.edits = append(d.edits, merge)
}

// fresh is the key of a new organ.
func (s *site) fresh(t snapshot.Township, name string) string {
	return gov.Mint(gov.NodeOrgan, t.Key, name, func(key string) bool {
		_, taken := s.whole.Node(key)
		return taken
	})
}

func keysOf(os []snapshot.Organ) []string {
	var out []string
	for _, o := range os {
		out = append(out, o.Key)
	}
	return out
}

func sameKind(os []snapshot.Organ) gov.OrganKind {
	for _, o := range os {
		if o.Kind != os[0].Kind {
			return ""
		}
	}
	return os[0].Kind
}

func sameRank(os []snapshot.Organ) string {
	for _, o := range os {
		if o.Rank != os[0].Rank {
			return ""
		}
	}
	return os[0].Rank
}
