package scenario

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// leads holds that a duty with a lead keeps exactly one: in each township among its organs, unless a department leads it
// now or the lists took it from the township; and at the county among its departments, unless it came down to organs. A
// universal duty may have many.
func (c *checker) leads() {
	was, is := departmentBearers(c.before), departmentBearers(c.after)
	down := map[string]bool{} // duties that organs lead which did not
	for _, t := range c.townships() {
		then, now := townshipBearers(c.before, t), townshipBearers(c.after, t)
		for d := range c.after.EachDuty() {
			if len(now[d.Key].Lead) > 0 && len(then[d.Key].Lead) == 0 {
				down[d.Key] = true
			}
			taken := len(is[d.Key].Lead) > 0 || c.withdrawn(d, t)
			c.lead(t, d, then[d.Key].Lead, now[d.Key].Lead, taken)
		}
	}
	for d := range c.after.EachDuty() {
		c.lead("", d, was[d.Key].Lead, is[d.Key].Lead, down[d.Key])
	}
}

// withdrawn says that the lists give a duty's lead to the county now, which they did not.
func (c *checker) withdrawn(d snapshot.Duty, township string) bool {
	old, ok := snapshot.Lookup[snapshot.Duty](c.before, d.Key)
	if !ok {
		return false
	}
	return !atCounty(old.Duty, township, c.before.Effective()) && atCounty(d.Duty, township, c.after.Effective())
}

func atCounty(d *gov.Duty, township string, on gov.Date) bool {
	l, listed := d.ListingFor(township, on)
	return listed && (l.List == gov.ListWithdrawn || l.LeadLevel() == gov.LevelCounty)
}

func (c *checker) lead(township string, d snapshot.Duty, then, now []string, taken bool) {
	switch {
	case len(then) > 0 && len(now) == 0 && !taken:
		c.add(IssueLeadLost, SeverityError, township, c.say(township, "“%[1]s”原由%[2]s主责，方案中没有主责机构",
			"%[1]s was led by %[2]s and has no lead in the plan", d.Name, c.names(then)), append([]string{d.Key}, then...)...)
	case len(now) > 1 && len(now) > len(then) && !d.Universal:
		c.add(IssueLeadDoubled, SeverityError, township, c.say(township, "“%[1]s”在方案中由%[2]s共同主责，应只有一个",
			"%[1]s is led by %[2]s at once in the plan; one should lead it", d.Name, c.names(now)), append([]string{d.Key}, now...)...)
	}
}

// receivers holds that who faced a department is followed by somebody who does, in each township; a department that was
// dissolved is faced through its successors. Sections are the same, as a warning.
func (c *checker) receivers() {
	for _, t := range c.townships() {
		was, is := facedIn(c.before, t), facedIn(c.after, t)
		for _, key := range was.order {
			switch heirs := c.lives(key); {
			case len(heirs) == 0: // nobody is left to be faced
			case !slices.ContainsFunc(heirs, func(heir string) bool { return is.whole[heir] || is.some[heir] }):
				c.add(IssueReceiverLost, SeverityError, t, c.say(t, "%s原有对口机构，方案中没有机构承接", "%s was faced by an organ and is faced by none in the plan", c.names(heirs)), heirs...)
			default:
				c.sections(t, key, was, is)
			}
		}
	}
}

func (c *checker) sections(township, department string, was, is faced) {
	for _, s := range was.sections[department] {
		if len(c.lives(s)) == 1 && c.lives(s)[0] == s && !is.whole[department] && !slices.Contains(is.sections[department], s) {
			c.add(IssueSectionUnfaced, SeverityWarning, township, c.say(township, "%[1]s%[2]s在方案中没有对口机构", "the section %[2]s of %[1]s is faced by no organ in the plan",
				c.name(department), c.name(s)), department, s)
		}
	}
}

// lives are the living departments or sections that a key stands for after.
func (c *checker) lives(key string) []string {
	switch n, _ := c.after.Entity(key); n := n.(type) {
	case snapshot.Former:
		var out []string
		for _, heir := range n.Successors() {
			out = append(out, heir.NodeKey())
		}
		return out
	case nil:
		return nil
	}
	return []string{key}
}

// faced is what the organs of a township face by BUSINESS: departments in order, whole or in part, and the sections named.
type faced struct {
	order       []string
	whole, some map[string]bool
	sections    map[string][]string
}

func facedIn(c *snapshot.County, township string) faced {
	out := faced{whole: map[string]bool{}, some: map[string]bool{}, sections: map[string][]string{}}
	t, ok := snapshot.Lookup[snapshot.Township](c, township)
	if !ok {
		return out
	}
	for _, o := range t.Organs() {
		for e := range o.EachCounterpart() {
			if e.Nature != gov.NatureBusiness {
				continue
			}
			if !out.whole[e.To] && !out.some[e.To] {
				out.order = append(out.order, e.To)
			}
			if len(e.Counterpart.Sections) == 0 {
				out.whole[e.To] = true
			} else {
				out.some[e.To] = true
			}
			out.sections[e.To] = union(out.sections[e.To], e.Counterpart.Sections)
		}
	}
	return out
}

func union(a, b []string) []string {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}
