package exchange

import (
	"bufio"
	"io"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// cytoscape is the elements JSON of Cytoscape.js, which Cytoscape Desktop reads as .cyjs too. A township is the compound
// parent of its organs and leaders; lists and structures stay what they are.
var cytoscape = Format{
	Extension: "cyjs", MediaType: "application/json",
	Title:       gov.Text{ZH: "Cytoscape JSON", EN: "Cytoscape JSON"},
	Description: gov.Text{ZH: "供 Cytoscape.js 和 Cytoscape 桌面版使用，乡镇为复合节点", EN: "for Cytoscape.js and Cytoscape Desktop, townships as compound nodes"},
	Write:       writeCytoscape,
}

type cytoscapeElement struct {
	Data    map[string]any `json:"data"`
	Classes string         `json:"classes"`
}

func writeCytoscape(w io.Writer, c *snapshot.County, _ Beside) error {
	out := bufio.NewWriterSize(w, 64<<10)
	f, g := newFlattener(c, History{}), c.Graph()
	say(out, `{"format_version":"1.0","generated_by":"Tiaokuai","data":`)
	say(out, string(marshal(map[string]any{"name": c.Name, "county": c.Key, "revision": c.Revision(), "effective": c.Effective()})))
	say(out, `,"elements":{"nodes":[`)
	for i, n := range g.Nodes {
		e := f.node(n)
		data := e.data()
		if e.parent != "" {
			data["parent"] = e.parent
		}
		sayItem(out, i, cytoscapeElement{data, e.kind})
	}
	say(out, "\n],\"edges\":[")
	for i, v := range g.Edges {
		e := f.edge(v)
		data := e.data()
		data["source"], data["target"], data["interaction"] = e.from, e.to, e.label
		sayItem(out, i, cytoscapeElement{data, e.kind})
	}
	say(out, "\n]}}\n")
	return out.Flush()
}

// data are the attributes, under id the key. None has a name that Cytoscape keeps for itself (id, parent, source, target).
func (e element) data() map[string]any {
	out := map[string]any{"id": e.key}
	for _, a := range e.attributes {
		out[a.name] = a.value
	}
	return out
}

// say writes text; an error stays in the writer until it is flushed.
func say(out *bufio.Writer, text string) { _, _ = out.WriteString(text) }

// sayItem writes one item of a JSON array on a line of its own.
func sayItem(out *bufio.Writer, i int, v any) {
	if i > 0 {
		say(out, ",")
	}
	say(out, "\n")
	_, _ = out.Write(marshal(v))
}
