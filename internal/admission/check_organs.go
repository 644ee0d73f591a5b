package admission

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

func (k *checker) bearer(c Content, b Bearer, i int) {
	k.organ(c, b.Organ, b.Townships, "bearers", i)
	probe := gov.Assignment{From: "from", To: "to", Role: cmp.Or(b.Role, gov.AssignmentLead), Actions: b.Actions}
	k.p = append(k.p, probe.Check().At("bearers", i)...)
}

func (k *checker) posts(c Content, g Posts, i int) {
	k.organ(c, g.Organ, g.Townships, "posts", i)
	probe := gov.Organ{Key: "key", Township: "township", Name: "name", Kind: gov.OrganOffice, Posts: g.Posts}
	k.p = append(k.p, probe.Check().At("posts", i)...)
	k.refuse(len(g.Posts) == 0, gov.Textf("请填写编制类型和数量", "say which posts and how many"), "posts", i, "posts")
	for j, one := range g.Posts {
		k.refuse(one.Count < 1, gov.Textf("编制数至少为 1", "at least one post"), "posts", i, "posts", j, "count")
	}
}

// organ refuses no name at all, an organ of a township that is not applied for, and townships beside a key.
func (k *checker) organ(c Content, organ string, townships []string, path ...any) {
	at := func(field ...any) []any { return append(slices.Clone(path), field...) }
	k.refuse(organ == "", gov.Textf("请填写机构", "name the organ"), at("organ")...)
	if o, isKey := snapshot.Lookup[snapshot.Organ](k.county, organ); isKey {
		k.refuse(!slices.Contains(c.Townships, o.Township().Key), gov.Textf("该机构不在承接的乡镇", "the organ is in no township applied for"), at("organ")...)
		k.refuse(len(townships) > 0, gov.Textf("按编号填写机构时不填乡镇", "townships go with a name, not with a key"), at("townships")...)
	}
	for i, key := range townships {
		k.refuse(!slices.Contains(c.Townships, key), gov.Textf("不是承接的乡镇", "this township is not applied for"), at("townships", i)...)
	}
}
