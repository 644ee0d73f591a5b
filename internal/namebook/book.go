package namebook

import (
	"cmp"
	"embed"
	"encoding/json"
	"maps"
	"slices"
	"sync"
	"unicode/utf8"

	"tiaokuai/internal/gov"
)

//go:embed data/*.json
var files embed.FS

// Inferred is the basis of an entry that no source gave.
const Inferred = "INFERRED"

// Full is the weight of what a word says outright: all three thirds.
const Full = 3

// System is a line of work 口 that several departments belong to.
type System struct {
	Code string `json:"code"`
	ZH   string `json:"zh"`
	EN   string `json:"en"`
}

// Department is a department of the county.
type Department struct {
	Name   string `json:"name"`
	EN     string `json:"en"`
	System string `json:"system"` // a system's code
}

// Duty is what an organ does, in the terms of the county's departments.
type Duty struct {
	Code       string         `json:"code"`
	ZH         string         `json:"zh"`
	EN         string         `json:"en"`
	Department string         `json:"department"`
	With       []string       `json:"with,omitempty"`  // departments that have a hand in it
	Also       map[string]int `json:"also,omitempty"`  // other systems that it touches, with a weight
	Basis      []string       `json:"basis,omitempty"` // sources; none: INFERRED
}

// Entry is what some words of one meaning speak of.
type Entry struct {
	Words  []string       `json:"words"`
	Duties map[string]int `json:"duties"`          // duty codes with weights
	Basis  []string       `json:"basis,omitempty"` // sources; none: INFERRED
	Alone  bool           `json:"alone,omitempty"` // read only where the name has no other word: 综合服务中心, not 农林水综合服务中心
	Note   string         `json:"note,omitempty"`
}

// Source is where an entry comes from.
type Source struct {
	ID      string `json:"id"`
	Place   string `json:"place"`
	Year    int    `json:"year,omitempty"`
	Organ   string `json:"organ"`
	Title   string `json:"title,omitempty"`
	Address string `json:"address"`
	Trust   string `json:"trust"` // A the original site, B a mirror, C a content farm, D demonstration data
}

// Book is the catalogue. It is not changed once made.
type Book struct {
	Systems     []System
	Departments []Department
	Duties      []Duty
	Entries     []Entry
	Sources     []Source

	systems     map[string]*System
	departments map[string]*Department
	duties      map[string]*Duty
	words       map[string]*Entry
	longest     int // of the words, in characters
}

// Default is the embedded catalogue.
func Default() *Book { return embedded() }

var embedded = sync.OnceValue(func() *Book {
	b, err := read()
	if err != nil {
		panic(err) // the files are part of the program, and tested
	}
	return b
})

func read() (*Book, error) {
	b := &Book{}
	for _, file := range []struct {
		name string
		into any
	}{
		{"systems", &b.Systems}, {"departments", &b.Departments}, {"duties", &b.Duties}, {"words", &b.Entries}, {"sources", &b.Sources},
	} {
		data, err := files.ReadFile("data/" + file.name + ".json")
		if err == nil {
			err = json.Unmarshal(data, file.into)
		}
		if err != nil {
			return nil, gov.Errorf(gov.CodeInvalid, "名称目录无法读取：%[1]s（%[2]v）", "the catalogue can't be read: %[1]s (%[2]v)", file.name, err)
		}
	}
	b.index()
	return b, b.check().Err()
}

func (b *Book) index() {
	b.systems, b.departments = map[string]*System{}, map[string]*Department{}
	b.duties, b.words = map[string]*Duty{}, map[string]*Entry{}
	for i := range b.Systems {
		b.systems[b.Systems[i].Code] = &b.Systems[i]
	}
	for i := range b.Departments {
		b.departments[b.Departments[i].Name] = &b.Departments[i]
	}
	for i := range b.Duties {
		b.duties[b.Duties[i].Code] = &b.Duties[i]
	}
	for i := range b.Entries {
		for _, word := range b.Entries[i].Words {
			b.words[word] = &b.Entries[i]
			b.longest = max(b.longest, utf8.RuneCountInString(word))
		}
	}
}

// check refuses codes that lead nowhere, weights out of range, and a word with two meanings.
func (b *Book) check() gov.Problems {
	var p gov.Problems
	wrong := func(file, entry, code string) {
		p = append(p, gov.Errorf(gov.CodeInvalid, "名称目录有误：%[1]s", "the catalogue is wrong: %[1]s", code).At(file, entry))
	}
	sources := map[string]bool{}
	for _, s := range b.Sources {
		sources[s.ID] = true
	}
	cited := func(file, entry string, basis []string) {
		for _, id := range basis {
			if !sources[id] {
				wrong(file, entry, id)
			}
		}
	}
	for _, d := range b.Departments {
		if b.systems[d.System] == nil {
			wrong("departments", d.Name, d.System)
		}
	}
	for _, d := range b.Duties {
		cited("duties", d.Code, d.Basis)
		for _, name := range append([]string{d.Department}, d.With...) {
			if b.departments[name] == nil {
				wrong("duties", d.Code, name)
			}
		}
		for code, weight := range d.Also {
			if b.systems[code] == nil || weight < 1 || weight > Full {
				wrong("duties", d.Code, code)
			}
		}
	}
	words := map[string]bool{}
	for _, e := range b.Entries {
		cited("words", e.Words[0], e.Basis)
		for code, weight := range e.Duties {
			if b.duties[code] == nil || weight < 1 || weight > Full {
				wrong("words", e.Words[0], code)
			}
		}
		for _, word := range e.Words {
			if word == "" || words[word] {
				wrong("words", e.Words[0], word)
			}
			words[word] = true
		}
	}
	return p
}

// basisOf are the sources of an entry, INFERRED where it has none.
func basisOf(sources ...[]string) []string {
	all := slices.Concat(sources...)
	if len(all) == 0 {
		return []string{Inferred}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// sorted are the keys of a map in order.
func sorted[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
