package main

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReadsWhatIsMeant: the same case in other forms is the same case.
func TestReadsWhatIsMeant(t *testing.T) {
	want := reformed{
		ID: "7", Place: "甲镇", Trust: "A", Before: standing{Organs: []named{{Name: "农业站"}, {Name: "财政所", Kind: "事业", Plates: []string{"会计站"}}}, Count: 2},
		After: standing{Count: 1}, Merges: []merge{{From: []string{"农业站"}, Into: "财政所", Basis: "plate/co-office"}}, Abolished: []string{"农业站"},
	}
	for _, form := range []string{
		`{"id": "7", "place": "甲镇", "trust": "A", "before": {"count": 2, "organs": [{"name": "农业站"}, {"name": "财政所", "kind": "事业", "plates": ["会计站"]}]},
		  "after": {"count": 1, "organs": null}, "merges": [{"from": ["农业站"], "into": "财政所", "basis": "plate/co-office"}], "abolished": ["农业站"], "source": "某报", "year": "二〇二〇"}`,
		`{"id": 7, "place": {"name": "甲镇"}, "trust": "A", "before": {"count": "2个", "organs": ["农业站", null, {"name": "财政所", "kind": "事业", "plates": "会计站"}]},
		  "after": 1, "merges": {"from": "农业站", "into": {"name": "财政所"}, "basis": ["plate", "co-office"]}, "inferred_merges": null, "abolished": {"name": "农业站"}, "source": ["a", 1]}`,
		`{"ID": "7", "place": ["甲镇"], "trust": "A", "before": {"count": "２", "organs": ["农业站", {"name": "财政所", "kind": "事业", "plates": [{"name": "会计站"}]}]},
		  "after": {"count": "1"}, "merges": [{"from": [{"name": "农业站"}], "into": ["财政所"], "basis": "plate/co-office"}], "abolished": "农业站"}`,
	} {
		for _, file := range []string{"[" + form + "]", `{"reforms": [` + form + "]}", `{"reforms": ` + "[" + form + `], "organ_sets": null}`} {
			var c cases
			if err := json.Unmarshal([]byte(file), &c); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(cases{Reforms: []reformed{want}}, c); diff != "" {
				t.Errorf("%s: %s", file, diff)
			}
		}
	}
	var s standing
	if err := json.Unmarshal([]byte(`["农业站", {"name": "财政所"}]`), &s); err != nil || len(s.Organs) != 2 || s.Count != 0 {
		t.Errorf("a bare list: %+v, %v", s, err)
	}
	var m merge
	if err := json.Unmarshal([]byte(`{"from": "农业(种植、畜牧)站、林业站"}`), &m); err != nil || !slices.Equal(m.From, []string{"农业(种植、畜牧)站", "林业站"}) {
		t.Errorf("names in one text: %q, %v", m.From, err)
	}
	if err := json.Unmarshal([]byte(`{"count": "20多"}`), &s); err != nil || s.Count != 0 {
		t.Errorf("no plain number: %+v, %v", s, err)
	}
}

// TestBadCase: one that can't be read is reported, and the others are scored.
func TestBadCase(t *testing.T) {
	r, text := reportOn(t, `[{"id": "B1", "merges": [{"from": [["农技站", "林业站"]], "into": "农业服务中心"}]}, "农业站", {"id": "B3", "merges": "农技站并入农业站"},
	 {"place": "某镇", "before": {"organs": [{"kind": "行政"}]}}, {"id": "B5", "merges": [{"from": ["农技站"], "into": ["甲", "乙"]}]}, `+of("X", "")+`]`)
	if len(r.Answers) != 1 {
		t.Errorf("%d answers", len(r.Answers))
	}
	for _, want := range []string{
		`B1     not read: merges: 1: from: 1: not one name: ["农技站","林业站"]`, `reform 2 not read: not an object: "农业站"`, `B3     not read: merges: 1: not an object`,
		`reform 4 not read: before: organs: 1: an organ without a name: {"kind":"行政"}`, `B5     not read: merges: 1: into: not one name: ["甲","乙"]`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if _, text := reportOn(t, `{"reforms": {"X": 1}, "organ_sets": [{"id": "O", "organs": 5}]}`); !strings.Contains(text, `reforms not a list: {"X":1}`) || !strings.Contains(text, "O      not read: organs: 1: no name: 5") {
		t.Error(text)
	}
}

// TestBadFile: what holds no cases at all is an error that says so.
func TestBadFile(t *testing.T) {
	for file, want := range map[string]string{
		`{"reforms": [`: "f: unexpected end", `5`: "f: no cases", `null`: "f: no cases", `{"cases": [], "meta": 1}`: "f: no cases: neither reforms nor organ_sets, only cases, meta", ``: "f: unexpected end",
	} {
		if _, err := readCases(func(string) ([]byte, error) { return []byte(file), nil }, "f"); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v", file, err)
		}
	}
	if c, err := readCases(func(string) ([]byte, error) { return []byte("\ufeff[{}]"), nil }, "f"); err != nil || len(c.Reforms) != 1 {
		t.Errorf("with a byte order mark: %v %v", c, err)
	}
	if _, err := readCases(os.ReadFile, "testdata/small.json"); err != nil {
		t.Error(err)
	}
}
