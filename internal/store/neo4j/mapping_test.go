package neo4j

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store/storetest"
)

// stored is what properties look like when the driver gives them back.
func stored(props map[string]any) map[string]any {
	out := map[string]any{"county": "410185", "colour": "red"} // ours and a stranger's
	for name, v := range props {
		out[name] = v
	}
	return out
}

func TestMappingKeepsEveryNode(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, kind := range gov.NodeKinds {
		for range 300 {
			want := storetest.Fill(rng, kind, func(n gov.Node) { setKey(n) })
			got, err := decodeNode(labelOf(want), stored(encode(want)))
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Fatalf("%s %v\n%s", kind, err, diff)
			}
		}
	}
}

func TestMappingKeepsEveryEdge(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, kind := range gov.EdgeKinds {
		for range 300 {
			want := storetest.FillEdge(rng, kind, func(e gov.Edge) { setEnds(e, "a", "b") })
			got, err := decodeEdge(kind, "a", "b", stored(encode(want)))
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Fatalf("%s %v\n%s", kind, err, diff)
			}
		}
	}
}

func TestPropertiesAreNamedByTheRule(t *testing.T) {
	organ := &gov.Organ{
		Key: "o", Township: "t", Name: "农业站", Kind: gov.OrganInstitution, Management: gov.ManagementDual,
		Powers: []gov.Holding{{Power: gov.PowerCommand, Holder: gov.LevelTownship, Mode: gov.ModeDecide}}, Staff: 3,
		Provenance: gov.Provenance{Basis: gov.BasisDocument, Sources: []string{"s1", "s2"}, Attributes: []gov.AttributeBasis{
			{Attribute: "name", Basis: gov.BasisInferred}, {Attribute: "staff", Basis: gov.BasisDocument, Sources: []string{"s1", "s3"}},
		}},
	}
	want := map[string]any{
		"key": "o", "township": "t", "name": "农业站", "organKind": "INSTITUTION", "management": "DUAL", "staff": int64(3),
		"powersPower": []any{"COMMAND"}, "powersHolder": []any{"TOWNSHIP"}, "powersMode": []any{"DECIDE"}, "basis": "DOCUMENT",
		"sources": []any{"s1", "s2"}, "attributesAttribute": []any{"name", "staff"}, "attributesBasis": []any{"INFERRED", "DOCUMENT"},
		"attributesSources": []any{"", "s1\ns3"},
	}
	if diff := cmp.Diff(want, encode(organ)); diff != "" {
		t.Error(diff)
	}
	county := &gov.County{Key: "410185", Name: "登封市", Settings: gov.Settings{DepartmentLimit: 6, Weights: []gov.Weight{{Kind: gov.OverlapOffList, Weight: 0}}}}
	want = map[string]any{"key": "410185", "name": "登封市", "settingsDepartmentLimit": int64(6), "settingsWeightsKind": []any{"OFF_LIST"}}
	if diff := cmp.Diff(want, encode(county)); diff != "" {
		t.Error(diff)
	}
	duty := &gov.Duty{Key: "d", Name: "防汛", Authority: gov.Authority{Level: gov.LevelCounty}, Admission: &gov.Admission{Document: "文"}}
	want = map[string]any{"key": "d", "name": "防汛", "authorityLevel": "COUNTY", "admissionDocument": "文"}
	if diff := cmp.Diff(want, encode(duty)); diff != "" {
		t.Error(diff)
	}
}

// Flattening must not bring two fields to one name, nor one of ours to county.
func TestPropertyNamesAreUnique(t *testing.T) {
	for typ, shape := range shapes {
		names := []string{"county"}
		for _, p := range shape {
			if slices.Contains(names, p.name) {
				t.Errorf("%s: two properties are called %s", typ, p.name)
			}
			names = append(names, p.name)
		}
	}
}

func TestWrongTypesAreNamed(t *testing.T) {
	for _, props := range []map[string]any{
		{"name": int64(3)},
		{"order": "three"},
		{"order": 1.5},
		{"shortNames": "农业站"},
		{"shortNames": []any{int64(1)}},
		{"powersPower": "COMMAND"},
		{"postsCount": []any{"six"}},
		{"mandatory": "yes"},
	} {
		if _, err := decodeNode(labelOrgan, stored(props)); gov.CodeOf(err) != gov.CodeInvalid {
			t.Errorf("%v: %v, want INVALID", props, err)
		}
	}
	n, err := decodeNode(labelOrgan, map[string]any{"key": "o", "order": 2.0, "postsType": []any{"WORKER"}, "postsCount": []any{4.0}})
	want := &gov.Organ{Key: "o", Order: 2, Posts: []gov.PostCount{{Type: gov.PostWorker, Count: 4}}}
	if diff := cmp.Diff(gov.Node(want), n); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

func setKey(n gov.Node) {
	switch n := n.(type) {
	case *gov.County:
		n.Key = "k"
	case *gov.Township:
		n.Key = "k"
	case *gov.Organ:
		n.Key, n.Township = "k", "t"
	case *gov.Leader:
		n.Key, n.Township = "k", "t"
	case *gov.Department:
		n.Key = "k"
	case *gov.Section:
		n.Key, n.Department = "k", "d"
	case *gov.Duty:
		n.Key = "k"
	case *gov.Measure:
		n.Key = "k"
	case *gov.Indicator:
		n.Key = "k"
	case *gov.Source:
		n.Key = "k"
	case *gov.Former:
		n.Key = "k"
	}
}
