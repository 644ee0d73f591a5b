package forms

import (
	"slices"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

// list puts a duty on a list for the townships of an item. It takes the place of what an earlier document of the same
// keeper said for these townships; what others said, and what was said of every township, stays beside it.
func (r *reader) list(l *list, it *item, d *duty, content string) {
	n := gov.Listing{List: l.kind.list, Townships: l.where(it), Document: l.document, Content: content}
	kept := make([]gov.Listing, 0, len(d.listings)+1)
	covered := false
	for _, o := range d.listings {
		mine := o.List == n.List && (r.keeperOf(o.Document) == l.keeper || o.Document == n.Document)
		switch {
		case mine && slices.Equal(o.Townships, n.Townships):
			if o.Document == n.Document || o.Document == "" {
				n.From, n.Until, n.Lead = o.From, o.Until, o.Lead
			}
			continue
		case mine && len(o.Townships) > 0 && len(n.Townships) > 0:
			o.Townships = slices.DeleteFunc(slices.Clone(o.Townships), func(t string) bool { return slices.Contains(n.Townships, t) })
			if len(o.Townships) == 0 {
				continue
			}
		case mine && len(o.Townships) == 0:
			covered = covered || o.Lead == "" && o.Content == n.Content && o.Document == n.Document
		}
		kept = append(kept, o)
	}
	if !covered {
		kept = append(kept, n)
	}
	d.listings = kept
}

// where are the townships of an item: its own, else those of the list; none = every one.
func (l *list) where(it *item) []string {
	switch {
	case it.everywhere:
		return nil
	case len(it.where) > 0:
		return it.where
	case l.everywhere:
		return nil
	}
	return l.townships
}

// readTownships tells the townships that a row of a catalogue names.
func (r *reader) readTownships(l *list, it *item) {
	if it.townships == "" {
		return
	}
	for _, text := range separators.Split(it.townships, -1) {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		keys := r.names.Find(gov.NodeTownship, text)
		switch {
		case len(keys) == 1:
			it.where = append(it.where, keys[0])
		case leftover.MatchString(search.Fold(text)):
			it.everywhere = true
		default:
			it.bad = true
			l.fail(l.at(it.row, townships), text, r.names.Nearest(gov.NodeTownship, text, suggestions),
				gov.Errorf(gov.CodeInvalid, "本县没有名为“%[1]s”的乡镇", "the county has no township called %[1]q", text))
		}
	}
	slices.Sort(it.where)
	it.where = slices.Compact(it.where)
}

// listings are listings as the sheet of duties has them.
func (r *reader) listings(ls []gov.Listing) string {
	if len(ls) == 0 {
		return "清空"
	}
	words := map[gov.DutyList]string{gov.ListBasic: "基本履职", gov.ListSupporting: "配合履职", gov.ListWithdrawn: "上级收回", gov.ListTerritorial: "属地管理"}
	out := make([]string, len(ls))
	for i, l := range ls {
		var b strings.Builder
		b.WriteString(words[l.List])
		for _, f := range [...][2]string{
			{"牵头", string(l.Lead)}, {"起", string(l.From)}, {"止", string(l.Until)}, {"文号", l.Document}, {"内容", l.Content},
		} {
			if f[1] != "" {
				b.WriteString("｜" + f[0] + "=" + quoted(f[1]))
			}
		}
		if len(l.Townships) > 0 {
			b.WriteString("｜乡镇=" + quotedAll(l.Townships))
		}
		out[i] = b.String()
	}
	return strings.Join(out, "；")
}
