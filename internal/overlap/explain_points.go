package overlap

import (
	"strconv"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// explainPoints shows how the excess at a department's points adds up. Points where equally many stand are summed, so
// that a department of twenty sections stays one sentence.
func explainPoints(d snapshot.Department, at crowd, who gov.Text) gov.Text {
	sections := d.SectionCount()
	if len(at.weights) == 1 {
		k := len(at.at[0])
		whole := gov.Textf("未登记业务科室，按1个对接点计", "has no section on record and is one point")
		if sections > 0 {
			whole = gov.Textf("有%[1]d个业务科室，对口均未细化到科室，各点相同", "has %[1]d sections, all faced as a whole and so alike", sections)
		}
		return say("%[1]s%[2]s：%[3]d个%[4]s−1＝%[5]d。", "%[1]s %[2]s: %[3]d %[4]s − 1 = %[5]d.", d.Name, whole, k, who, k-1)
	}
	return say("%[1]s有%[2]d个业务科室，按科室计：%[3]s。", "%[1]s has %[2]d sections; by section: %[3]s.", d.Name, sections, sumOfPoints(at))
}

// sumOfPoints is (3−1)×0.666667＋(2−1)×0.333333＝1.666667, most crowded first.
func sumOfPoints(at crowd) gov.Text {
	weight := map[int]gov.Micro{}
	most := 0
	for p, who := range at.at {
		weight[len(who)] += at.weights[p]
		most = max(most, len(who))
	}
	var zh, en []string
	for k := most; k > 1; k-- {
		if w := weight[k]; w > 0 {
			n := strconv.Itoa(k)
			zh = append(zh, "("+n+"−1)×"+w.String())
			en = append(en, "("+n+" − 1) × "+w.String())
		}
	}
	sum := at.excess().String()
	return gov.Text{ZH: strings.Join(zh, "＋") + "＝" + sum, EN: strings.Join(en, " + ") + " = " + sum}
}
