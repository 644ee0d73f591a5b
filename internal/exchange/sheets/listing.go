package sheets

import (
	"slices"
	"strings"

	"tiaokuai/internal/gov"
)

// listingsColumn is the lists that a duty stands on: 基本履职；配合履职｜牵头=县级｜乡镇=大冶镇｜起=2024-01-01｜止=…｜文号=…｜内容=….
// Added to what is on record, a listing takes the place of the one of the same list, townships and first day.
func listingsColumn() Column {
	return Column{
		Header: "清单", Name: "listings", Aliases: []string{"所属清单", "清单类别"}, Width: 30, unite: true, Choices: listWords.choices(),
		Note: "所在的清单；另有牵头层级、适用乡镇、起止日期、文号、内容的，写作“配合履职｜牵头=县级｜乡镇=甲镇、乙镇｜起=2024-01-01｜止=2025-12-31｜文号=…｜内容=…”，多条用；隔开或换行。",
		get: func(w *writer, v any) string {
			var out []string
			for _, l := range v.(*gov.Duty).Listings {
				out = append(out, writeListing(w, l))
			}
			return strings.Join(out, "；")
		},
		set: func(c *cell, v any) {
			d := v.(*gov.Duty)
			var out []gov.Listing
			if c.adds {
				out = slices.Clone(d.Listings)
			}
			for _, text := range split(c.text, recordSigns) {
				if l, ok := readListing(c, text); ok {
					out = append(withoutListing(out, l, c.adds), l)
				}
			}
			d.Listings = out
		},
		keys: func(v any) []string {
			var out []string
			for _, l := range v.(*gov.Duty).Listings {
				out = append(out, l.Townships...)
			}
			return out
		},
	}
}

func withoutListing(ls []gov.Listing, l gov.Listing, adds bool) []gov.Listing {
	if !adds {
		return ls
	}
	return slices.DeleteFunc(ls, func(o gov.Listing) bool {
		return o.List == l.List && o.From == l.From && slices.Equal(o.Townships, l.Townships)
	})
}

func writeListing(w *writer, l gov.Listing) string {
	var r record
	r.field("", listWords.zh(string(l.List)))
	if l.Lead != "" {
		r.field("牵头", levelWords.zh(string(l.Lead)))
	}
	r.field("乡镇", w.names("", l.Townships, gov.NodeTownship))
	r.field("起", string(l.From))
	r.field("止", string(l.Until))
	if l.Document != "" {
		r.field("文号", quoted(l.Document))
	}
	if l.Content != "" {
		r.field("内容", quoted(l.Content))
	}
	return r.String()
}

func readListing(c *cell, text string) (gov.Listing, bool) {
	first, labelled := fields(text)
	if len(first) != 1 {
		c.fail(nil, "清单 %[1]q 应以清单名称开头", "listing %[1]q must begin with the name of a list", text)
		return gov.Listing{}, false
	}
	list, ok := c.code(listWords, bare(first[0]))
	l := gov.Listing{List: gov.DutyList(list)}
	for _, f := range labelled {
		value := bare(f[1])
		switch f[0] {
		case "牵头":
			lead, _ := c.code(levelWords, value)
			l.Lead = gov.Level(lead)
		case "乡镇":
			l.Townships = c.findAll("", f[1], gov.NodeTownship)
			slices.Sort(l.Townships)
		case "起":
			l.From, _ = c.date(value)
		case "止":
			l.Until, _ = c.date(value)
		case "文号":
			l.Document = value
		case "内容":
			l.Content = value
		default:
			c.unknownLabel(f[0], "牵头、乡镇、起、止、文号、内容")
		}
	}
	return l, ok
}
