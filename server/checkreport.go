package main

import (
	"cmp"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// checkReport is what check says of a county. Its JSON is for other programs: amounts in units.
type checkReport struct {
	County        string          `json:"county"`
	Name          string          `json:"name"`
	Revision      int64           `json:"revision"`
	Effective     gov.Date        `json:"effective,omitempty"`
	Townships     int             `json:"townships"`
	Organs        int             `json:"organs"`
	Stations      int             `json:"stations"`
	StructureCost float64         `json:"structureCost"`
	Kinds         []checkKind     `json:"kinds"`
	Overlaps      []checkOverlap  `json:"overlaps"`
	Left          int             `json:"left"` // overlaps beyond --top
	Coverage      []checkCoverage `json:"coverage"`
	NotAssessable []checkGap      `json:"notAssessable"`
}

type checkKind struct {
	Kind  gov.OverlapKind `json:"kind"`
	Name  string          `json:"name"`
	Count int             `json:"count"`
	Cost  float64         `json:"cost"`
}

type checkOverlap struct {
	Kind         gov.OverlapKind  `json:"kind"`
	Name         string           `json:"name"`
	Township     string           `json:"township,omitempty"`
	Subject      string           `json:"subject"`
	Participants []string         `json:"participants"`
	Cost         float64          `json:"cost"`
	Severity     overlap.Severity `json:"severity"`
	Explanation  string           `json:"explanation"`
}

type checkCoverage struct {
	Name    string `json:"name"`
	Have    int    `json:"have"`
	Of      int    `json:"of"`
	Percent int    `json:"percent"`
}

type checkGap struct {
	Township string            `json:"township,omitempty"`
	Kinds    []gov.OverlapKind `json:"kinds"`
	Collect  string            `json:"collect"`
}

func newCheckReport(c *snapshot.County, l gov.Language, top int) checkReport {
	s := overlap.Summarize(c)
	r := checkReport{
		County: c.Key, Name: c.Name, Revision: c.Revision(), Effective: c.Effective(), Townships: s.Townships, Organs: s.Organs,
		Stations: s.Stations, StructureCost: s.Cost.Float(),
	}
	for _, k := range s.Kinds {
		if k.Count > 0 {
			r.Kinds = append(r.Kinds, checkKind{k.Kind, kindName(k.Kind, l), k.Count, k.Cost.Float()})
		}
	}
	found := slices.Clone(overlap.Of(c).All)
	slices.SortStableFunc(found, func(a, b overlap.Overlap) int { return cmp.Compare(b.Cost, a.Cost) })
	if top > 0 && len(found) > top {
		r.Left, found = len(found)-top, found[:top]
	}
	for _, o := range found {
		r.Overlaps = append(r.Overlaps, newCheckOverlap(c, o, l))
	}
	r.addQuality(c, l)
	return r
}

func newCheckOverlap(c *snapshot.County, o overlap.Overlap, l gov.Language) checkOverlap {
	d, _ := overlap.Lookup(o.Kind)
	out := checkOverlap{
		Kind: o.Kind, Name: d.Name.In(l), Township: nameOf(c, o.Township), Subject: cmp.Or(o.Topic, nameOf(c, o.Subject)),
		Cost: o.Cost.Float(), Severity: o.Severity, Explanation: d.Explain(c, o).In(l),
	}
	for _, p := range o.Participants {
		out.Participants = append(out.Participants, nameOf(c, p))
	}
	return out
}

func (r *checkReport) addQuality(c *snapshot.County, l gov.Language) {
	q := overlap.QualityOf(c)
	for _, v := range q.Coverage {
		if v.Township != "" || v.Of == 0 {
			continue
		}
		for _, g := range overlap.Gauges() {
			if g.Gauge == v.Gauge {
				r.Coverage = append(r.Coverage, checkCoverage{g.Name.In(l), v.Have, v.Of, v.Percent()})
			}
		}
	}
	for _, n := range q.NotAssessable {
		r.NotAssessable = append(r.NotAssessable, checkGap{nameOf(c, n.Township), n.Kinds, n.Collect.In(l)})
	}
}

func kindName(k gov.OverlapKind, l gov.Language) string {
	d, _ := overlap.Lookup(k)
	return d.Name.In(l)
}

func nameOf(c *snapshot.County, key string) string {
	if n, ok := c.Node(key); ok {
		return n.NodeName()
	}
	return key
}

func (r checkReport) writeJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

// writeTables writes the report for people. The table library knows that a Chinese character is two columns wide.
func (r checkReport) writeTables(w io.Writer, l gov.Language) error {
	say := func(zh, en string, args ...any) string { return gov.Textf(zh, en, args...).In(l) }
	var b strings.Builder
	b.WriteString(say("%[1]s %[2]s  第 %[3]d 版  生效 %[4]s\n", "%[1]s %[2]s  revision %[3]d  effective %[4]s\n", r.Name, r.County, r.Revision, string(r.Effective)))
	b.WriteString(say("%d 个乡镇，%d 个机构（另有站所 %d 个），协调成本合计 %v\n\n", "%d townships, %d organs (and %d stations), structure cost %v\n\n", r.Townships, r.Organs, r.Stations, r.StructureCost))
	kinds := newTable(say("类别", "kind"), say("数目", "count"), say("成本", "cost"))
	for _, k := range r.Kinds {
		kinds.AppendRow(table.Row{k.Name, k.Count, k.Cost})
	}
	overlaps := newTable(say("成本", "cost"), say("类别", "kind"), say("乡镇", "township"), say("对象", "subject"), say("涉及", "participants"))
	for _, o := range r.Overlaps {
		overlaps.AppendRow(table.Row{o.Cost, o.Name, o.Township, o.Subject, strings.Join(o.Participants, say("、", ", "))})
	}
	coverage := newTable(say("数据覆盖", "data coverage"), say("已有", "have"), say("应有", "of"), "%")
	for _, v := range r.Coverage {
		coverage.AppendRow(table.Row{v.Name, v.Have, v.Of, v.Percent})
	}
	b.WriteString(kinds.Render() + "\n\n" + overlaps.Render() + "\n")
	if r.Left > 0 {
		b.WriteString(say("… 另有 %d 项，用 --top 0 全部列出\n", "… and %d more; --top 0 lists all\n", r.Left))
	}
	b.WriteString("\n" + coverage.Render() + "\n")
	if n := len(r.NotAssessable); n > 0 {
		b.WriteString(say("\n未采集、不作评判：%d 项（--json 列明需补充的数据）\n", "\nnot assessable: %d (--json says what to collect)\n", n))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func newTable(header ...any) table.Writer {
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	t.Style().Format.Header = text.FormatDefault
	t.AppendHeader(header)
	return t
}
