package admission

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// plan is an application held against a county: who will carry the duty, and what of it can't be placed.
type plan struct {
	Content
	county  *snapshot.County
	duty    *gov.Duty // as it is on record, or as it is applied for, with its key
	bearers []carrier
	posts   []grant
	absent  []absence
}

// carrier is one organ that will carry the duty by the application.
type carrier struct {
	snapshot.Organ
	as Bearer
}

// grant is what posts one organ gets.
type grant struct {
	snapshot.Organ
	posts []gov.PostCount
}

// absence is an organ that a township does not have.
type absence struct {
	township snapshot.Township
	organ    string
}

// planOf resolves a content that has passed its Check.
func planOf(county *snapshot.County, c Content) *plan {
	p := &plan{Content: c, county: county}
	d := *c.now(county)
	if c.New != nil {
		taken := func(key string) bool { _, ok := county.Node(key); return ok }
		d.Key = cmp.Or(d.Key, gov.Mint(gov.NodeDuty, "", d.Name, taken))
	}
	p.duty = &d
	for _, b := range c.Bearers {
		b.Role = cmp.Or(b.Role, gov.AssignmentLead)
		for _, o := range p.find(b.Organ, b.Townships) {
			p.bearers = slices.DeleteFunc(p.bearers, func(other carrier) bool { return other.Key == o.Key })
			p.bearers = append(p.bearers, carrier{o, b})
		}
	}
	for _, g := range c.Posts {
		for _, o := range p.find(g.Organ, g.Townships) {
			p.grant(o, g.Posts)
		}
	}
	return p
}

// find are the organs of a key, or of a name in each township; those that are not there are noted.
func (p *plan) find(organ string, townships []string) []snapshot.Organ {
	if o, ok := snapshot.Lookup[snapshot.Organ](p.county, organ); ok {
		return []snapshot.Organ{o}
	}
	if len(townships) == 0 {
		townships = p.Townships
	}
	var out []snapshot.Organ
	for _, key := range townships {
		t, _ := snapshot.Lookup[snapshot.Township](p.county, key)
		if o, ok := organCalled(t, organ); ok {
			out = append(out, o)
		} else if a := (absence{t, organ}); !slices.Contains(p.absent, a) {
			p.absent = append(p.absent, a)
		}
	}
	return out
}

// organCalled is a township's organ of a name, else of a short name, a plate, or what the name is an alias of.
func organCalled(t snapshot.Township, name string) (snapshot.Organ, bool) {
	real := name
	for _, a := range t.County().Aliases {
		if a.Alias == name {
			real = a.Name
		}
	}
	for _, is := range []func(snapshot.Organ) bool{
		func(o snapshot.Organ) bool { return o.Name == name },
		func(o snapshot.Organ) bool { return o.Name == real || slices.Contains(o.ShortNames, name) },
		func(o snapshot.Organ) bool {
			return slices.ContainsFunc(o.Plates, func(p gov.Plate) bool { return p.Name == name })
		},
	} {
		for _, o := range t.Organs() {
			if is(o) {
				return o, true
			}
		}
	}
	return snapshot.Organ{}, false
}

// grant adds posts to those an organ gets already.
func (p *plan) grant(o snapshot.Organ, posts []gov.PostCount) {
	i := slices.IndexFunc(p.posts, func(g grant) bool { return g.Key == o.Key })
	if i < 0 {
		p.posts = append(p.posts, grant{Organ: o})
		i = len(p.posts) - 1
	}
	p.posts[i].posts = added(p.posts[i].posts, posts)
}

// added are posts of both lists, by type.
func added(a, b []gov.PostCount) []gov.PostCount {
	out := slices.Clone(a)
	for _, one := range b {
		if i := slices.IndexFunc(out, func(c gov.PostCount) bool { return c.Type == one.Type }); i >= 0 {
			out[i].Count += one.Count
		} else {
			out = append(out, one)
		}
	}
	return out
}

// lead is an organ that will lead the duty once the application is published.
type lead struct {
	snapshot.Organ
	actions []gov.Action
}

// leads are the organs that will lead the duty, in the order of the county: those applied for, and those on record that
// the application says nothing of.
func (p *plan) leads() []lead {
	var out []lead
	for _, o := range p.county.Organs() {
		role, actions := gov.AssignmentRole(""), []gov.Action(nil)
		if e, ok := p.county.Edge(gov.EdgeAssignment, o.Key, p.duty.Key); ok {
			a := e.(*gov.Assignment)
			role, actions = a.Role, a.Actions
		}
		if i := slices.IndexFunc(p.bearers, func(c carrier) bool { return c.Key == o.Key }); i >= 0 {
			role, actions = p.bearers[i].as.Role, p.bearers[i].as.Actions
		}
		if role == gov.AssignmentLead {
			out = append(out, lead{o, actions})
		}
	}
	return out
}
