package change_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
)

// roll is a random edit of a kind; createCounty stands outside the county that the others edit.
func roll(t *rapid.T, name string, draft *change.Draft) change.Edit {
	if name == "createCounty" {
		return &change.CreateCounty{Node: gov.County{Key: "410185", Name: "登封市", Kind: gov.CountyCity}}
	}
	e, written := countytest.RandomEditOf(name, countytest.Rapid(t), draft)
	if !written {
		t.Fatalf("countytest has no generator for %s", name)
	}
	return e
}

func TestEveryEdit(t *testing.T) {
	applied := map[string]bool{"createCounty": true} // no county admits a second one
	rapid.Check(t, func(t *rapid.T) {
		base := countytest.Random(countytest.Rapid(t))
		for _, record := range change.Catalogue() {
			draft := change.NewDraft(base, 2)
			if e := roll(t, record.Name, draft); e != nil && try(t, record.Name, e, draft) {
				applied[record.Name] = true
			}
		}
	})
	for _, record := range change.Catalogue() {
		if !applied[record.Name] {
			t.Errorf("no random %s ever applies", record.Name)
		}
	}
}

// try holds what is true of every edit and says whether it applied.
func try(t *rapid.T, kind string, e change.Edit, draft *change.Draft) bool {
	roundTrip(t, e)
	said := e.Sentence(draft.Name)
	if said.ZH == "" || said.EN == "" || strings.Contains(said.ZH+said.EN, "%!") {
		t.Errorf("%s: sentence %q, %q", kind, said.ZH, said.EN)
	}
	before := draft.Delta()
	p := e.Apply(draft)
	if len(p) > 0 && !gov.Equal(draft.Delta(), before) {
		t.Errorf("%s: an edit with problems has written: %v", kind, p)
	}
	for _, one := range p {
		if one.Message.ZH == "" || len(one.Path) == 0 {
			t.Errorf("%s: problem without a message or place: %v", kind, one)
		}
	}
	return len(p) == 0
}

// roundTrip holds that decode after encode is the edit itself.
func roundTrip(t *rapid.T, e change.Edit) {
	raw, err := change.Encode([]change.Edit{e})
	if err != nil {
		t.Fatal(err)
	}
	back, err := change.Decode(raw)
	if err != nil {
		t.Fatalf("%s: %v", raw, err)
	}
	if !reflect.DeepEqual(back, []change.Edit{e}) {
		again, _ := change.Encode(back)
		t.Errorf("encoded %s\ndecoded %s", raw, again)
	}
}

func TestCatalogueIsComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, record := range change.Catalogue() {
		for _, text := range []gov.Text{record.Title, record.Text} {
			if text.ZH == "" || text.EN == "" || strings.Contains(text.ZH+text.EN, "%!") {
				t.Errorf("%s: text %+v", record.Name, text)
			}
		}
		e, ok := change.New(record.Name)
		if !ok || change.KindOf(e) != record.Name || seen[record.Name] {
			t.Errorf("%s is not itself", record.Name)
		}
		seen[record.Name] = true
	}
	if _, ok := change.New("deleteEverything"); ok {
		t.Error("an unknown kind was made")
	}
}

func TestDecodeNamesThePlace(t *testing.T) {
	for _, c := range []struct{ name, text, place string }{
		{"unknown edit", `[{"deleteEverything":{}}]`, `["edits",0]`},
		{"two at once", `[{"addPlate":{},"removePlate":{}}]`, `["edits",0]`},
		{"unknown field", `[{"addPlate":{"organ":"a","name":"b"}},{"addPlate":{"organs":[]}}]`, `["edits",1,"addPlate"]`},
		{"unknown field of a node", `[{"createOrgan":{"head":"甲"}}]`, `["edits",0,"createOrgan"]`},
		{"nothing", `[{"addPlate":null}]`, `["edits",0,"addPlate"]`},
		{"wrong type", `[{"addPlate":{"name":1}}]`, `["edits",0,"addPlate","name"]`},
		{"wrong type in a node", `[{"createIndicator":{"name":"a","low":0.5}}]`, `["edits",0,"createIndicator","low"]`},
		{"wrong type, deep", `[{"mergeOrgans":{"allocations":[{"organ":"a","staff":"b"}]}}]`, `["edits",0,"mergeOrgans","allocations","staff"]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := change.Decode([]byte(c.text))
			p, ok := err.(gov.Problems)
			if !ok || len(p) != 1 {
				t.Fatalf("error %v", err)
			}
			if place, _ := json.Marshal(p[0].Path); string(place) != c.place {
				t.Errorf("place %s, want %s", place, c.place)
			}
		})
	}
	for _, text := range []string{"", "{}", "[1]", "[] []"} {
		if _, err := change.Decode([]byte(text)); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}
