package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// today is the day that lists and admissions are read on: the snapshot's effective day. Empty means whatever their dates.
func today(c *snapshot.County) gov.Date { return c.Meta().Effective }

// listing is the list a duty stands on in a township today.
func listing(t snapshot.Township, d snapshot.Duty) (gov.Listing, bool) {
	return d.ListingFor(t.Key, today(t.County()))
}

// carriedByList says whether a township carries a duty by its list: BASIC, or TERRITORIAL led by the township.
func carriedByList(t snapshot.Township, d snapshot.Duty) (gov.Listing, bool) {
	l, ok := listing(t, d)
	switch {
	case !ok:
		return l, false
	case l.List == gov.ListBasic:
		return l, true
	}
	return l, l.List == gov.ListTerritorial && l.LeadLevel() == gov.LevelTownship
}

// admitted says whether a duty has an admission that holds on a day.
func admitted(d *gov.Duty, on gov.Date) bool {
	a := d.Admission
	return a != nil && (on == "" || a.Date <= on && (a.Expires == "" || a.Expires >= on))
}

// inForce says whether a listing holds on a day.
func inForce(l gov.Listing, on gov.Date) bool {
	return on == "" || l.From <= on && (l.Until == "" || l.Until >= on)
}

// hasLists says whether any duty of the county stands on a list; where none does, lists were not collected.
func hasLists(c *snapshot.County) bool {
	for d := range c.EachDuty() {
		if len(d.Listings) > 0 {
			return true
		}
	}
	return false
}

func saysListing(l gov.Listing) string { return string(l.List) + "," + string(l.LeadLevel()) }

// listNames are the lists as people call them.
func listName(l gov.DutyList) gov.Text {
	switch l {
	case gov.ListBasic:
		return gov.Textf("基本履职事项清单", "list of basic duties")
	case gov.ListSupporting:
		return gov.Textf("配合履职事项清单", "list of supporting duties")
	case gov.ListWithdrawn:
		return gov.Textf("上级收回事项清单", "list of withdrawn duties")
	case gov.ListTerritorial:
		return gov.Textf("属地管理事项清单", "list of territorial items")
	}
	return gov.Text{}
}

// eachCarried finds every 承担 edge of a township's organs that judge accepts; with it come the attributes of the duty
// that it was judged by. The finding is about the duty and the organ.
func eachCarried(t snapshot.Township, judge func(snapshot.Assignment, snapshot.Duty) ([]attribute, bool)) []finding {
	var out []finding
	for a := range t.EachAssignment() {
		d := a.Duty()
		judged, ok := judge(a, d)
		if !ok {
			continue
		}
		f := finding{subject: a.To, second: a.From, participants: []string{a.From}, excess: gov.One}
		f.edge(a.Assignment)
		for _, at := range judged {
			f.attribute(d, at.name, at.value)
		}
		out = append(out, f)
	}
	return out
}

// attribute is an attribute of a duty with its value.
type attribute struct{ name, value string }

// carrier is the one organ that a finding about an organ and a duty has.
func carrier(c *snapshot.County, o Overlap) string { return nameOf(c, o.Participants[0]) }

func dutyOf(c *snapshot.County, o Overlap) snapshot.Duty {
	d, _ := snapshot.Lookup[snapshot.Duty](c, o.Subject)
	return d
}
