package atlas_test

import (
	"errors"
	"strings"
	"testing"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
)

var approval = &change.RecordApproval{Authority: "甲县县委编委", Document: "甲编〔2024〕1号", Date: "2024-03-01"}

func TestReformsNeedAnApproval(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	county := create(t, a)
	organs := county.Townships()[0].Organs()
	merge := &change.MergeOrgans{Organs: []string{organs[0].Key, organs[1].Key}, Into: organs[0].Key}
	for name, e := range map[string]change.Edit{
		"create": &change.CreateOrgan{Node: gov.Organ{Township: organs[0].Township().Key, Name: "新办", Kind: gov.OrganOffice}},
		"merge":  merge, "abolish": &change.AbolishOrgan{Organ: organs[0].Key}, "remove": &change.RemoveOrgan{Key: organs[0].Key},
	} {
		ch := atlas.Change{ID: name, County: county.Key, Base: 1, Edits: []change.Edit{e}}
		_, err := a.Commit(t.Context(), ch)
		_, _, foreseen := a.Preview(t.Context(), ch)
		for _, err := range []error{err, foreseen} {
			var refused *gov.Error
			if !errors.As(err, &refused) || refused.Code != gov.CodeInvalid || !strings.Contains(refused.Hint.ZH, "recordApproval") {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	commit(t, a, county.Key, 1, merge, approval)
	if _, err := a.Revert(t.Context(), county.Key+"-2", atlas.Change{ID: "back", County: county.Key}); err != nil {
		t.Errorf("taking a reform back: %v", err)
	}
	if !gov.SameGraph(head(t, a, county.Key).Graph(), county.Graph()) {
		t.Error("the county differs after the reform was taken back")
	}
}

func TestASandboxNeedsNoApproval(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	county := countytest.Parse(t, text)
	commit(t, a, county.Key, 0, append(change.Between(nil, county), &change.UpdateCounty{Key: county.Key, Set: []byte(`{"sandbox":true}`)})...)
	commit(t, a, county.Key, 1, &change.AbolishOrgan{Organ: county.Townships()[0].Organs()[0].Key})
}

func TestARankIsNotChangedUnapproved(t *testing.T) {
	a := start(t, atlas.Config{Store: open(t)})
	county := create(t, a)
	key := county.Townships()[0].Organs()[0].Key
	commit(t, a, county.Key, 1, &change.UpdateOrgan{Key: key, Set: []byte(`{"rank":"正股级"}`)}) // put on record for the first time
	ch := atlas.Change{ID: "up", County: county.Key, Base: 2, Edits: []change.Edit{&change.UpdateOrgan{Key: key, Set: []byte(`{"rank":"副科级"}`)}}}
	if _, err := a.Commit(t.Context(), ch); gov.CodeOf(err) != gov.CodeInvalid {
		t.Errorf("a rank changed: %v", err)
	}
}
