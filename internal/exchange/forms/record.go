package forms

import (
	"slices"
	"strings"

	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
	"tiaokuai/internal/snapshot"
)

// record is what the county has, and what the lists of the book make of it.
type record struct {
	base            *snapshot.County
	names           sheets.Names
	nodes           map[string]gov.Node
	regions         []string // names of the county and what is above it, folded
	townshipNames   []nameOf
	departmentNames []nameOf
	carried         map[string][]*gov.Assignment // by duty, of departments alone

	sources map[string]*gov.Source // new ones by key
	duties  map[dutyID]*duty
	minted  map[string]bool
	keepers map[string]string // by title, what was found
}

type nameOf struct{ name, key string }

func newRecord(base *snapshot.County) *record {
	r := &record{
		base: base, names: sheets.NamesOf(base), nodes: map[string]gov.Node{}, carried: map[string][]*gov.Assignment{},
		sources: map[string]*gov.Source{}, duties: map[dutyID]*duty{}, minted: map[string]bool{}, keepers: map[string]string{},
	}
	if base == nil {
		return r
	}
	for n := range base.Nodes() {
		r.nodes[n.NodeKey()] = n
	}
	for _, region := range base.County.Regions {
		r.regions = append(r.regions, search.Fold(region.Name))
	}
	r.regions = append(r.regions, search.Fold(base.Name))
	for _, t := range base.Townships() {
		r.townshipNames = enter(r.townshipNames, t.Key, append(slices.Clone(t.FormerNames), t.Name))
	}
	for _, d := range base.Departments() {
		r.departmentNames = enter(r.departmentNames, d.Key, slices.Concat(d.ShortNames, d.FormerNames, []string{d.Name}))
	}
	for e := range base.Edges() {
		if a, ok := e.(*gov.Assignment); ok {
			if _, isDepartment := r.nodes[a.From].(*gov.Department); isDepartment {
				r.carried[a.To] = append(r.carried[a.To], a)
			}
		}
	}
	for _, names := range [][]nameOf{r.townshipNames, r.departmentNames} {
		slices.SortStableFunc(names, func(a, b nameOf) int { return len(b.name) - len(a.name) })
	}
	return r
}

// enter adds names of at least two letters, so that no single one (镇) is found in every title.
func enter(names []nameOf, key string, all []string) []nameOf {
	for _, name := range all {
		if folded := search.Fold(name); len([]rune(folded)) > 1 {
			names = append(names, nameOf{folded, key})
		}
	}
	return names
}

// sourceOf is the key of the source with a document's title, which is made where there is none.
func (r *record) sourceOf(document, article string) string {
	for _, key := range r.names.Find(gov.NodeSource, document) {
		if s, ok := r.nodes[key].(*gov.Source); ok && s.Article == article && s.Quote == "" {
			return key
		}
	}
	for key, s := range r.sources {
		if s.Document == document && s.Article == article {
			return key
		}
	}
	key := r.mint(gov.NodeSource, document+article)
	r.sources[key] = &gov.Source{Key: key, Document: document, Article: article}
	return key
}

// mint is a key that neither the county nor the lists have.
func (r *record) mint(kind gov.NodeKind, name string) string {
	key := gov.Mint(kind, "", name, func(key string) bool { return r.nodes[key] != nil || r.minted[key] })
	r.minted[key] = true
	return key
}

// department is the key of the department that a text means: as it stands, or without or with the county's own level and
// name, which lists write and records leave out (县农业农村局, 登封市农业农村局).
func (r *record) department(text string) (string, bool) {
	for _, name := range r.spellings(text) {
		if keys := r.names.Find(gov.NodeDepartment, name); len(keys) == 1 {
			return keys[0], true
		}
	}
	return "", false
}

func (r *record) spellings(text string) []string {
	out := []string{text}
	if r.base != nil {
		if rest, ok := strings.CutPrefix(text, r.base.Name); ok {
			out = append(out, rest)
		}
	}
	for _, level := range []string{"县直", "市直", "区直", "县", "市", "区"} {
		if rest, ok := strings.CutPrefix(text, level); ok && len([]rune(rest)) > 2 {
			out = append(out, rest)
		}
		out = append(out, level+text)
	}
	return out
}

// findDuty is the duty of a name on record, of an edition where both say one; nil for none and several.
func (r *record) findDuty(name, edition string) *gov.Duty {
	var found []*gov.Duty
	for _, key := range r.names.Find(gov.NodeDuty, name) {
		if d, ok := r.nodes[key].(*gov.Duty); ok && (edition == "" || d.Edition == "" || d.Edition == edition) {
			found = append(found, d)
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return nil
}
