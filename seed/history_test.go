package seed_test

import (
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// TestOrgansOf2019: 七办五中心（站） in every township, and the one organ that the report names.
func TestOrgansOf2019(t *testing.T) {
	c := at(t, 1)
	for _, township := range c.Townships() {
		count := map[gov.OrganKind]int{}
		for _, o := range township.Organs() {
			count[o.Kind]++
		}
		if count[gov.OrganOffice] != 7 || count[gov.OrganInstitution] != 5 {
			t.Errorf("%s has %v", township.Name, count)
		}
	}
	for _, o := range c.Filter([]gov.Basis{gov.BasisDocument}, "b").Organs() {
		if !o.Kind.Station() && o.Name != "综合执法办公室" {
			t.Errorf("%s of 2019 is %s", o.Name, o.Basis)
		}
	}
}

// TestOrgansOf2019LeadToThoseOf2022: every organ of 2019 is still there under its key, or leads to organs that are.
func TestOrgansOf2019LeadToThoseOf2022(t *testing.T) {
	head := load(t).county
	for _, o := range at(t, 1).Organs() {
		e, ok := head.Entity(o.Key)
		if !ok {
			t.Errorf("%s does not resolve", o.Key)
			continue
		}
		if former, ok := e.(snapshot.Former); ok && len(former.Successors()) == 0 {
			t.Errorf("%s leads nowhere", o.Key)
		}
	}
	former, ok := snapshot.Lookup[snapshot.Former](head, "organ/大冶镇/综合执法办公室")
	if !ok || former.Reason != gov.SuccessionReplaced || former.Successors()[0].NodeName() != "综合行政执法大队" {
		t.Errorf("综合执法办公室 became %+v", former)
	}
	renamed, _ := snapshot.Lookup[snapshot.Organ](head, "organ/大冶镇/党政综合办公室")
	if renamed.FormerNames[0] != "党政办公室" || renamed.BasisOf("formerNames") != gov.BasisIllustrative || renamed.Basis != gov.BasisDocument {
		t.Errorf("党政综合办公室 was %v", renamed.FormerNames)
	}
}

// TestStationsBeforeTheReform: 条块“两张皮” in 2019, not for these three since 2022.
func TestStationsBeforeTheReform(t *testing.T) {
	gaps := func(revision int) int {
		n := 0
		for _, o := range overlap.Of(at(t, revision).Filter([]gov.Basis{gov.BasisDocument}, "b")).All {
			if o.Kind == gov.OverlapLineBlockGap {
				n++
			}
		}
		return n
	}
	if gaps(1) != 33 || gaps(3) != 0 {
		t.Errorf("%d gaps in 2019, %d in 2022", gaps(1), gaps(3))
	}
}
