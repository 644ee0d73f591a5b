package model

import (
	"context"
	"strings"

	"tiaokuai/graph/internal/explore"
	"tiaokuai/graph/internal/fault"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Subgraph is what is around a node.
type Subgraph struct{ explore.Subgraph }

// LeftOut counts the neighbours beyond the limit, by kind.
func (s Subgraph) LeftOut(ctx context.Context) []FacetCount {
	t := tally{}
	for kind, n := range s.Subgraph.LeftOut {
		t[string(kind)] = n
	}
	return t.facets(words(fault.LanguageFrom(ctx)))
}

// Path is a way between two nodes.
type Path struct{ explore.Path }

// Sentence reads the path out, each step in its own direction.
func (p Path) Sentence(ctx context.Context, language *gov.Language) string {
	var zh, en []string
	for _, l := range p.Links {
		from, to, word := l.From.NodeName(), l.To.NodeName(), Word(string(l.Relation))
		zh = append(zh, from+word.ZH+to)
		en = append(en, from+" "+word.EN+" "+to)
	}
	return In(ctx, language, gov.Text{ZH: strings.Join(zh, "，"), EN: strings.Join(en, ", ")})
}

// Authority is who holds the legal authority for a duty.
type Authority struct {
	gov.Authority
	Duty snapshot.Duty
}

// Department is the department that holds or delegated it; nil where none is on record.
func (a Authority) Department() *snapshot.Department {
	d, ok := snapshot.Lookup[snapshot.Department](a.Duty.County(), a.Authority.Department)
	if !ok {
		return nil
	}
	return &d
}
