package overlap

import (
	"fmt"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Explain says in both languages what was found and how its cost adds up, on the snapshot it was found in. Its words
// are those of coordination, not of offence: one organ serving several departments is commonly allowed.
func Explain(c *snapshot.County, o Overlap) gov.Text {
	d, ok := Lookup(o.Kind)
	if !ok {
		return gov.Text{}
	}
	return d.Explain(c, o)
}

// Explain says what was found and how its cost adds up to the last digit.
func (d Detector) Explain(c *snapshot.County, o Overlap) gov.Text {
	return sentences(d.explain(c, o), d.bill(c, o))
}

// bill is the last sentence of an explanation: weight × excess = cost, and which part of it stays.
func (d Detector) bill(c *snapshot.County, o Overlap) gov.Text {
	weight := d.WeightIn(c)
	if weight == 0 {
		return gov.Textf("不计协调成本（权重0×%s＝0）。", "It costs no coordination (weight 0 × %s = 0).", o.Excess)
	}
	if o.Irreducible == 0 {
		return gov.Textf("协调成本＝权重%s×%s＝%s。", "It costs coordination: weight %s × %s = %s.", weight, o.Excess, o.Cost)
	}
	return gov.Textf("协调成本＝权重%s×%s＝%s，其中必要%s、可优化%s。",
		"It costs coordination: weight %s × %s = %s, of which %s is necessary and %s can be saved.",
		weight, o.Excess, o.Cost, o.Irreducible, o.Reducible())
}

// sentences joins sentences: English ones by a space.
func sentences(ts ...gov.Text) gov.Text {
	var zh, en []string
	for _, t := range ts {
		if t != (gov.Text{}) {
			zh, en = append(zh, t.ZH), append(en, t.EN)
		}
	}
	return gov.Text{ZH: strings.Join(zh, ""), EN: strings.Join(en, " ")}
}

// nameOf is the name of the node with a key, else the key.
func nameOf(c *snapshot.County, key string) string {
	if n, ok := c.Node(key); ok {
		return n.NodeName()
	}
	return key
}

// namesOf lists names in both languages.
func namesOf(c *snapshot.County, keys []string) gov.Text {
	names := make([]string, len(keys))
	for i, key := range keys {
		names[i] = nameOf(c, key)
	}
	return listed(names)
}

func listed(names []string) gov.Text {
	return gov.Text{ZH: strings.Join(names, "、"), EN: strings.Join(names, ", ")}
}

// say formats a Chinese and an English pattern, each with its own language of every gov.Text among the arguments.
func say(zh, en string, args ...any) gov.Text {
	return gov.Text{ZH: fmt.Sprintf(zh, in(gov.LanguageZH, args)...), EN: fmt.Sprintf(en, in(gov.LanguageEN, args)...)}
}

func in(l gov.Language, args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		if t, ok := a.(gov.Text); ok {
			a = t.In(l)
		}
		out[i] = a
	}
	return out
}

// report cites the source document, on which the kinds of overlap stand.
func report(part, quote string) gov.Text {
	return gov.Textf("《关于深化基层治理体制机制创新的调研与思考》%s：“%s”", "Source report (《关于深化基层治理体制机制创新的调研与思考》) %s: “%s”", part, quote)
}
