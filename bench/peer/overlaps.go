package peer

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const unit = 1_000_000

type facet struct {
	Value string `json:"value"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

type facets struct {
	Kinds      []facet `json:"kinds"`
	Severities []facet `json:"severities"`
	Townships  []facet `json:"townships,omitempty"`
}

type overlapRow struct {
	Kind         string  `json:"kind"`
	Severity     string  `json:"severity"`
	Cost         float64 `json:"cost"`
	Township     *named  `json:"township,omitempty"`
	Subject      named   `json:"subject"`
	Participants []named `json:"participants"`
}

type overlapPage struct {
	TotalCount int          `json:"totalCount"`
	TotalCost  float64      `json:"totalCost"`
	Facets     facets       `json:"facets"`
	Nodes      []overlapRow `json:"nodes"`
}

type overlapsOf struct {
	Name     string      `json:"name"`
	Overlaps overlapPage `json:"overlaps"`
}

// found is one 多对一 with what it is sorted by.
type found struct {
	township, name string
	place          int64
	cost           int64 // in millionths
	fingerprint    string
	department     string
	organs         []string
}

func townshipOverlaps(records []*neo4j.Record, _ url.Values) any {
	var all []found
	for _, r := range records {
		faced := make([]face, 0, 8)
		narrowed := get[[]any](r, "narrowed")
		for i, name := range texts(get[[]any](r, "organs")) {
			faced = append(faced, face{name: name, sections: narrowed[i].([]any)})
		}
		f := found{township: get[string](r, "townshipKey"), name: get[string](r, "township"), place: get[int64](r, "place"), department: get[string](r, "department")}
		all = f.meet(all, get[string](r, "departmentKey"), faced, texts(get[[]any](r, "sections")))
	}
	order(all)
	return node[overlapsOf]{overlapsOf{get[string](records[0], "township"), page(all, false)}}
}

// line is a department with its sections.
type line struct {
	name     string
	sections []string
}

func countyOverlaps(records []*neo4j.Record, _ url.Values) any {
	r := records[0]
	lines := map[string]line{}
	for _, d := range get[[]any](r, "departments") {
		d := d.([]any)
		lines[text(d[0])] = line{text(d[1]), texts(d[2])}
	}
	var all []found
	for _, t := range get[[]any](r, "townships") {
		t := t.([]any)
		f := found{township: text(t[0]), name: text(t[1]), place: t[2].(int64)}
		for _, l := range t[3].([]any) {
			l := l.([]any)
			key := text(l[0])
			f.department = lines[key].name
			all = f.meet(all, key, faces(l[1].([]any)), lines[key].sections)
		}
	}
	order(all)
	return struct {
		County overlapsOf `json:"county"`
	}{overlapsOf{get[string](r, "county"), page(all, true)}}
}

// face is an organ that answers to a department, or to some sections of it.
type face struct {
	order    int64
	name     string
	sections []any
}

// faces are organs in their order.
func faces(list []any) []face {
	out := make([]face, len(list))
	for i, f := range list {
		f := f.([]any)
		sections, _ := f[2].([]any)
		out[i] = face{f[0].(int64), text(f[1]), sections}
	}
	slices.SortFunc(out, func(a, b face) int { return cmp.Compare(a.order, b.order) })
	return out
}

// meet adds what organs that face one department come to, if that is anything.
func (f found) meet(all []found, department string, faced []face, sections []string) []found {
	if f.organs, f.cost = excess(faced, sections); f.cost == 0 {
		return all
	}
	f.fingerprint = fingerprint("MANY_TO_ONE", f.township, department, "", "")
	return append(all, f)
}

// order sorts findings as the product does: dearest first, then by township, then by fingerprint.
func order(all []found) {
	slices.SortFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(b.cost, a.cost), cmp.Compare(a.place, b.place), cmp.Compare(a.township, b.township), cmp.Compare(a.fingerprint, b.fingerprint))
	})
}

// excess is Σ over a department's points of weight × (organs there − 1) in millionths, with the organs that share a point.
// Where every organ answers to the whole department all points are alike.
func excess(faced []face, sections []string) ([]string, int64) {
	names := make([]string, 0, len(faced))
	if !slices.ContainsFunc(faced, func(f face) bool { return len(f.sections) > 0 }) {
		for _, f := range faced {
			names = append(names, f.name)
		}
		return names, int64(len(faced)-1) * unit
	}
	slices.Sort(sections)
	together := make([]bool, len(faced))
	cost := int64(0)
	for i, point := range sections {
		weight := int64(unit / len(sections))
		if i == 0 {
			weight += int64(unit % len(sections))
		}
		var here []int
		for j, f := range faced {
			if len(f.sections) == 0 || slices.Contains(f.sections, any(point)) {
				here = append(here, j)
			}
		}
		if len(here) < 2 {
			continue
		}
		cost += weight * int64(len(here)-1)
		for _, j := range here {
			together[j] = true
		}
	}
	for j, f := range faced {
		if together[j] {
			names = append(names, f.name)
		}
	}
	return names, cost
}

func fingerprint(parts ...string) string {
	var b []byte
	for _, p := range parts {
		b = append(append(b, p...), 0)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8])
}

func page(all []found, ofCounty bool) overlapPage {
	const first = 20
	p := overlapPage{TotalCount: len(all), Nodes: []overlapRow{}}
	severities, townships, names := map[string]int{}, map[string]int{}, map[string]string{}
	total := int64(0)
	for i, f := range all {
		total += f.cost
		severities[severity(f.cost)]++
		townships[f.township]++
		names[f.township] = f.name
		if i < first {
			p.Nodes = append(p.Nodes, f.row(ofCounty))
		}
	}
	p.TotalCost = float64(total) / unit
	p.Facets = facets{
		Kinds:      counted(map[string]int{"MANY_TO_ONE": len(all)}, map[string]string{"MANY_TO_ONE": "多对一"}),
		Severities: counted(severities, map[string]string{"LOW": "低", "MEDIUM": "中", "HIGH": "高"}),
	}
	if ofCounty {
		p.Facets.Townships = counted(townships, names)
	}
	return p
}

func (f found) row(ofCounty bool) overlapRow {
	row := overlapRow{
		Kind: "MANY_TO_ONE", Severity: severity(f.cost), Cost: float64(f.cost) / unit, Subject: named{Name: f.department},
		Participants: make([]named, len(f.organs)),
	}
	for i, name := range f.organs {
		row.Participants[i].Name = name
	}
	if ofCounty {
		row.Township = &named{Name: f.name}
	}
	return row
}

func severity(cost int64) string {
	switch {
	case cost < unit:
		return "LOW"
	case cost < 3*unit:
		return "MEDIUM"
	}
	return "HIGH"
}

// counted lists counts, most first.
func counted(counts map[string]int, labels map[string]string) []facet {
	out := []facet{}
	for v, n := range counts {
		out = append(out, facet{v, labels[v], n})
	}
	slices.SortFunc(out, func(a, b facet) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value)) })
	return out
}
