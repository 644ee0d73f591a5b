package seed_test

import (
	"slices"
	"strings"
	"testing"

	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

// opinions are how the sentences of the report begin that state no fact of their own: the title, headings, and what
// the report thinks of it all.
var opinions = []string{
	"关于深化基层治理体制机制创新的调研与思考", "乡镇政府工作的好坏", "一、改革探索", "（一）坚持机构优化设置", "乡镇机构设置不优", "机构运行更加扁平高效",
	"（二）坚持权责重构", "有责无权", "市委编办从解决权责不对等问题入手", "（三）坚持协同高效", "着眼解决乡镇企业群众", "（四）坚持资源整合", "事多人少",
	"市委编办从解决编制较少", "二、存在问题", "随着改革的不断深入", "（一）乡镇综合行政执法能力", "目前，乡镇执法力量", "（二）属地管理体制面临", "（三）机构设置还有",
	"（四）干部队伍结构不合理", "三、对策和建议", "（一）多措并举", "属地管理可以赋予", "（四）优化干部队伍结构", "乡镇是我国行政管理体制设置中",
}

// TestEverySentenceIsCited: what the report says stands behind some node, edge or attribute, or is an opinion.
func TestEverySentenceIsCited(t *testing.T) {
	sources, used := load(t).county.Sources(), map[string]bool{}
	text := strings.NewReplacer("##paidbegin##", "", "##paidend##", "", "\n", "。").Replace(seed.Document())
	for sentence := range strings.SplitSeq(text, "。") {
		if sentence == "" || slices.ContainsFunc(sources, func(s snapshot.Source) bool { return strings.Contains(s.Quote, sentence) }) {
			continue
		}
		i := slices.IndexFunc(opinions, func(o string) bool { return strings.HasPrefix(sentence, o) })
		if i < 0 {
			t.Errorf("nothing in the seed cites: %s", sentence)
			continue
		}
		used[opinions[i]] = true
	}
	for _, o := range opinions {
		if !used[o] {
			t.Errorf("no uncited sentence begins %q", o)
		}
	}
}

// TestEverySourceIsUsed: sources.json holds nothing that the seed does not rest on.
func TestEverySourceIsUsed(t *testing.T) {
	var file struct {
		Report, Others []struct{ Key string }
	}
	readData(t, "sources.json", &file)
	for _, s := range append(file.Report, file.Others...) {
		if _, ok := load(t).county.Node(s.Key); !ok {
			t.Errorf("nothing cites %s", s.Key)
		}
	}
}
