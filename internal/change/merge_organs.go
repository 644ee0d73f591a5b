package change

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
)

// MergeOrgans makes one organ of several of a township (合并设置): into one of them, into another organ, or into a new
// one. What they faced, carried and were led by is united in it; the dissolved become formers that lead to it.
type MergeOrgans struct {
	Organs []string `json:"organs"`         // keys; Into may be among them
	Into   string   `json:"into,omitempty"` // key of an organ that stays, or
	// New is the organ to set up. Its township is that of the organs; kind, branch, management, powers, subject of
	// enforcement and quota category are theirs where it names none and they agree.
	New *gov.Organ `json:"new,omitempty"`
	// KeepNamesAsPlates hangs the names and plates of the dissolved at the merged organ; absent = true.
	KeepNamesAsPlates *bool `json:"keepNamesAsPlates,omitempty"`
	// Allocations are posts and people that go to other organs; the merged organ has the rest of the sum. Where New
	// states a quota of its own, it has to be that rest.
	Allocations []Allocation         `json:"allocations,omitempty"`
	Reason      gov.SuccessionReason `json:"reason,omitempty"` // empty = MERGED
	Origin      gov.Provenance       `json:"origin,omitzero"`  // where it comes from; the successions carry it
}

// Allocation is what one organ gets of the posts and people of others.
type Allocation struct {
	Organ string `json:"organ"`
	Quota
}

// Apply refuses organs of two townships, an Into and a New at once or neither, posts that do not add up, and what the
// merged organ's own Check refuses.
func (e *MergeOrgans) Apply(d *Draft) gov.Problems {
	organs, p := findMerged[*gov.Organ](d, "organs", e.Organs, e.Into, e.New != nil)
	p = append(p, checkOrigin(d, e.Origin)...)
	for _, o := range organs {
		if o.Township != organs[0].Township {
			p = append(p, otherTownship(d, o, organs[0].Township).At("organs"))
		}
	}
	p = all(p, e.checkAllocations(d), checkReason(e.Reason))
	if len(p) > 0 {
		return p
	}
	merged, p := e.merged(d, organs)
	if len(p) > 0 {
		return p
	}
	for _, a := range e.Allocations {
		o := d.Node(a.Organ).(*gov.Organ)
		d.Put(quotaOf(o).plus(a.Quota, 1).of(*o))
	}
	d.Put(merged)
	absorb(d, e.dissolved(), merged.Key, cmp.Or(e.Reason, gov.SuccessionMerged), e.Origin)
	return nil
}

func (e *MergeOrgans) checkAllocations(d *Draft) gov.Problems {
	var p gov.Problems
	for i, a := range e.Allocations {
		_, q := findAt[*gov.Organ](d, a.Organ, "allocations", i, "organ")
		if slices.Contains(e.Organs, a.Organ) || a.Organ == e.Into {
			q = append(q, gov.Errorf(gov.CodeInvalid, "只能分给合并以外的机构", "only an organ outside the merger can be given posts").At("allocations", i, "organ"))
		}
		p = append(append(p, q...), a.check().At("allocations", i)...)
	}
	return p
}

// dissolved are the keys that become formers.
func (e *MergeOrgans) dissolved() []string {
	return slices.DeleteFunc(slices.Clone(e.Organs), func(key string) bool { return key == e.Into })
}

// merged is the organ after the merger, without edges.
func (e *MergeOrgans) merged(d *Draft, organs []*gov.Organ) (*gov.Organ, gov.Problems) {
	var target gov.Organ
	if e.New != nil {
		target = inherit(*e.New, organs)
		withKey(d, &target)
	} else {
		target = *d.Node(e.Into).(*gov.Organ)
	}
	rest, p := e.rest(organs)
	out := rest.of(target)
	for _, o := range organs {
		out.Mandatory = out.Mandatory || o.Mandatory
		out.Integrating = out.Integrating || o.Integrating
	}
	out.Plates = e.plates(out, organs)
	if e.New != nil {
		return out, append(p, checkFresh(d, out, e.Organs).At("new")...)
	}
	return out, append(p, out.Check()...)
}

// rest is what the merged organ has of posts and people.
func (e *MergeOrgans) rest(organs []*gov.Organ) (Quota, gov.Problems) {
	var sum Quota
	for _, o := range organs {
		sum = sum.plus(quotaOf(o), 1)
	}
	for _, a := range e.Allocations {
		sum = sum.plus(a.Quota, -1)
	}
	if sum.negative() {
		return sum, exceeds("allocations")
	}
	if e.New != nil {
		if stated := quotaOf(e.New); !stated.zero() && !sum.plus(stated, -1).zero() {
			return sum, gov.Problems{gov.Errorf(gov.CodeInvalid, "新机构的编制、人员或职数与合并各方之和减去分出数不符",
				"the new organ's posts or staff are not what the merged organs leave").
				Advise("可留空由系统合计，或在 allocations 中写明余下的去向", "leave them out to have them added up, or say in allocations where the rest goes").At("new")}
		}
	}
	return sum, nil
}

// plates are the merged organ's plates: its own and, unless told otherwise, the names and plates of the dissolved.
func (e *MergeOrgans) plates(target *gov.Organ, organs []*gov.Organ) []gov.Plate {
	out := slices.Clone(target.Plates)
	if e.KeepNamesAsPlates != nil && !*e.KeepNamesAsPlates {
		return out
	}
	add := func(p gov.Plate) {
		if p.Name != target.Name && !slices.ContainsFunc(out, func(q gov.Plate) bool { return q.Name == p.Name }) {
			out = append(out, p)
		}
	}
	for _, o := range organs {
		if o.Key == target.Key {
			continue
		}
		add(gov.Plate{Name: o.Name, Kind: gov.PlateAdded})
		for _, p := range o.Plates {
			add(p)
		}
	}
	return out
}

// inherit fills what a new organ leaves open with what those it is made of have in common.
func inherit(o gov.Organ, from []*gov.Organ) gov.Organ {
	o.Township = from[0].Township
	o.Kind = cmp.Or(o.Kind, common(from, func(o *gov.Organ) gov.OrganKind { return o.Kind }))
	o.Branch = cmp.Or(o.Branch, common(from, func(o *gov.Organ) gov.Branch { return o.Branch }))
	o.EnforcementSubject = cmp.Or(o.EnforcementSubject, common(from, func(o *gov.Organ) gov.Level { return o.EnforcementSubject }))
	o.QuotaCategory = cmp.Or(o.QuotaCategory, common(from, func(o *gov.Organ) string { return o.QuotaCategory }))
	if o.Management == "" && len(o.Powers) == 0 {
		o.Management = common(from, func(o *gov.Organ) gov.Management { return o.Management })
		if !slices.ContainsFunc(from, func(x *gov.Organ) bool { return !gov.Equal(x.Powers, from[0].Powers) }) {
			o.Powers = from[0].Powers
		}
	}
	if o.Order == 0 {
		o.Order = from[0].Order
	}
	return o
}

// Sentence says what is merged into what.
func (e *MergeOrgans) Sentence(name Namer) gov.Text {
	return mergeSentence(name, e.Organs, e.Into, e.New)
}

// Describe documents the edit.
func (*MergeOrgans) Describe() Description {
	return Description{
		Title: gov.Text{ZH: "合并设置", EN: "Merge organs"},
		Text: gov.Text{
			ZH: "将同一乡镇的几个机构合并为其中一个、另一个已有机构或一个新机构。对口、分管、承担、派驻、合署办公并入合并后的机构，相遇时牵头优先于配合和协助、整体优先于细分，科室、行为和依据合并；编制、人员、职数相加，可指明分给其他机构的部分；原名称默认保留为牌子；被并机构成为原机构，编号指向合并后的机构。",
			EN: "Makes one organ of several of a township: one of them, another organ, or a new one. Counterparts, charges, assignments, dispatches and shared offices are united in it (LEAD beats SUPPORT and ASSIST, whole beats narrowed, sections, actions and sources join); posts, staff and leading posts add up, less what is allocated to other organs; old names stay as plates by default; the dissolved keep their keys as formers that lead to it.",
		},
	}
}
