package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tiaokuai/internal/gov"
)

// changeEvent is one merger, split, renaming …: all that was dissolved for the same reason at one revision and shares
// successors, with those. An abolition has none.
type changeEvent struct {
	revision int64
	reason   gov.SuccessionReason
	from, to []string // keys, sorted
	sources  []string
}

// changeEvents are a county's events in order of revision, reason and first former.
func changeEvents(g gov.Graph) []changeEvent {
	var out []changeEvent
	succeeded := map[string]bool{}
	for _, v := range g.Edges {
		if e, ok := v.(*gov.Succession); ok {
			succeeded[e.From] = true
			out = joinEvent(out, changeEvent{e.Revision, e.Reason, []string{e.From}, []string{e.To}, e.Sources})
		}
	}
	for _, n := range g.Nodes {
		if f, ok := n.(*gov.Former); ok && !succeeded[f.Key] {
			out = append(out, changeEvent{f.Revision, f.Reason, []string{f.Key}, nil, f.Sources})
		}
	}
	slices.SortFunc(out, func(a, b changeEvent) int {
		return cmp.Or(cmp.Compare(a.revision, b.revision), cmp.Compare(a.reason, b.reason), slices.Compare(a.from, b.from))
	})
	return out
}

// joinEvent adds an event, made one with those that share an end with it.
func joinEvent(all []changeEvent, e changeEvent) []changeEvent {
	rest := all[:0]
	for _, o := range all {
		if o.revision == e.revision && o.reason == e.reason && (meet(o.from, e.from) || meet(o.to, e.to)) {
			e.from, e.to, e.sources = union(o.from, e.from), union(o.to, e.to), union(o.sources, e.sources)
			continue
		}
		rest = append(rest, o)
	}
	return append(rest, e)
}

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// id names the event after the first former, its revision and the reason.
func (e changeEvent) id() string {
	return fmt.Sprintf("%s#change-%d-%s", ldID(e.from[0]), e.revision, e.reason)
}

// event is an org:ChangeEvent, dated where the history knows the day of its revision.
func (l *ldWriter) event(e changeEvent) map[string]any {
	item := map[string]any{
		"@id": e.id(), "@type": []string{"ChangeEvent", "org:ChangeEvent"}, "changeType": "c:succession-" + string(e.reason), "revision": e.revision,
		"description": l.sentence(e), "originalOrganization": ldIDs(e.from),
	}
	if len(e.to) > 0 {
		item["resultingOrganization"] = ldIDs(e.to)
	}
	if len(e.sources) > 0 {
		item["sources"] = ldIDs(e.sources)
	}
	if day := l.history.Day(e.revision); day != "" {
		item["changeDate"], item["endedAtTime"] = day, string(day)+"T00:00:00+08:00"
	}
	return item
}

// sentence tells the event: 合并：甲、乙 → 丙.
func (l *ldWriter) sentence(e changeEvent) string {
	names := func(keys []string) string {
		out := make([]string, len(keys))
		for i, key := range keys {
			out[i] = key
			if n, ok := l.county.Node(key); ok {
				out[i] = n.NodeName()
			}
		}
		return strings.Join(out, "、")
	}
	text := names(e.from)
	for _, c := range concepts {
		if c.scheme == "succession" && c.code == string(e.reason) {
			text = c.name.ZH + "：" + text
		}
	}
	if len(e.to) > 0 {
		text += " → " + names(e.to)
	}
	return text
}
