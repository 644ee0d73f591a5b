package countytest

import (
	"fmt"
	"strconv"

	"tiaokuai/internal/gov"
)

// node reads a line that tells a node, or hands on one that tells an edge.
func (r *reader) node(l *line) error {
	readers := map[string]func(*line) error{
		"county": r.county, "source": r.source, "department": r.department, "section": r.section, "township": r.township,
		"duty": r.dutyLine, "measure": r.measure, "indicator": r.indicator,
		"organ": r.each(r.organ), "leader": r.each(r.leader), "former": r.former,
		"list": r.listing, "authority": r.authority, "admission": r.admission, "lead": r.bearers, "support": r.bearers,
		"counterpart": r.counterpartLine, "charge": r.chargeLine, "assign": r.assignLine, "dispatch": r.dispatchLine, "share": r.shareLine, "succeed": r.succeedLine,
	}
	read, ok := readers[l.word]
	if !ok {
		return fmt.Errorf("a line can't start with %q", l.word)
	}
	if l.name == "" && l.word != "admission" {
		return fmt.Errorf("%s needs a name", l.word)
	}
	if err := read(l); err != nil {
		return err
	}
	return l.done()
}

// each says a line of every township that the last township line named.
func (r *reader) each(read func(l *line, in *gov.Township) error) func(*line) error {
	return func(l *line) error {
		if len(r.townships) == 0 {
			return fmt.Errorf("%s needs a township above it", l.word)
		}
		for _, t := range r.townships {
			copied := l.clone()
			if err := read(copied, t); err != nil {
				return err
			}
			if err := copied.done(); err != nil {
				return err
			}
		}
		l.flags, l.options, l.lists = nil, nil, nil
		return nil
	}
}

// county CODE NAME COUNTY|CITY|DISTRICT sandbox limit= span= coverage= version= weights=KIND:0.5 gates=KIND regions=KEY:NAME:LEVEL
// aliases=ALIAS:NAME aspects=EDITION:CODE domains=EDITION:CODE
func (r *reader) county(l *line) error {
	c := &gov.County{Key: l.name, Sandbox: l.flag("sandbox")}
	c.Kind = oneOf(l, "", gov.CountyPlain, gov.CountyCity, gov.CountyDistrict)
	if len(l.flags) > 0 {
		c.Name, l.flags = l.flags[0], l.flags[1:]
	}
	s := &c.Settings
	err := l.integers(map[string]*int{"version": &s.Version, "limit": &s.DepartmentLimit, "span": &s.LeaderOrganLimit, "coverage": &s.CoverageFloor})
	if err != nil {
		return err
	}
	for _, w := range l.pairs("weights") {
		units, err := strconv.ParseFloat(w[1], 64)
		if err != nil {
			return fmt.Errorf("weights= needs KIND:number, not %q", w[1])
		}
		s.Weights = append(s.Weights, gov.Weight{Kind: gov.OverlapKind(w[0]), Weight: gov.Micro(units*float64(gov.One) + 0.5)})
	}
	for _, g := range l.texts("gates") {
		s.Gates = append(s.Gates, gov.GateKind(g))
	}
	for _, g := range l.pairs("regions") {
		c.Regions = append(c.Regions, gov.Region{Key: g[0], Name: g[1], Level: gov.RegionLevel(g[2])})
	}
	for _, a := range l.pairs("aliases") {
		c.Aliases = append(c.Aliases, gov.Alias{Alias: a[0], Name: a[1]})
	}
	c.Aspects, c.Domains = codeLists(l.pairs("aspects")), codeLists(l.pairs("domains"))
	r.provenance(l, &c.Provenance)
	return r.add(l, c)
}

// codeLists groups EDITION:CODE pairs by edition.
func codeLists(pairs [][3]string) []gov.CodeList {
	var out []gov.CodeList
	for _, p := range pairs {
		if n := len(out); n == 0 || out[n-1].Edition != p[0] {
			out = append(out, gov.CodeList{Edition: p[0]})
		}
		last := &out[len(out)-1]
		last.Codes = append(last.Codes, p[1])
	}
	return out
}

// source DOCUMENT article= quote= address= date= trust= note=
func (r *reader) source(l *line) error {
	s := &gov.Source{
		Key: r.key(l, gov.NodeSource, "", l.name), Document: l.name, Article: l.text("article"), Quote: l.text("quote"),
		Address: l.text("address"), Issuer: l.text("issuer"), Date: gov.Date(l.text("date")), Trust: l.text("trust"), Note: l.text("note"),
	}
	r.provenance(l, &s.Provenance)
	return r.add(l, s)
}

// department NAME KIND sections= short= formers= system= order= leads DUTY:ACTION+ACTION supports … dispatches ORGAN@TOWNSHIP
func (r *reader) department(l *line) error {
	d := &gov.Department{Key: r.key(l, gov.NodeDepartment, "", l.name), Name: l.name, ShortNames: l.texts("short"), FormerNames: l.texts("formers"), System: l.text("system")}
	d.Kind = oneOf(l, "", gov.DepartmentParty, gov.DepartmentGovernment, gov.DepartmentMassGroup, gov.DepartmentInstitution, gov.DepartmentVertical, gov.DepartmentUtility)
	if err := l.integers(map[string]*int{"order": &d.Order}); err != nil {
		return err
	}
	sections := l.texts("sections")
	r.provenance(l, &d.Provenance)
	if err := r.add(l, d); err != nil {
		return err
	}
	for _, name := range sections {
		s := &gov.Section{Key: r.key(l, gov.NodeSection, "", name), Department: d.Key, Name: name}
		r.later(l, func() error { s.Provenance = d.Provenance; return nil })
		if err := r.add(l, s); err != nil {
			return err
		}
	}
	r.carries(l, d.Key, &d.Provenance)
	for _, i := range l.list("dispatches") {
		r.later(l, func() error { return r.dispatch(l, d.Key, i, d.Provenance) })
	}
	return nil
}

// section NAME of=DEPARTMENT formers= order=
func (r *reader) section(l *line) error {
	s := &gov.Section{Key: r.key(l, gov.NodeSection, "", l.name), Name: l.name, FormerNames: l.texts("formers")}
	if err := l.integers(map[string]*int{"order": &s.Order}); err != nil {
		return err
	}
	of := l.text("of")
	r.later(l, func() (err error) { s.Department, err = r.one(item{name: of}, "", gov.NodeDepartment); return err })
	r.provenance(l, &s.Provenance)
	return r.add(l, s)
}

// township NAME,NAME KIND SIZE portfolios-complete assignments-complete middle= order= reason= formers=
func (r *reader) township(l *line) error {
	names, err := split(l.name, isComma)
	r.townships, r.duty = nil, nil
	for _, name := range names {
		c := l.clone()
		t := &gov.Township{
			Key: r.key(c, gov.NodeTownship, "", name), Name: name, SizeReason: c.text("reason"), FormerNames: c.texts("formers"),
			PortfoliosComplete: c.flag("portfolios-complete"), AssignmentsComplete: c.flag("assignments-complete"),
		}
		t.Kind = oneOf(c, "", gov.TownshipTown, gov.TownshipTownship, gov.TownshipSubdistrict)
		t.Size = oneOf(c, "", gov.SizeLarge, gov.SizeMedium, gov.SizeSmall)
		if err = c.integers(map[string]*int{"order": &t.Order, "middle": &t.MiddlePosts}); err != nil {
			return err
		}
		r.provenance(c, &t.Provenance)
		r.townships = append(r.townships, t)
		if err = r.add(c, t); err == nil {
			err = c.done()
		}
		if err != nil {
			return err
		}
	}
	l.flags, l.options = nil, nil
	return err
}

// measure NAME KIND STATUS office=ORGAN@TOWNSHIP about=NAME text= order=
func (r *reader) measure(l *line) error {
	m := &gov.Measure{Key: r.key(l, gov.NodeMeasure, "", l.name), Name: l.name, Text: l.text("text")}
	m.Kind = oneOf(l, gov.MeasureCoordination, gov.MeasureList, gov.MeasureAdmission, gov.MeasureCoordination, gov.MeasureOrganization, gov.MeasurePersonnel, gov.MeasureTraining)
	m.Status = oneOf(l, gov.MeasureExisting, gov.MeasureExisting, gov.MeasureRecommended)
	if err := l.integers(map[string]*int{"order": &m.Order}); err != nil {
		return err
	}
	offices, about := l.texts("office"), l.texts("about")
	r.later(l, func() (err error) {
		if m.OfficeAt, err = r.manyOf(offices, gov.NodeOrgan); err == nil {
			m.About, err = r.manyOf(about, gov.NodeKinds[:]...)
		}
		return err
	})
	r.provenance(l, &m.Provenance)
	return r.add(l, m)
}

// indicator NAME metric= domain= low= high= value= unit= wording= period= subject= order=
func (r *reader) indicator(l *line) error {
	i := &gov.Indicator{
		Key: r.key(l, gov.NodeIndicator, "", l.name), Name: l.name, Metric: gov.IndicatorMetric(l.text("metric")), Domain: l.text("domain"),
		Unit: l.text("unit"), Wording: l.text("wording"), Period: l.text("period"),
	}
	if err := l.integers(map[string]*int{"order": &i.Order}); err != nil {
		return err
	}
	value, err := l.integer("value")
	if err != nil {
		return err
	}
	i.Low, i.High = value, value
	for name, to := range map[string]*int64{"low": &i.Low, "high": &i.High} {
		n, err := l.integer(name)
		if err != nil {
			return err
		}
		if n != 0 {
			*to = n
		}
	}
	if subject := l.text("subject"); subject != "" {
		r.later(l, func() (err error) { i.Subject, err = r.one(readItem(subject), "", gov.NodeKinds[:]...); return err })
	}
	r.provenance(l, &i.Provenance)
	return r.add(l, i)
}

func (r *reader) manyOf(names []string, kinds ...gov.NodeKind) ([]string, error) {
	var out []string
	for _, name := range names {
		keys, err := r.all(readItem(name), "", kinds...)
		if err != nil {
			return nil, err
		}
		out = append(out, keys...)
	}
	return out, nil
}
