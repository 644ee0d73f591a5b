package main

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"tiaokuai/internal/gov"
)

// trial is what can be asked of a case: some organs, and which of them the reform made one.
//
// The organs are those before, where they are listed, else the ones named as the parts of a merger, and those after that
// no merger made. Joined are merged organs, plates and shared offices; posting staff and sharing a building are not.
//
//   - Where organs before are listed, one of which neither a merger nor the list after says what became is left out; with
//     no list after, it stays where the number of organs after agrees (remain.go).
//   - A part that the list before lacks is the one listed organ that is spelled like it, else one more (match.go).
//   - An organ that went into another one by itself joins it, whether or not that one is named as a part too.
//   - A rename joins nothing. Plates of a listed organ after the reform are joined with it; before, they are part of it.
//   - Counts ("25个科室") are no organs. Stations (派驻) that nothing was joined with are no part of the question.
//   - Where the kinds of all organs before are on record and the reform joined none of different kinds, offices and
//     institutions are separate questions with the real numbers of each, as their quotas are in a real reform. Else they
//     are one, in which all may be joined: a plate's kind is not known, and those of one kind hang on organs of the other.
//   - An organ that was split is one organ still: it belongs where its duties went (职能, 职责, 业务; else where it is
//     named first), and pairs with those where its other parts went count neither for nor against a plan.
type trial struct {
	ID     string
	Place  string
	Trust  string
	Soft   bool // with the mergers that the collector inferred
	Organs []named
	Group  []int           // of each organ, from 0
	Loose  map[[2]int]bool // pairs, first the lower, that are left out of the count
	Left   []string        // organs that were left out
	Notes  []string        // what was taken for what, and why some were left out
	Kinds  bool            // offices and institutions are separate questions
}

// groups is how many organs the reform left.
func (t trial) groups() int { return slices.Max(t.Group) + 1 }

// mergers are the groups of several organs.
func (t trial) mergers() [][]int {
	all := make([][]int, t.groups())
	for i, g := range t.Group {
		all[g] = append(all[g], i)
	}
	return slices.DeleteFunc(all, func(g []int) bool { return len(g) < 2 })
}

// joined says whether two organs became one.
func (t trial) joined(i, j int) bool { return t.Group[i] == t.Group[j] }

// apart is the trial as one question, or as one for the offices and one for the institutions; with the organs of each.
func (t trial) apart() (parts []trial, organs [][]int) {
	if !t.Kinds {
		all := make([]int, len(t.Organs))
		for i := range all {
			all[i] = i
		}
		return []trial{t}, [][]int{all}
	}
	for _, kind := range []gov.OrganKind{gov.OrganOffice, gov.OrganInstitution} {
		u := t
		u.Organs, u.Group = nil, nil
		var of []int
		groups := map[int]int{}
		for i, o := range t.Organs {
			if officeOr(o) == kind {
				of, u.Organs, u.Group = append(of, i), append(u.Organs, o), append(u.Group, number(groups, t.Group[i]))
			}
		}
		if len(of) > 0 {
			parts, organs = append(parts, u), append(organs, of)
		}
	}
	return parts, organs
}

// refused is a case of which nothing can be asked, or no more than of another.
type refused struct {
	ID     string `json:"id"`
	Reason string `json:"reason"`
}

// trialsOf are the questions of some cases: of a reform one with what its source says, and one with what was inferred
// besides; of a standing set one with its plates.
func trialsOf(c cases) (trials []trial, none []refused) {
	none = slices.Clone(c.Bad)
	add := func(t trial, err error) {
		if err == nil {
			err = t.repeats(trials)
		}
		if err != nil {
			none = append(none, refused{t.name(), err.Error()})
			return
		}
		trials = append(trials, t)
	}
	for _, r := range c.Reforms {
		add(r.trial(false))
		if len(r.Inferred) > 0 {
			add(r.trial(true))
		}
	}
	for _, s := range c.OrganSets {
		add(reformed{ID: s.ID, Place: s.Place, Trust: s.Trust, After: standing{Organs: s.Organs}}.trial(false))
	}
	return trials, none
}

// name is the case's id, marked with ~ where the answer is soft.
func (t trial) name() string {
	if t.Soft {
		return t.ID + "~"
	}
	return t.ID
}

// family are the trials that are left out together: those of one case.
func (t trial) family() string { return t.ID }

var (
	// remarks are what collectors add to a name.
	remarks = regexp.MustCompile(`[(（](人员|撤|撤销|页面截断|截断|新设|新|原|无[^)）]*|仅[^)）]*|未列名)[)）]|…|\s`)
	part    = regexp.MustCompile(`[-—](.*(职能|职责|业务|人员|编制|事务).*)$|的(日常)?(具体)?(事务|职能|职责|业务|工作)$`)
	count   = regexp.MustCompile(`未列名|\d+多?个|^[一二三四五六七八九十几]+(办|部|中心|委|站|队|局)+`)
)

// organ is the organ that a collector's entry speaks of, and which part of it; none where it is a count.
func organ(entry string) (name, which string) {
	if count.MatchString(folded(entry)) && !strings.HasPrefix(entry, "一站式") {
		return "", ""
	}
	name = remarks.ReplaceAllString(entry, "")
	which = part.FindString(name)
	return strings.TrimSuffix(name, which), which
}

// key tells organs apart by name; 办 and 办公室 are the same, as are spaces and widths.
func key(name string) string { return strings.ReplaceAll(folded(name), "办公室", "办") }

// folded is a text in half width, without spaces.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, s)
}

// joins says whether a merger makes organs one.
func (m merge) joins() bool {
	for b := range strings.SplitSeq(m.Basis, "/") {
		switch strings.TrimSpace(b) {
		case "staffing", "co-location", "aggregate", "rename":
		default:
			return true
		}
	}
	return false
}
