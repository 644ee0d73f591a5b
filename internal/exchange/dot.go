package exchange

import (
	"bufio"
	"io"
	"strings"
	"unicode"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// dot is the language of Graphviz: a township is a cluster of its organs and leaders. Every attribute is there under its
// own name; none is one that Graphviz reads.
var dot = Format{
	Extension: "dot", MediaType: "text/vnd.graphviz",
	Title:       gov.Text{ZH: "Graphviz DOT", EN: "Graphviz DOT"},
	Description: gov.Text{ZH: "供 Graphviz 绘图，每个乡镇为一个簇", EN: "for drawing by Graphviz, each township a cluster"},
	Write:       writeDOT,
}

// dotNodes are the looks of the kinds of node.
var dotNodes = map[gov.NodeKind]string{
	gov.NodeCounty: "shape=house", gov.NodeTownship: "shape=tab", gov.NodeOrgan: "shape=box", gov.NodeDepartment: "shape=box3d", gov.NodeSection: "shape=component",
	gov.NodeLeader: "shape=ellipse", gov.NodeDuty: "shape=note", gov.NodeMeasure: "shape=hexagon", gov.NodeIndicator: "shape=parallelogram",
	gov.NodeSource: "shape=folder", gov.NodeFormer: `shape=box, style=dashed`,
}

// dotEdges are the looks of the kinds of edge. Only lines of work shape the layout, so that it stays readable.
var dotEdges = map[gov.EdgeKind]string{
	gov.EdgeCounterpart: "color=blue", gov.EdgeCharge: "color=darkgreen", gov.EdgeAssignment: "color=gray40", gov.EdgeDispatch: "color=purple, style=dashed",
	gov.EdgeSharedOffice: "color=orange, dir=none", gov.EdgeSuccession: "color=gray60, style=dotted",
}

func writeDOT(w io.Writer, c *snapshot.County, _ Beside) error {
	out := bufio.NewWriterSize(w, 64<<10)
	d := dotWriter{out, newFlattener(c, History{})}
	say(out, "digraph "+dotText(c.Key)+" {\n")
	say(out, "graph [label="+dotLabel(c.Name)+", rankdir=LR, ranksep=2, fontname=\"Noto Sans CJK SC\", charset=\"UTF-8\"];\n")
	say(out, "node [fontname=\"Noto Sans CJK SC\"];\nedge [fontname=\"Noto Sans CJK SC\"];\n")
	g := c.Graph()
	inside := map[string][]gov.Node{}
	for _, n := range g.Nodes {
		if t := blockOf(n); t != "" {
			inside[t] = append(inside[t], n)
		} else {
			d.node(n)
		}
	}
	for _, t := range c.Townships() {
		say(out, "subgraph "+dotText("cluster/"+t.Key)+" {\nlabel="+dotLabel(t.Name)+";\n")
		for _, n := range inside[t.Key] {
			d.node(n)
		}
		say(out, "}\n")
	}
	for _, e := range g.Edges {
		d.edge(e)
	}
	say(out, "}\n")
	return out.Flush()
}

// blockOf is the cluster of a node: a township stands in its own.
func blockOf(n gov.Node) string {
	if n.NodeKind() == gov.NodeTownship {
		return n.NodeKey()
	}
	return townshipOf(n)
}

type dotWriter struct {
	out *bufio.Writer
	*flattener
}

func (d dotWriter) node(n gov.Node) {
	e := d.flattener.node(n)
	say(d.out, dotText(e.key)+" ["+dotNodes[n.NodeKind()])
	d.attributes(e)
}

func (d dotWriter) edge(v gov.Edge) {
	e := d.flattener.edge(v)
	say(d.out, dotText(e.from)+" -> "+dotText(e.to)+" ["+dotEdges[v.EdgeKind()])
	d.attributes(e)
}

func (d dotWriter) attributes(e element) {
	for _, a := range e.attributes {
		quote := dotText
		if a.name == "label" {
			quote = dotLabel
		}
		say(d.out, ", "+a.name+"="+quote(a.text))
	}
	say(d.out, "];\n")
}

// dotText quotes a text. Within quotes only \" is an escape, and a \ before the closing quote would be one, so each \ is
// doubled; control characters other than tab and line ends, which no file of text may hold, become U+FFFD.
func dotText(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' && r != '\n' && r != '\r' {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return `"` + dotQuotes.Replace(s) + `"`
}

var (
	dotQuotes = strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	dotLines  = strings.NewReplacer("\r\n", "\n", "\r", "\n", "&", "&amp;")
)

// dotLabel quotes a text that Graphviz draws: a line end is \n there, and &lt; would be read as an entity.
func dotLabel(s string) string {
	quoted := dotText(dotLines.Replace(s))
	return strings.ReplaceAll(quoted, "\n", `\n`)
}
