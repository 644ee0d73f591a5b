package exchange

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// graphML is GraphML 1.0 (graphml.graphdrawing.org), one directed graph with typed keys. Ids are XML name tokens made
// from keys by [token]; the keys themselves are the attribute key.
var graphML = Format{
	Extension: "graphml", MediaType: "application/graphml+xml",
	Title:       gov.Text{ZH: "GraphML 图", EN: "GraphML"},
	Description: gov.Text{ZH: "全部节点和关系及其属性，可用 Gephi、yEd、Cytoscape、networkx、igraph 打开", EN: "every node and edge with typed attributes, for Gephi, yEd, Cytoscape, networkx and igraph"},
	Write:       writeGraphML,
}

const graphMLSpace = "http://graphml.graphdrawing.org/xmlns"

type graphMLKey struct {
	XMLName xml.Name `xml:"key"`
	ID      string   `xml:"id,attr"`
	For     string   `xml:"for,attr"`
	Name    string   `xml:"attr.name,attr"`
	Type    string   `xml:"attr.type,attr"`
}

type graphMLNode struct {
	XMLName xml.Name      `xml:"node"`
	ID      string        `xml:"id,attr"`
	Data    []graphMLData `xml:"data"`
}

type graphMLEdge struct {
	XMLName xml.Name      `xml:"edge"`
	ID      string        `xml:"id,attr"`
	Source  string        `xml:"source,attr"`
	Target  string        `xml:"target,attr"`
	Data    []graphMLData `xml:"data"`
}

type graphMLData struct {
	Key  string `xml:"key,attr"`
	Text string `xml:",chardata"`
}

func writeGraphML(w io.Writer, c *snapshot.County, _ Beside) error {
	x := newXMLWriter(w)
	x.open("graphml", "xmlns", graphMLSpace)
	for _, col := range nodeColumns() {
		x.put(graphMLKey{ID: "node." + col.name, For: "node", Name: col.name, Type: graphMLType(col.class)})
	}
	for _, col := range append(edgeColumns(), column{"key", classText}) {
		x.put(graphMLKey{ID: "edge." + col.name, For: "edge", Name: col.name, Type: graphMLType(col.class)})
	}
	x.open("graph", "id", token(c.Key), "edgedefault", "directed")
	f, g := newFlattener(c, History{}), c.Graph()
	for _, n := range g.Nodes {
		e := f.node(n)
		x.put(graphMLNode{ID: token(e.key), Data: graphMLValues("node.", e)})
	}
	for _, v := range g.Edges {
		e := f.edge(v)
		e.add("key", e.key)
		x.put(graphMLEdge{ID: token(e.key), Source: token(e.from), Target: token(e.to), Data: graphMLValues("edge.", e)})
	}
	x.close("graph")
	x.close("graphml")
	return x.end()
}

func graphMLValues(prefix string, e element) []graphMLData {
	out := make([]graphMLData, len(e.attributes))
	for i, a := range e.attributes {
		out[i] = graphMLData{prefix + a.name, a.text}
	}
	return out
}

func graphMLType(c class) string {
	switch c {
	case classNumber:
		return "long"
	case classTruth:
		return "boolean"
	}
	return "string"
}

// token makes a key an XML name token (NMTOKEN), which no two keys share: letters of ASCII, digits, "-", "." and the
// common Chinese characters stay, "/" is ":", "|" is "__", any other character its code in hexadecimal between "_".
func token(key string) string {
	var b strings.Builder
	for _, r := range key {
		switch {
		case r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r == '-', r == '.', r >= '\u4e00' && r <= '\u9fa5':
			b.WriteRune(r)
		case r == '/':
			b.WriteByte(':')
		case r == '|':
			b.WriteString("__")
		default:
			b.WriteString("_" + strconv.FormatInt(int64(r), 16) + "_")
		}
	}
	return b.String()
}

// xmlWriter writes XML element by element; the first error stays. A character that XML cannot hold (U+0000 to U+001F
// but tab and line ends, U+FFFE, U+FFFF, broken UTF-8) becomes U+FFFD, as encoding/xml does it.
type xmlWriter struct {
	out     *bufio.Writer
	encoder *xml.Encoder
	err     error
}

func newXMLWriter(w io.Writer) *xmlWriter {
	out := bufio.NewWriterSize(w, 64<<10)
	_, err := out.WriteString(xml.Header)
	e := xml.NewEncoder(out)
	e.Indent("", " ")
	return &xmlWriter{out, e, err}
}

// open begins an element with attributes: name, value, name, value.
func (x *xmlWriter) open(name string, attributes ...string) {
	start := xml.StartElement{Name: xml.Name{Local: name}}
	for i := 0; i < len(attributes); i += 2 {
		start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: attributes[i]}, Value: attributes[i+1]})
	}
	x.do(func() error { return x.encoder.EncodeToken(start) })
}

func (x *xmlWriter) close(name string) {
	x.do(func() error { return x.encoder.EncodeToken(xml.EndElement{Name: xml.Name{Local: name}}) })
}

// put writes a whole element.
func (x *xmlWriter) put(v any) { x.do(func() error { return x.encoder.Encode(v) }) }

func (x *xmlWriter) do(write func() error) {
	if x.err == nil {
		x.err = write()
	}
}

func (x *xmlWriter) end() error {
	x.do(x.encoder.Close)
	x.do(func() error { return x.out.WriteByte('\n') })
	x.do(x.out.Flush)
	return x.err
}
