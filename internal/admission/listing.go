package admission

import (
	"cmp"
	"slices"
	"time"

	"tiaokuai/internal/gov"
)

// listings are those of the duty once it is admitted: the new one, and of those on record what it leaves. A listing
// that names a township applied for ends there the day before; one of every township stays, since a named one goes first.
func (p *plan) listings(on gov.Date, document string) []gov.Listing {
	from := cmp.Or(p.From, on)
	var out []gov.Listing
	for _, l := range p.duty.Listings {
		out = append(out, p.left(l, from)...)
	}
	return append(out, gov.Listing{
		List: p.List, Lead: p.Lead, Townships: p.Townships, From: from, Until: p.Expires, Document: document, Content: p.Part,
	})
}

// left is what a listing on record comes to: unchanged, ended for the townships applied for, or gone where it would only
// have begun.
func (p *plan) left(l gov.Listing, from gov.Date) []gov.Listing {
	over := l.Until != "" && l.Until < from
	if over || !slices.ContainsFunc(l.Townships, p.applied) {
		return []gov.Listing{l}
	}
	var out []gov.Listing
	rest := l
	if rest.Townships = slices.DeleteFunc(slices.Clone(l.Townships), p.applied); len(rest.Townships) > 0 {
		out = append(out, rest)
	}
	if from != "" && l.From < from {
		ended := l
		ended.Townships = slices.DeleteFunc(slices.Clone(l.Townships), func(key string) bool { return !p.applied(key) })
		ended.Until = dayBefore(from)
		out = append(out, ended)
	}
	return out
}

func (p *plan) applied(township string) bool { return slices.Contains(p.Townships, township) }

// dayBefore is the day before a day, which is one of the calendar.
func dayBefore(d gov.Date) gov.Date {
	t, _ := time.Parse(time.DateOnly, string(d)) // checked when it was recorded
	return gov.Date(t.AddDate(0, 0, -1).Format(time.DateOnly))
}
