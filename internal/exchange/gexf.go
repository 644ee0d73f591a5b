package exchange

import (
	"encoding/xml"
	"io"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// gexf is GEXF 1.3 (gexf.net). With a history the graph is dynamic: each node and edge has the days it was there, and
// what is gone is in it too, so that Gephi's timeline shows the reform. Days are inclusive at both ends.
var gexf = Format{
	Extension: "gexf", MediaType: "application/gexf+xml",
	Title:       gov.Text{ZH: "GEXF 动态图", EN: "GEXF, dynamic"},
	Description: gov.Text{ZH: "带起止日期的图，含已撤并的机构和已解除的关系，可用 Gephi 的时间轴查看", EN: "the graph with dates, dissolved organs and ended relations included, for Gephi's timeline"},
	Dated:       true,
	Write:       writeGEXF,
}

const gexfSpace = "http://gexf.net/1.3"

type gexfMeta struct {
	XMLName     xml.Name `xml:"meta"`
	Modified    string   `xml:"lastmodifieddate,attr,omitempty"`
	Creator     string   `xml:"creator"`
	Description string   `xml:"description"`
}

type gexfAttribute struct {
	XMLName xml.Name `xml:"attribute"`
	ID      string   `xml:"id,attr"`
	Title   string   `xml:"title,attr"`
	Type    string   `xml:"type,attr"`
}

type gexfNode struct {
	XMLName xml.Name `xml:"node"`
	ID      string   `xml:"id,attr"`
	Label   string   `xml:"label,attr"`
	gexfLife
	Values []gexfValue `xml:"attvalues>attvalue"`
}

type gexfEdge struct {
	XMLName xml.Name `xml:"edge"`
	ID      string   `xml:"id,attr"`
	Source  string   `xml:"source,attr"`
	Target  string   `xml:"target,attr"`
	Label   string   `xml:"label,attr"`
	Kind    string   `xml:"kind,attr"`
	gexfLife
	Values []gexfValue `xml:"attvalues>attvalue"`
}

// gexfLife is one span as attributes, several as spells.
type gexfLife struct {
	Start  gov.Date    `xml:"start,attr,omitempty"`
	End    gov.Date    `xml:"end,attr,omitempty"`
	Spells *gexfSpells `xml:"spells"`
}

type gexfSpells struct {
	Spells []gexfSpell `xml:"spell"`
}

type gexfSpell struct {
	Start gov.Date `xml:"start,attr,omitempty"`
	End   gov.Date `xml:"end,attr,omitempty"`
}

type gexfValue struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}

func writeGEXF(w io.Writer, c *snapshot.County, b Beside) error {
	h, x := b.History, newXMLWriter(w)
	x.open("gexf", "xmlns", gexfSpace, "version", "1.3")
	x.put(gexfMeta{Modified: string(c.Effective()), Creator: "Tiaokuai", Description: c.Name + " " + c.Key})
	if h.Known() {
		x.open("graph", "mode", "dynamic", "timeformat", "date", "timerepresentation", "interval", "defaultedgetype", "directed", "idtype", "string")
	} else {
		x.open("graph", "mode", "static", "defaultedgetype", "directed", "idtype", "string")
	}
	x.gexfAttributes("node", nodeColumns())
	x.gexfAttributes("edge", edgeColumns())
	f, g, past := newFlattener(c, h), c.Graph(), h.Past(c)
	g.Nodes, g.Edges = append(g.Nodes, past.Nodes...), append(g.Edges, past.Edges...)
	g.Sort()
	x.open("nodes")
	for _, n := range g.Nodes {
		e := f.node(n)
		x.put(gexfNode{ID: e.key, Label: e.label, gexfLife: lifeOf(e.spans), Values: gexfValues(e)})
	}
	x.close("nodes")
	x.open("edges")
	for _, v := range g.Edges {
		e := f.edge(v)
		x.put(gexfEdge{ID: e.key, Source: e.from, Target: e.to, Label: e.label, Kind: e.kind, gexfLife: lifeOf(e.spans), Values: gexfValues(e)})
	}
	x.close("edges")
	x.close("graph")
	x.close("gexf")
	return x.end()
}

func (x *xmlWriter) gexfAttributes(of string, columns []column) {
	x.open("attributes", "class", of, "mode", "static")
	for _, col := range columns {
		if col.name != "label" {
			x.put(gexfAttribute{ID: col.name, Title: col.name, Type: gexfType(col.class)})
		}
	}
	x.close("attributes")
}

func gexfType(c class) string {
	switch c {
	case classNumber:
		return "long"
	case classTruth:
		return "boolean"
	case classTexts:
		return "liststring"
	}
	return "string"
}

// gexfValues are an element's attributes; the label is one of GEXF's own.
func gexfValues(e element) []gexfValue {
	out := make([]gexfValue, 0, len(e.attributes))
	for _, a := range e.attributes {
		if a.name != "label" {
			out = append(out, gexfValue{a.name, a.text})
		}
	}
	return out
}

func lifeOf(spans []Span) gexfLife {
	if len(spans) == 1 {
		return gexfLife{Start: spans[0].From, End: spans[0].Until}
	}
	if len(spans) == 0 {
		return gexfLife{}
	}
	var all gexfSpells
	for _, s := range spans {
		all.Spells = append(all.Spells, gexfSpell{s.From, s.Until})
	}
	return gexfLife{Spells: &all}
}
