package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// listingConflicts are duties of which two documents in force say different things for one township: who leads, that it
// was withdrawn, or what the township is to do. Twin catalogues, one kept by the township and one by the department, show
// here. A listing of no document contradicts none: it narrows or widens another.
func listingConflicts(c *snapshot.County) []Conflict {
	var out []Conflict
	for d := range c.EachDuty() {
		for i, a := range d.Listings {
			for _, b := range d.Listings[i+1:] {
				if !inForce(a, today(c)) || !inForce(b, today(c)) || !contradict(a, b) {
					continue
				}
				where, common := commonTownships(a, b)
				if !common {
					continue
				}
				out = append(out, Conflict{append([]string{d.Key}, where...), say("“%[1]s”说法不一：《%[2]s》列为%[3]s，《%[4]s》列为%[5]s",
					"statements on “%[1]s” differ: “%[2]s” has it as %[3]s, “%[4]s” as %[5]s", d.Name, a.Document, told(a), b.Document, told(b))})
			}
		}
	}
	return out
}

// contradict says whether two listings of different documents can't both hold.
func contradict(a, b gov.Listing) bool {
	if a.Document == "" || b.Document == "" || a.Document == b.Document {
		return false
	}
	withdrawn := (a.List == gov.ListWithdrawn) != (b.List == gov.ListWithdrawn)
	return withdrawn || a.LeadLevel() != b.LeadLevel() || a.List == b.List && a.Content != "" && b.Content != "" && a.Content != b.Content
}

// commonTownships are the townships that both listings name (none = every one), and whether there are any.
func commonTownships(a, b gov.Listing) ([]string, bool) {
	switch {
	case len(a.Townships) == 0:
		return b.Townships, true
	case len(b.Townships) == 0:
		return a.Townships, true
	}
	out := slices.DeleteFunc(slices.Clone(a.Townships), func(t string) bool { return !slices.Contains(b.Townships, t) })
	return out, len(out) > 0
}

// told is a listing in words: its list, who leads, and what it says.
func told(l gov.Listing) gov.Text {
	lead := gov.Textf("县级牵头", "led by the county")
	if l.LeadLevel() == gov.LevelTownship {
		lead = gov.Textf("乡镇主责", "led by the township")
	}
	name := listName(l.List)
	if l.Content == "" {
		return gov.Text{ZH: name.ZH + "（" + lead.ZH + "）", EN: name.EN + " (" + lead.EN + ")"}
	}
	return gov.Text{ZH: name.ZH + "（" + lead.ZH + "）：“" + l.Content + "”", EN: name.EN + " (" + lead.EN + "): “" + l.Content + "”"}
}
