package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// domains are the domains of a county's duties by name, and the place of each duty's, −1 for a duty of no domain and a
// universal one.
type domains struct {
	names []string
	of    []int // by the place of the duty
}

func domainsOf(c *snapshot.County) domains {
	return snapshot.Derive(c.BaseCell(), "overlap domains", func() domains {
		var out domains
		for d := range c.EachDuty() {
			if d.Domain != "" && !slices.Contains(out.names, d.Domain) {
				out.names = append(out.names, d.Domain)
			}
		}
		slices.Sort(out.names)
		for d := range c.EachDuty() {
			place := slices.Index(out.names, d.Domain)
			if d.Universal {
				place = -1
			}
			out.of = append(out.of, place)
		}
		return out
	})
}

// splitDomains finds by domain, leaving out those whose leaders are all in one of the lines.
func (p portfolio) splitDomains(t snapshot.Township, lines [][]int, fs *findings) {
	all := domainsOf(t.County())
	organs := make([][]int, len(all.names))
	for a := range t.EachAssignment() {
		if domain := all.of[a.Duty().Index()]; domain >= 0 && a.Role == gov.AssignmentLead {
			o, _ := a.Organ()
			organs[domain] = insert(organs[domain], o.Index())
		}
	}
	for domain, name := range all.names {
		who := p.inCharge(organs[domain])
		folded := slices.ContainsFunc(lines, func(line []int) bool { return within(who, line) })
		if len(who) < 2 || folded {
			continue
		}
		f := fs.about(t.Key)
		f.topic = name
		p.addLeaders(f, who)
		for _, o := range organs[domain] {
			p.addCharges(f, o, who)
		}
		p.addDuties(t, f, domain, all)
		fs.keep(f, units(len(who)-1))
	}
}

// inCharge are the leaders of some organs, by place.
func (p portfolio) inCharge(organs []int) []int {
	var who []int
	for _, o := range organs {
		for _, charge := range p.charges[o] {
			who = insert(who, charge.Leader().Index())
		}
	}
	return who
}

// addDuties adds as evidence the duties of a domain that organs with a leader lead.
func (p portfolio) addDuties(t snapshot.Township, f *finding, domain int, all domains) {
	for a := range t.EachAssignment() {
		if a.Role != gov.AssignmentLead || all.of[a.Duty().Index()] != domain {
			continue
		}
		if o, _ := a.Organ(); len(p.charges[o.Index()]) > 0 {
			f.edge(a.Assignment)
		}
	}
}
