package search

import (
	"encoding/json"
	"strings"

	"github.com/mozillazg/go-pinyin"
	"golang.org/x/text/unicode/norm"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Version changes when the index of the same county would come out different; a stored index of another version is
// made anew.
const Version = 1

// Index is a county's names, in the order of its snapshot.
type Index struct {
	Version int     `json:"version"`
	County  string  `json:"county"`
	Entries []Entry `json:"entries"`
}

// Entry is one node with every name it answers to.
type Entry struct {
	Kind     gov.NodeKind `json:"kind"`
	Key      string       `json:"key"`
	Township string       `json:"township,omitempty"` // the township's name
	Names    []string     `json:"names"`              // the name first, then plates, short and former names, aliases
	Initials []string     `json:"initials"`           // of each name, in pinyin, lower case

	folded []string // the names as they are compared
}

// Build indexes every named node of a county, the county itself first.
func Build(c *snapshot.County) Index {
	aliases := map[string][]string{}
	for _, a := range c.Aliases {
		aliases[a.Name] = append(aliases[a.Name], a.Alias)
	}
	index := Index{Version: Version, County: c.Key}
	add := func(kind gov.NodeKind, key, township string, names ...string) {
		names = append(names, aliases[names[0]]...)
		index.Entries = append(index.Entries, Entry{Kind: kind, Key: key, Township: township, Names: names, Initials: initialsOf(names), folded: foldAll(names)})
	}
	add(gov.NodeCounty, c.Key, "", c.Name)
	for _, t := range c.Townships() {
		add(gov.NodeTownship, t.Key, "", names(t.Name, t.FormerNames)...)
		for _, o := range t.Organs() {
			add(gov.NodeOrgan, o.Key, t.Name, append(names(o.Name, o.ShortNames, o.FormerNames), plates(o.Plates)...)...)
		}
		for _, l := range t.Leaders() {
			add(gov.NodeLeader, l.Key, t.Name, names(l.NodeName(), l.Posts)...)
		}
	}
	for _, d := range c.Departments() {
		add(gov.NodeDepartment, d.Key, "", names(d.Name, d.ShortNames, d.FormerNames)...)
		for _, s := range d.Sections() {
			add(gov.NodeSection, s.Key, "", names(s.Name, s.FormerNames)...)
		}
	}
	for _, d := range c.Duties() {
		add(gov.NodeDuty, d.Key, "", names(d.Name, d.ShortNames)...)
	}
	for _, m := range c.Measures() {
		add(gov.NodeMeasure, m.Key, "", m.Name)
	}
	for _, i := range c.Indicators() {
		add(gov.NodeIndicator, i.Key, "", i.Name)
	}
	for _, f := range c.Formers() {
		t, _ := f.Township()
		add(gov.NodeFormer, f.Key, townshipName(t), names(f.Name, f.Names)...)
	}
	return index
}

// Decode reads a stored index; false if it is of another version or damaged.
func Decode(b []byte) (Index, bool) {
	var x Index
	if json.Unmarshal(b, &x) != nil || x.Version != Version {
		return Index{}, false
	}
	for i, e := range x.Entries {
		if len(e.Initials) != len(e.Names) {
			return Index{}, false
		}
		x.Entries[i].folded = foldAll(e.Names)
	}
	return x, true
}

func townshipName(t snapshot.Township) string {
	if t.Township == nil {
		return ""
	}
	return t.Name
}

func names(name string, others ...[]string) []string {
	out := []string{name}
	for _, list := range others {
		for _, n := range list {
			if n != name {
				out = append(out, n)
			}
		}
	}
	return out
}

func plates(ps []gov.Plate) []string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = p.Name
	}
	return out
}

// foldAll folds names; one that is folded already is not kept twice.
func foldAll(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		if out[i] = Fold(n); out[i] == n {
			out[i] = n
		}
	}
	return out
}

func initialsOf(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = Initials(n)
	}
	return out
}

// Initials are the first letters of a name's pinyin, lower case; letters and digits stand for themselves.
func Initials(name string) string {
	var b strings.Builder
	for _, r := range name {
		if letter := initial(r); letter != 0 {
			b.WriteByte(letter)
		} else if r < 0x80 && (r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') {
			b.WriteString(strings.ToLower(string(r)))
		}
	}
	return b.String()
}

// initial is the first letter of a character's commonest reading, without its tone; 0 for what has none. It reads the
// dictionary itself: the library's own way runs regular expressions over every character, half the time of a commit.
func initial(r rune) byte {
	reading, ok := pinyin.PinyinDict[int(r)]
	if !ok {
		return 0
	}
	plain := norm.NFD.String(reading)
	return plain[0]
}
