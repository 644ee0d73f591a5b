package search_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

const text = `county 1 甲县
department 农业农村局
department 自然资源局
township 东镇
  organ 党建工作办公室 OFFICE
  organ 经济发展办公室 OFFICE -> 农业农村局
`

func TestFind(t *testing.T) {
	index := search.Build(countytest.Parse(t, text))
	for _, c := range []struct {
		text, name string
		how        search.Match
	}{
		{"农业农村局", "农业农村局", search.MatchExact},
		{" 农业 农村局", "农业农村局", search.MatchExact},
		{"农业", "农业农村局", search.MatchPrefix},
		{"资源", "自然资源局", search.MatchSubstring},
		{"农业局", "农业农村局", search.MatchAbbreviation},
		{"党建办", "党建工作办公室", search.MatchAbbreviation},
		{"nyncj", "农业农村局", search.MatchInitials},
		{"ＮＹＮＣ", "农业农村局", search.MatchInitials},
		{"jjfz", "经济发展办公室", search.MatchInitials},
	} {
		hits := index.Find(search.Fold(c.text), nil)
		if len(hits) != 1 || hits[0].Matched != c.name || hits[0].How != c.how {
			t.Errorf("%q finds %+v, want %s by %s", c.text, hits, c.name, c.how)
		}
	}
	for _, nothing := range []string{"", "村业", "局农", "n", "水利"} {
		if hits := index.Find(search.Fold(nothing), nil); len(hits) != 0 {
			t.Errorf("%q finds %+v", nothing, hits)
		}
	}
	if hits := index.Find("办公室", []gov.NodeKind{gov.NodeDepartment}); len(hits) != 0 {
		t.Errorf("a kind that was not asked for: %+v", hits)
	}
}

// TestEveryNameIsFound by itself, and an index that was stored finds what it found before.
func TestEveryNameIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		index := search.Build(countytest.Random(countytest.Rapid(t)))
		blob, err := json.Marshal(index)
		if err != nil {
			t.Fatal(err)
		}
		stored, ok := search.Decode(blob)
		if !ok {
			t.Fatal("a stored index is not read back")
		}
		for _, e := range index.Entries {
			for _, name := range e.Names {
				if !found(stored.Find(search.Fold(name), []gov.NodeKind{e.Kind}), e.Key) {
					t.Fatalf("%s %q is not found", e.Key, name)
				}
			}
		}
	})
}

func found(hits []search.Hit, key string) bool {
	for _, h := range hits {
		if h.Entry.Key == key {
			return h.How == search.MatchExact
		}
	}
	return false
}

func TestDecodeRefusesOtherVersions(t *testing.T) {
	for _, blob := range []string{"", "{", `{"version":0}`, `{"version":99}`} {
		if _, ok := search.Decode([]byte(blob)); ok {
			t.Errorf("%q is read", blob)
		}
	}
}
