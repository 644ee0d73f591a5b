package dataset

import (
	"fmt"
	"math/rand/v2"

	"tiaokuai/internal/gov"
)

// The size of a county.
const (
	Townships = 15
	Organs    = len(organKinds) // of a township
	Duties    = 163
)

// Day is the day on which every generated county takes effect.
const Day gov.Date = "2024-01-01"

// Code is the code of the n-th county, from 0.
func Code(n int) string { return fmt.Sprintf("%06d", 900101+n) }

// TownshipKey is the key of a county's t-th township, from 0.
func TownshipKey(n, t int) string { return mint(gov.NodeTownship, "", townshipName(n, t)) }

// OrganKey is the key of the o-th organ of a county's t-th township.
func OrganKey(n, t, o int) string {
	return mint(gov.NodeOrgan, TownshipKey(n, t), organKinds[o].name)
}

// County is the n-th county of a seed. The same arguments give the same graph.
func County(seed uint64, n int) gov.Graph {
	m := &maker{rng: rand.New(rand.NewPCG(seed, uint64(n))), n: n}
	m.county()
	m.departments()
	m.duties()
	for t := range Townships {
		m.township(t)
	}
	m.graph.Sort()
	return m.graph
}

// maker draws one county.
type maker struct {
	rng      *rand.Rand
	n        int
	graph    gov.Graph
	lines    []*gov.Department
	sections [][]string // keys, by department
	items    []item
}

// item is a duty with the field of work it belongs to.
type item struct {
	*gov.Duty
	field int // place in work
	verb  int // place in verbs
}

// basic says whether the township leads the duty by its list.
func (i item) basic() bool { return len(i.Listings) > 0 && i.Listings[0].List == gov.ListBasic }

func (m *maker) node(n gov.Node) { m.graph.Nodes = append(m.graph.Nodes, gov.Normalize(n)) }

func (m *maker) edge(e gov.Edge) { m.graph.Edges = append(m.graph.Edges, gov.Normalize(e)) }

// origin names one of the county's sources, as curated data does.
func (m *maker) origin() gov.Provenance {
	return gov.Provenance{Basis: gov.BasisIllustrative, Sources: []string{sourceKey(m.rng.IntN(sourceCount))}}
}

// percent is true that often in a hundred.
func (m *maker) percent(p int) bool { return m.rng.IntN(100) < p }

// several are k different numbers below n, those of favourites first and most of the time.
func (m *maker) several(k, n int, favourites []int) []int {
	var out []int
	seen := make([]bool, n)
	for len(out) < k {
		i := m.rng.IntN(n)
		if len(favourites) > 0 && m.percent(70) {
			i = favourites[m.rng.IntN(len(favourites))]
			favourites = without(favourites, i)
		}
		if !seen[i] {
			seen[i] = true
			out = append(out, i)
		}
	}
	return out
}

func without(numbers []int, dropped int) []int {
	var out []int
	for _, i := range numbers {
		if i != dropped {
			out = append(out, i)
		}
	}
	return out
}

func mint(kind gov.NodeKind, township, name string) string {
	return gov.Mint(kind, township, name, func(string) bool { return false })
}

// place is the i-th name of a list of places that starts elsewhere for each county.
func place(i int) string {
	first, second := placeNames[0], placeNames[1]
	i %= len(first) * len(second)
	return first[i%len(first)] + second[(i/len(first)+i)%len(second)]
}

func townshipName(n, t int) string { return place(n*7+t*23) + "镇" }
