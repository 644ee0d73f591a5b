package sheets

import (
	"strconv"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
)

// ranked is a row of the sheet of proposals.
type ranked struct {
	proposal.Proposal
	rank int
}

// proposalSheet shows what could be done about the overlaps; it is computed, and import skips it.
func proposalSheet() Sheet {
	column := func(header, name string, width int, get func(w *writer, p ranked) string) Column {
		return virtual(header, name, func(w *writer, v any) string { return get(w, v.(ranked)) }).wide(width)
	}
	amount := func(header, name string, of func(p ranked) gov.Micro) Column {
		return column(header, name, 10, func(_ *writer, p ranked) string { return of(p).String() }).numeric()
	}
	count := func(header, name string, of func(p ranked) int) Column {
		return column(header, name, 8, func(_ *writer, p ranked) string { return strconv.Itoa(of(p)) }).numeric()
	}
	return Sheet{
		Name: "建议", English: "proposals", Aliases: []string{"建议清单"}, ReadOnly: true,
		Note: "本表由系统按默认价格和权重试算（未计入问题研判），只供查看，导入时忽略。建议均为拟提请研究，不是决定。",
		Columns: []Column{
			count("排名", "rank", func(p ranked) int { return p.rank }),
			column("类型", "kind", 14, func(_ *writer, p ranked) string { return rungName(p.Kind) }),
			column("乡镇", "township", 12, func(w *writer, p ranked) string { return w.plain(p.Scope.Township) }),
			column("建议", "title", 40, func(_ *writer, p ranked) string { return p.Title.ZH }),
			amount("净收益", "netGain", func(p ranked) gov.Micro { return p.Net() }),
			amount("降低成本", "gain", func(p ranked) gov.Micro { return p.Gain }),
			amount("办法价格", "price", func(p ranked) gov.Micro { return p.Price }),
			amount("之前成本", "before", func(p ranked) gov.Micro { return p.Before.Cost }),
			amount("之后成本", "after", func(p ranked) gov.Micro { return p.After.Cost }),
			count("化解重叠", "resolves", func(p ranked) int { return len(p.Resolves) }),
			count("新增重叠", "introduces", func(p ranked) int { return len(p.Introduces) }),
			column("理由", "rationale", 60, func(_ *writer, p ranked) string { return p.Rationale.ZH }),
			column("提请事项", "request", 40, func(_ *writer, p ranked) string { return p.Request.ZH }),
			column("约束", "constraints", 40, func(_ *writer, p ranked) string { return heldTo(p.Checks) }),
			column("其他办法", "alternatives", 60, func(_ *writer, p ranked) string { return otherWays(p.Alternatives) }),
			column("须知", "notes", 40, func(_ *writer, p ranked) string { return chinese(p.Notes, "；") }),
		},
		values: func(c *source, yield func(any) bool) {
			for i, p := range c.proposals {
				if !yield(ranked{p, i + 1}) {
					return
				}
			}
		},
	}
}

func rungName(kind proposal.Kind) string {
	r, _ := proposal.Lookup(kind)
	return r.Name.ZH
}

// heldTo tells the rules that are broken or ask for something, each with where it comes from.
func heldTo(checks []proposal.Check) string {
	var open []string
	for _, c := range checks {
		switch c.Verdict {
		case proposal.Violated:
			open = append(open, "不符合："+c.Text.ZH+sourced(c.Source.ZH))
		case proposal.Attention:
			open = append(open, "需注意："+c.Text.ZH+sourced(c.Source.ZH))
		}
	}
	if len(open) == 0 {
		return "均符合"
	}
	return strings.Join(open, "；")
}

func sourced(source string) string {
	if source == "" {
		return ""
	}
	return "（" + source + "）"
}

// otherWays are the cheaper cures and the runners-up, each with why it lost.
func otherWays(ways []proposal.Alternative) string {
	out := make([]string, len(ways))
	for i, a := range ways {
		out[i] = a.Title.ZH + "（净收益" + a.Net().String() + "）：" + a.Reason.ZH
	}
	return strings.Join(out, "\n")
}

func chinese(texts []gov.Text, between string) string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = t.ZH
	}
	return strings.Join(out, between)
}
