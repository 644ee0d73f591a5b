package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// today is the day that lists and admissions are read on: the snapshot's effective day. Empty means whatever their dates.
func today(c *snapshot.County) gov.Date { return c.Effective() }

// standing is the list a duty stands on in a township today, and who leads by it; empty for none.
type standing struct {
	list gov.DutyList
	lead gov.Level
}

func standingOf(t snapshot.Township, d snapshot.Duty) standing {
	l, ok := d.ListingFor(t.Key, today(t.County()))
	if !ok {
		return standing{}
	}
	return standing{l.List, l.LeadLevel()}
}

// standing is the list a duty stands on in the township; four detectors ask, so each duty is looked at once.
func (fs *findings) standing(t snapshot.Township, d snapshot.Duty) standing {
	if fs.lists == nil {
		fs.lists = make([]standing, 0, t.County().DutyCount())
		for d := range t.County().EachDuty() {
			fs.lists = append(fs.lists, standingOf(t, d))
		}
	}
	return fs.lists[d.Index()]
}

// carried says whether a township carries a duty by its list: BASIC, or TERRITORIAL led by the township.
func (s standing) carried() bool {
	return s.list == gov.ListBasic || s.list == gov.ListTerritorial && s.lead == gov.LevelTownship
}

// String is what evidence says of a listing.
func (s standing) String() string { return string(s.list) + "," + string(s.lead) }

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

// listName is a list as people call it.
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

// aboutCarrier begins a finding about an organ and a duty that it carries.
func (fs *findings) aboutCarrier(a snapshot.Assignment) *finding {
	f := fs.about(a.To)
	f.second = a.From
	f.participant(a.From)
	f.edge(a.Assignment)
	return f
}

// carrier is the one organ that a finding about an organ and a duty has.
func carrier(c *snapshot.County, o Overlap) string { return nameOf(c, o.Participants[0]) }

func dutyOf(c *snapshot.County, o Overlap) snapshot.Duty {
	d, _ := snapshot.Lookup[snapshot.Duty](c, o.Subject)
	return d
}
