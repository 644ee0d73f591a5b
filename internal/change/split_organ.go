package change

import (
	"slices"

	"tiaokuai/internal/gov"
)

// SplitOrgan makes several organs of one, or with Keep carves new ones out of one that stays. What no part names goes to
// the first part, or stays where the organ does; the leaders in charge and the departments that stationed it are those
// of every part, unless a part names leaders.
type SplitOrgan struct {
	Organ  string         `json:"organ"`
	Into   []OrganPart    `json:"into"`
	Keep   bool           `json:"keep,omitempty"`
	Origin gov.Provenance `json:"origin,omitzero"` // where it comes from; the successions carry it
}

// OrganPart is one organ that comes out of a split.
type OrganPart struct {
	// New is the organ, with the posts and staff it gets. Its township is that of the organ split; kind, branch,
	// management, powers, subject of enforcement and quota category too, where it names none.
	New         gov.Organ `json:"new"`
	Departments []string  `json:"departments,omitempty"` // whose counterparts it takes
	Duties      []string  `json:"duties,omitempty"`
	Leaders     []string  `json:"leaders,omitempty"`
}

// Apply refuses too few parts, parts of one name, what the organ does not have, and more posts than there are.
func (e *SplitOrgan) Apply(d *Draft) gov.Problems {
	o, p := Find[*gov.Organ](d, "organ", e.Organ)
	p = append(p, checkOrigin(d, e.Origin)...)
	if p != nil {
		return p
	}
	p = tooFewParts(len(e.Into), e.Keep)
	parts := make([]*gov.Organ, len(e.Into))
	rest := quotaOf(o)
	for i, part := range e.Into {
		fresh := inherit(part.New, []*gov.Organ{o})
		withKey(d, &fresh)
		parts[i] = &fresh
		rest = rest.plus(quotaOf(&fresh), -1)
		p = append(p, e.checkPart(d, parts, i)...)
	}
	if rest.negative() {
		p = append(p, exceeds("into")...)
	}
	if len(p) == 0 {
		e.write(d, o, parts, rest)
	}
	return p
}

func tooFewParts(parts int, keep bool) gov.Problems {
	least := 2
	if keep {
		least = 1
	}
	if parts >= least {
		return nil
	}
	return gov.Problems{gov.Errorf(gov.CodeInvalid, "至少需要拆出 %d 个", "at least %d parts are needed", least).At("into")}
}

func (e *SplitOrgan) checkPart(d *Draft, parts []*gov.Organ, i int) gov.Problems {
	part, fresh := e.Into[i], parts[i]
	going := []string{e.Organ}
	if e.Keep {
		going = nil
	}
	p := checkFresh(d, fresh, going)
	if slices.ContainsFunc(parts[:i], func(o *gov.Organ) bool { return o.Name == fresh.Name || o.Key == fresh.Key }) {
		p = append(p, gov.Errorf(gov.CodeInvalid, "拆出的机构名称或编号重复", "two parts have one name or key").At("name"))
	}
	p = p.At("new")
	for j, key := range part.Departments {
		p = append(p, edgeThere(d, gov.EdgeCounterpart, e.Organ, key, "departments", j)...)
	}
	for j, key := range part.Duties {
		p = append(p, edgeThere(d, gov.EdgeAssignment, e.Organ, key, "duties", j)...)
	}
	for j, key := range part.Leaders {
		p = append(p, edgeThere(d, gov.EdgeCharge, key, e.Organ, "leaders", j)...)
	}
	return p.At("into", i)
}

// edgeThere reports an edge that is not there.
func edgeThere(d *Draft, kind gov.EdgeKind, from, to string, path ...any) gov.Problems {
	if d.Edge(kind, from, to) != nil {
		return nil
	}
	return gov.Problems{noEdge(d, kind, from, to).At(path...)}
}

func (e *SplitOrgan) write(d *Draft, o *gov.Organ, parts []*gov.Organ, rest Quota) {
	keys := make([]string, len(parts))
	for i, fresh := range parts {
		keys[i] = fresh.Key
		d.Put(fresh)
	}
	if e.Keep {
		d.Put(rest.of(*o))
	} else {
		d.Put(quotaOf(parts[0]).plus(rest, 1).of(*parts[0]))
	}
	for _, edge := range liveEdges(d, e.Organ) {
		to := e.takers(edge, keys)
		for _, key := range to {
			if key != e.Organ {
				copyTo(d, edge, e.Organ, key)
			}
		}
		if !slices.Contains(to, e.Organ) {
			d.DropEdge(edge)
		}
	}
	if !e.Keep {
		dissolve(d, e.Organ, gov.SuccessionSplit, e.Origin, keys...)
	}
}

// takers are the keys that an edge of the organ goes to, the organ itself where it stays.
func (e *SplitOrgan) takers(edge gov.Edge, keys []string) []string {
	var out []string
	for i, part := range e.Into {
		switch edge := edge.(type) {
		case *gov.Counterpart:
			out = takes(out, part.Departments, edge.To, keys[i])
		case *gov.Assignment:
			out = takes(out, part.Duties, edge.To, keys[i])
		case *gov.Charge:
			out = takes(out, part.Leaders, edge.From, keys[i])
		}
	}
	holder := keys[0]
	if e.Keep {
		holder = e.Organ
	}
	switch kind := edge.EdgeKind(); {
	case len(out) > 0:
		return out
	case kind == gov.EdgeCharge || kind == gov.EdgeDispatch:
		if e.Keep {
			return append(slices.Clone(keys), e.Organ)
		}
		return keys
	}
	return []string{holder}
}

func takes(out, named []string, key, part string) []string {
	if slices.Contains(named, key) {
		return append(out, part)
	}
	return out
}

// Sentence says what is split into what.
func (e *SplitOrgan) Sentence(name Namer) gov.Text {
	names := make([]string, len(e.Into))
	for i, part := range e.Into {
		names[i] = part.New.Name
	}
	return splitSentence(name(e.Organ), names, e.Keep)
}

// Describe documents the edit.
func (*SplitOrgan) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "拆分机构", EN: "Split an organ"},
		Text: gov.Text{
			ZH: "将一个机构拆分为几个新机构，或保留原机构、从中析出新机构。每部分写明带走的对口部门、职责和编制；未写明的归第一部分（保留原机构时留在原机构）；分管和派驻关系默认各部分都有。",
			EN: "Makes several organs of one, or carves new ones out of one that stays. Each part names the counterparts, duties and posts it takes; the rest goes to the first part, or stays. Charges and dispatches are those of every part unless a part names leaders.",
		},
	}
}
