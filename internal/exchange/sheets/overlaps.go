package sheets

import (
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// finding is a row of the sheet of overlaps: an overlap with the county it was found in.
type finding struct {
	overlap.Overlap
	county *snapshot.County
}

// overlapSheet shows the overlaps of a county; it is computed, and import skips it.
func overlapSheet() Sheet {
	column := func(header, name string, width int, get func(w *writer, f finding) string) Column {
		return virtual(header, name, func(w *writer, v any) string { return get(w, v.(finding)) }).wide(width)
	}
	return Sheet{
		Name: "重叠", English: "overlaps", Aliases: []string{"重叠情况", "重叠清单"}, ReadOnly: true,
		Note: "本表由系统计算，只供查看，导入时忽略。重叠是协调成本，不是违规。",
		Columns: []Column{
			column("重叠类别", "kind", 14, func(_ *writer, f finding) string { return overlapName(f.Kind) }),
			column("乡镇", "township", 12, func(w *writer, f finding) string { return w.name("", f.Township, gov.NodeTownship) }),
			column("重叠对象", "subject", 24, func(w *writer, f finding) string { return w.plain(f.Subject) + f.Topic }),
			column("参与方", "participants", 40, func(w *writer, f finding) string {
				names := make([]string, len(f.Participants))
				for i, key := range f.Participants {
					names[i] = w.plain(key)
				}
				return strings.Join(names, "、")
			}),
			column("协调成本", "cost", 10, func(_ *writer, f finding) string { return f.Cost.String() }).numeric(),
			column("其中必要", "irreducible", 10, func(_ *writer, f finding) string { return f.Irreducible.String() }).numeric(),
			column("程度", "severity", 8, func(_ *writer, f finding) string { return severityWords.zh(string(f.Severity)) }),
			column("说明", "explanation", 60, func(_ *writer, f finding) string { return overlap.Explain(f.county, f.Overlap).ZH }),
		},
		values: func(c *source, yield func(any) bool) {
			for _, o := range overlap.Of(c.County).All {
				if !yield(finding{o, c.County}) {
					return
				}
			}
		},
	}
}

// plain is the name of a node as people say it, whether or not another has it too.
func (d *directory) plain(key string) string {
	if e := d.byKey[key]; e != nil && e.name != "" {
		return e.name
	}
	return key
}
