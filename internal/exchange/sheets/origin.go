package sheets

import (
	"strings"

	"tiaokuai/internal/gov"
)

// withOrigin are a sheet's columns with those that every sheet has at its end: where a row comes from.
func withOrigin[N any](of func(N) *gov.Provenance, columns ...Column) []Column {
	basis := code("依据类别", "basis", basisWords, func(n N) *gov.Basis { return &of(n).Basis }, "").also("依据性质")
	sources := references("依据来源", "sources", func(n N) *[]string { return &of(n).Sources }, gov.NodeSource).
		also("依据", "文件依据", "来源").noted("依据表中的编号或文件名，多个用、或；隔开。")
	own := Column{Header: "分项依据", Name: "attributes", Width: 24, Note: "个别栏目另有依据的，写作“栏目｜依据类别｜依据来源”，多条用；隔开或换行。"}
	own.get = func(w *writer, v any) string { return writeAttributes(w, columns, of(v.(N)).Attributes) }
	own.set = func(c *cell, v any) { of(v.(N)).Attributes = readAttributes(c, columns) }
	own.keys = func(v any) []string {
		var out []string
		for _, a := range of(v.(N)).Attributes {
			out = append(out, a.Sources...)
		}
		return out
	}
	return append(columns, basis, sources, own)
}

func writeAttributes(w *writer, columns []Column, attributes []gov.AttributeBasis) string {
	out := make([]string, len(attributes))
	for i, a := range attributes {
		var r record
		r.field("", quoted(headerOf(columns, a.Attribute)))
		r.field("", basisWords.zh(string(a.Basis)))
		r.field("依据", w.names("", a.Sources, gov.NodeSource))
		out[i] = r.String()
	}
	return strings.Join(out, "；")
}

func headerOf(columns []Column, attribute string) string {
	for _, c := range columns {
		if c.Name == attribute {
			return c.Header
		}
	}
	return attribute
}

func attributeOf(columns []Column, header string) string {
	folded := foldHeader(header)
	for _, c := range columns {
		if c.means(folded) {
			return c.Name
		}
	}
	return header
}

func readAttributes(c *cell, columns []Column) []gov.AttributeBasis {
	var out []gov.AttributeBasis
	for _, text := range split(c.text, recordSigns) {
		first, labelled := fields(text)
		a := gov.AttributeBasis{}
		for i, f := range first {
			switch i {
			case 0:
				a.Attribute = attributeOf(columns, bare(f))
			case 1:
				code, _ := c.code(basisWords, bare(f))
				a.Basis = gov.Basis(code)
			case 2:
				a.Sources = c.findAll("", f, gov.NodeSource)
			default:
				c.fail(nil, "分项依据 %[1]q 应写作“栏目｜依据类别｜依据来源”", "%[1]q must be written column|basis|sources", text)
			}
		}
		for _, f := range labelled {
			a.Sources = append(a.Sources, c.findAll("", f[1], gov.NodeSource)...)
		}
		if a.Attribute == "" || a.Basis == "" && len(a.Sources) == 0 {
			c.fail(nil, "分项依据 %[1]q 应写作“栏目｜依据类别｜依据来源”", "%[1]q must be written column|basis|sources", text)
			continue
		}
		out = append(out, a)
	}
	return out
}
