package gov_test

import (
	"encoding/json"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
)

// A node or edge read back from its JSON is the same value, and normal form is normal.
func TestValuesSurviveJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := countytest.RandomGraph(countytest.Rapid(t))
		for _, n := range g.Nodes {
			raw, err := json.Marshal(n)
			if err != nil {
				t.Fatal(err)
			}
			back, err := gov.DecodeNode(n.NodeKind(), raw)
			if err != nil || !gov.Equal(n, back) || !gov.Equal(n, gov.Normalize(n)) {
				t.Errorf("%s: %v", raw, err)
			}
			if p := n.Check(); len(p) > 0 {
				t.Errorf("%s: %v", raw, p)
			}
		}
		for _, e := range g.Edges {
			raw, err := json.Marshal(e)
			if err != nil {
				t.Fatal(err)
			}
			back, err := gov.DecodeEdge(e.EdgeKind(), raw)
			if err != nil || !gov.Equal(e, back) || !gov.Equal(e, gov.Normalize(e)) {
				t.Errorf("%s: %v", raw, err)
			}
			if kind, from, to := gov.SplitEdgeKey(gov.EdgeKey(e)); gov.EdgeKeyOf(kind, from, to) != gov.EdgeKey(e) {
				t.Errorf("edge key %s comes apart wrongly", gov.EdgeKey(e))
			}
		}
	})
}

// An absent value and an empty one are the same.
func TestAbsentIsEmpty(t *testing.T) {
	full, err := gov.DecodeNode(gov.NodeOrgan, []byte(`{"key":"o","township":"t","name":"办","organKind":"OFFICE","plates":[],"powers":[],"posts":[{"type":"WORKER","count":0}],"sources":[],"attributes":[],"rank":""}`))
	if err != nil {
		t.Fatal(err)
	}
	bare, err := gov.DecodeNode(gov.NodeOrgan, []byte(`{"key":"o","township":"t","name":"办","organKind":"OFFICE"}`))
	if err != nil || !gov.Equal(full, bare) {
		t.Errorf("%+v differs from %+v: %v", full, bare, err)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for name, read := range map[string]func() error{
		"unknown field":        func() error { _, err := gov.DecodeNode(gov.NodeDuty, []byte(`{"titel":1}`)); return err },
		"unknown kind of node": func() error { _, err := gov.DecodeNode("PERSON", []byte(`{}`)); return err },
		"unknown kind of edge": func() error { _, err := gov.DecodeEdge("LIKES", []byte(`{}`)); return err },
		"something after":      func() error { return gov.DecodeStrict([]byte(`{} {}`), new(gov.Duty)) },
		"a bracket after":      func() error { return gov.DecodeStrict([]byte(`{} ]`), new(gov.Duty)) },
		"nothing":              func() error { return gov.DecodeStrict(nil, new(gov.Duty)) },
	} {
		if err := read(); gov.CodeOf(err) != gov.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is wrong with JSON is said in our words, with the field or the line.
func TestDecodeSaysWhere(t *testing.T) {
	for data, want := range map[string]string{
		`{"titel": 1}`:                `there is no field "titel"`,
		"{\n\"title\": \"a\",\n":      "the data is incomplete: it breaks off in line 2",
		"{\n\"title\": \"a\",\n\n 7}": "malformed data: line 4 is no JSON",
		"":                            "malformed data: there is none",
		"\n[]":                        "line 2: a value of the wrong type: array",
		"{}\n\n{}":                    "line 3: something follows the data",
	} {
		var e *gov.Error
		if err := gov.DecodeStrict([]byte(data), new(gov.Duty)); !errors.As(err, &e) || e.Message.EN != want {
			t.Errorf("%q: %v, want %s", data, err, want)
		}
	}
}

// Two edges that meet keep the stronger claim and every source, whichever comes first.
func TestUniteProvenance(t *testing.T) {
	inferred := gov.Provenance{Basis: gov.BasisInferred, Sources: []string{"b", "a"}}
	document := gov.Provenance{Basis: gov.BasisDocument, Sources: []string{"c", "a"}, Attributes: []gov.AttributeBasis{{Attribute: "name", Basis: gov.BasisInferred}}}
	want := gov.Provenance{Basis: gov.BasisDocument, Sources: []string{"a", "b", "c"}, Attributes: document.Attributes}
	if got := inferred.Unite(document); !gov.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	if got := document.Unite(inferred); !gov.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	if document.BasisOf("name") != gov.BasisInferred || document.BasisOf("staff") != gov.BasisDocument {
		t.Error("an attribute without a basis of its own has that of the whole")
	}
}
