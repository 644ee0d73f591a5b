package countytest

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"tiaokuai/internal/gov"
)

func (l *line) clone() *line {
	c := *l
	c.flags, c.options, c.lists = slices.Clone(l.flags), maps.Clone(l.options), maps.Clone(l.lists)
	return &c
}

// organ NAME KIND BRANCH MANAGEMENT mandatory integrating attends enforcement=LEVEL powers=POWER:LEVEL:MODE
// posts=TYPE:n staff= leading= managementPosts= technicalPosts= rank= eligibility= condition= quota= short= formers=
// plates=NAME:KIND order= -> DEPARTMENT[SECTION]:NATURE leads DUTY:ACTION+ACTION supports … shares ORGAN
func (r *reader) organ(l *line, in *gov.Township) error {
	o := &gov.Organ{
		Key: r.key(l, gov.NodeOrgan, in.Key, l.name), Township: in.Key, Name: l.name, ShortNames: l.texts("short"), FormerNames: l.texts("formers"),
		AttendsMeetings: l.flag("attends"), Mandatory: l.flag("mandatory"), Integrating: l.flag("integrating"),
		EnforcementSubject: gov.Level(l.text("enforcement")), Management: gov.Management(l.text("management")), Rank: l.text("rank"),
		RankEligibility: l.text("eligibility"), RankCondition: l.text("condition"), QuotaCategory: l.text("quota"),
	}
	o.Kind = oneOf(l, gov.OrganOffice, gov.OrganOffice, gov.OrganInstitution, gov.OrganDispatched, gov.OrganStatutory)
	o.Branch = oneOf(l, "", gov.BranchParty, gov.BranchGovernment)
	o.Management = oneOf(l, o.Management, gov.ManagementOwn, gov.ManagementCountyDirect, gov.ManagementVertical, gov.ManagementTerritorial, gov.ManagementDual)
	for _, h := range l.pairs("powers") {
		if h[2] == "" {
			h[2] = string(gov.ModeDecide)
		}
		o.Powers = append(o.Powers, gov.Holding{Power: gov.Power(h[0]), Holder: gov.Level(h[1]), Mode: gov.PowerMode(h[2])})
	}
	for _, p := range l.pairs("plates") {
		o.Plates = append(o.Plates, gov.Plate{Name: p[0], Kind: gov.PlateKind(p[1])})
	}
	for _, p := range l.pairs("posts") {
		n, err := strconv.Atoi(p[1])
		if err != nil {
			return fmt.Errorf("posts= needs TYPE:number, not %q", p[1])
		}
		o.Posts = append(o.Posts, gov.PostCount{Type: gov.PostType(p[0]), Count: n})
	}
	err := l.integers(map[string]*int{"order": &o.Order, "staff": &o.Staff, "leading": &o.LeadingPosts, "managementPosts": &o.ManagementPosts, "technicalPosts": &o.TechnicalPosts})
	if err != nil {
		return err
	}
	r.provenance(l, &o.Provenance)
	r.carries(l, o.Key, &o.Provenance)
	for _, i := range l.list("->") {
		r.later(l, func() error { return r.counterpart(l, o.Key, i, gov.Counterpart{Provenance: o.Provenance}) })
	}
	for _, i := range l.list("shares") {
		r.later(l, func() error { return r.share(l, o.Key, i, in.Key, o.Provenance) })
	}
	return r.add(l, o)
}

// leader NAME POST,POST rank= order= lines=LINE:ROLE leads ORGAN assists … overall … liaises …
func (r *reader) leader(l *line, in *gov.Township) error {
	e := &gov.Leader{Township: in.Key, Name: l.name, Rank: l.text("rank")}
	if e.Name == "-" {
		e.Name = ""
	}
	if len(l.flags) > 0 {
		posts, err := split(l.flags[0], isComma)
		if err != nil {
			return err
		}
		e.Posts, l.flags = posts, l.flags[1:]
	}
	e.Key = r.key(l, gov.NodeLeader, in.Key, e.NodeName())
	for _, n := range l.pairs("lines") {
		if n[1] == "" {
			n[1] = string(gov.ChargeLead)
		}
		e.Lines = append(e.Lines, gov.Line{Name: n[0], Role: gov.ChargeRole(n[1])})
	}
	if err := l.integers(map[string]*int{"order": &e.Order}); err != nil {
		return err
	}
	r.provenance(l, &e.Provenance)
	for _, word := range []string{"leads", "assists", "overall", "liaises"} {
		for _, i := range l.list(word) {
			r.later(l, func() error { return r.charge(l, e.Key, i, in.Key, chargeWords[word], e.Provenance) })
		}
	}
	return r.add(l, e)
}

var chargeWords = map[string]gov.ChargeRole{"leads": gov.ChargeLead, "assists": gov.ChargeAssist, "overall": gov.ChargeOverall, "liaises": gov.ChargeLiaison}

// former NAME ORGAN|DEPARTMENT|SECTION REASON revision= names= department= -> SUCCESSOR; one of an organ is said of the
// township above it.
func (r *reader) former(l *line) error {
	of := oneOf(l, gov.NodeOrgan, gov.NodeOrgan, gov.NodeDepartment, gov.NodeSection)
	if of == gov.NodeOrgan {
		return r.each(func(l *line, in *gov.Township) error { return r.formerOf(l, of, in.Key) })(l)
	}
	return r.formerOf(l, of, "")
}

func (r *reader) formerOf(l *line, of gov.NodeKind, township string) error {
	f := &gov.Former{Key: r.key(l, of, township, l.name), Of: of, Township: township, Parent: l.text("department"), Name: l.name, Names: l.texts("names")}
	f.Reason = oneOf(l, gov.SuccessionAbolished, gov.SuccessionMerged, gov.SuccessionSplit, gov.SuccessionRenamed, gov.SuccessionReplaced,
		gov.SuccessionAbolished, gov.SuccessionTransferred)
	var err error
	if f.Revision, err = l.integer("revision"); err != nil {
		return err
	}
	r.provenance(l, &f.Provenance)
	for _, i := range l.list("->") {
		r.later(l, func() error {
			to, err := r.one(i, township, of, gov.NodeFormer)
			if err != nil {
				return err
			}
			return r.addEdge(l, &gov.Succession{From: f.Key, To: to, Reason: f.Reason, Revision: f.Revision, Provenance: f.Provenance})
		})
	}
	return r.add(l, f)
}
