package proposal

import (
	"context"
	"slices"
	"strings"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var addPlate = Rung{
	Kind: KindAddPlate, Price: gov.One / 10,
	Name: gov.Textf("加挂牌子", "Add a plate"),
	Definition: gov.Textf("所选规则要求必设、而乡镇既无此机构也无此牌子的，在便民服务、党群服务或综合办事机构加挂；职能相近而性质不同（行政与事业）的两个机构，可互挂牌子代替合并。不降低协调成本。",
		"Where a preset asks for an organ and a township has neither it nor its plate: at the service centre or the general office. Two like organs of different kinds: the other's name as a plate in place of a merger. It lowers no cost."),
	Unit:        gov.Textf("牌子", "plates"),
	PriceReason: gov.Textf("不增加机构和编制，只须备案。", "No organ and no post; it is put on file."),
	township:    draftPlates,
}

func draftPlates(_ context.Context, s *site, t snapshot.Township) ([]draft, error) {
	var out []draft
	for _, r := range s.rules {
		for _, names := range r.Rule.MustExist {
			if slices.ContainsFunc(t.Organs(), func(o snapshot.Organ) bool { return called(o.Organ, names) }) {
				continue
			}
			host, ok := hostOf(t)
			if !ok {
				continue
			}
			d := s.plate(host, names[0])
			d.rationale = say("%[1]s要求设置%[2]s（%[3]s），%[4]s无此机构和牌子，拟提请编委研究在%[5]s加挂。",
				"%[1]s asks for %[2]s (%[3]s); %[4]s has neither organ nor plate: proposed for the commission's study, a plate at %[5]s.",
				r.ID, names[0], r.Source.text(), t.Name, host.Name)
			out = append(out, d)
		}
	}
	for _, f := range s.found(t.Key, gov.OverlapSimilarOrgans) {
		a, _ := snapshot.Lookup[snapshot.Organ](s.county, f.Participants[0])
		b, _ := snapshot.Lookup[snapshot.Organ](s.county, f.Participants[1])
		if a.Kind == b.Kind || a.Kind == gov.OrganStatutory || b.Kind == gov.OrganStatutory || called(a.Organ, []string{b.Name}) {
			continue
		}
		if b.Kind == gov.OrganOffice {
			a, b = b, a
		}
		if called(a.Organ, []string{b.Name}) {
			continue
		}
		d := s.plate(a, b.Name)
		d.aim(f)
		d.rationale = together(s.explained(f), say("二者性质不同，合并默认不跨类；拟提请编委研究以加挂牌子统筹，编制分别核算。", "They are of different kinds, which are not merged by default: a plate brings the work together, posts stay apart."))
		out = append(out, d)
	}
	return out, nil
}

func (s *site) plate(o snapshot.Organ, name string) draft {
	return draft{
		alike: "plate|" + o.Name + "|" + name, subjects: []string{o.Key}, units: 1,
		title: say("在%[1]s加挂%[2]s牌子", "A plate of %[2]s at %[1]s", o.Name, name),
		edits: []change.Edit{&change.AddPlate{Organ: o.Key, Name: name, Kind: gov.PlateAdded}},
	}
}

// called says whether an organ has one of some names, as its own or on a plate; a name may stand within a longer one
// (便民服务中心（退役军人服务站）).
func called(o *gov.Organ, names []string) bool {
	for _, n := range names {
		if strings.Contains(o.Name, n) || slices.ContainsFunc(o.Plates, func(p gov.Plate) bool { return strings.Contains(p.Name, n) }) {
			return true
		}
	}
	return false
}

// hosts are the words that name organs where plates usually hang, the first the best.
var hosts = []string{"便民服务", "党群服务", "行政审批服务", "公共服务", "党政综合"}

func hostOf(t snapshot.Township) (snapshot.Organ, bool) {
	for _, word := range hosts {
		for o := range t.EachOrgan() {
			if strings.Contains(o.Name, word) && o.Kind != gov.OrganStatutory {
				return o, true
			}
		}
	}
	return snapshot.Organ{}, false
}
