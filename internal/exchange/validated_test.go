package exchange_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange"
	"tiaokuai/internal/exchange/validate"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

// randomCounties is how many random counties foreign software reads in one run.
const randomCounties = 12

// graphFormats are what foreign software reads as a graph.
var graphFormats = []string{"cyjs", "dot", "gexf", "graphml", "jsonld"}

// validated is a county whose exports were read by software that is not ours.
type validated struct {
	county    *snapshot.County
	history   exchange.History
	proposals []proposal.Proposal
}

// TestForeignSoftwareReadsIt: what networkx, Graphviz, Cytoscape.js and rdflib read of the seed and of random counties
// is what is in them, to the last name, and no published schema or shape objects.
func TestForeignSoftwareReadsIt(t *testing.T) {
	tools := openTools(t)
	seedCounty, commits := loadSeed(t)
	counties := map[string]validated{"seed": {county: seedCounty, history: historyOf(commits)}, "small": small(t)}
	for i := range uint64(randomCounties) {
		counties[fmt.Sprint("random", i)] = validated{county: nasty(t, countytest.RandomGraph(rand.New(rand.NewPCG(i, 4))))}
	}
	folder := t.TempDir()
	for name, v := range counties {
		for _, extension := range graphFormats {
			v.write(t, filepath.Join(folder, name+"."+extension), extension)
		}
	}
	readings, err := tools.Read(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range counties {
		for _, extension := range graphFormats {
			t.Run(name+"."+extension, func(t *testing.T) { v.compare(t, extension, readings[name+"."+extension]) })
		}
	}
}

// beside is all that a format may write of it.
func (v validated) beside() exchange.Beside {
	return exchange.Beside{History: v.history, Proposals: v.proposals}
}

func openTools(t *testing.T) *validate.Tools {
	t.Helper()
	tools, err := validate.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return tools
}

func loadSeed(t *testing.T) (*snapshot.County, []gov.Commit) {
	t.Helper()
	revisions, err := seed.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, commits, err := seed.Replay(revisions)
	if err != nil {
		t.Fatal(err)
	}
	return c, commits
}

func historyOf(commits []gov.Commit) exchange.History {
	var h exchange.History
	for _, c := range commits {
		h.Add(c)
	}
	return h
}

// nasty is a county whose names and keys hold what formats quote, and whose texts hold what XML can't.
func nasty(t *testing.T, g gov.Graph) *snapshot.County {
	t.Helper()
	text, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	var changed gov.Graph
	spoiled := strings.NewReplacer(`办`, `<办>&\"\\'#%?{`, `局`, `\\局`, `"name":"`, `"name":"甲 <b> &amp; \"乙\"\\N\n`, `一办多能`, `一\u0001\u000b]]>`).Replace(string(text))
	if err := json.Unmarshal([]byte(spoiled), &changed); err != nil {
		t.Fatal(err)
	}
	c, err := snapshot.Build(changed, snapshot.Meta{Revision: 1, Effective: "2024-01-01"})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func (v validated) write(t *testing.T, path, extension string) {
	t.Helper()
	f, ok := exchange.Lookup(extension)
	if !ok {
		t.Fatal("no format", extension)
	}
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := f.Write(file, v.county, v.beside()); err != nil {
		t.Fatal(err)
	}
}

// compare holds a reading against the county.
func (v validated) compare(t *testing.T, extension string, got validate.Reading) {
	t.Helper()
	g := v.county.Graph()
	if extension == "gexf" {
		past := v.history.Past(v.county)
		g.Nodes, g.Edges = append(g.Nodes, past.Nodes...), append(g.Edges, past.Edges...)
	}
	want := validate.Reading{Nodes: map[string]string{}, Counts: v.counts(extension)}
	if extension == "gexf" {
		want.Spans = v.spans(g)
	}
	for _, n := range g.Nodes {
		want.Nodes[n.NodeKey()] = n.NodeName()
	}
	for _, e := range g.Edges {
		want.Edges = append(want.Edges, edgeName(extension, e))
	}
	slices.Sort(want.Edges)
	slices.Sort(got.Edges)
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("read otherwise than written (-ours +theirs):\n%.4000s", diff)
	}
}

// spans are the days on which each node and edge was there.
func (v validated) spans(g gov.Graph) map[string]string {
	out := map[string]string{}
	tell := func(key string, spans []exchange.Span) {
		var days []string
		for _, s := range spans {
			days = append(days, string(s.From+"/"+s.Until))
		}
		if days != nil {
			out[key] = strings.Join(days, ", ")
		}
	}
	for _, n := range g.Nodes {
		tell(n.NodeKey(), v.history.Node(n.NodeKey()))
	}
	for _, e := range g.Edges {
		tell(gov.EdgeKey(e), v.history.Edge(gov.EdgeKey(e)))
	}
	return out
}

// edgeName is what a reader calls an edge: Graphviz knows its label and its ends.
func edgeName(extension string, e gov.Edge) string {
	if extension != "dot" {
		return gov.EdgeKey(e)
	}
	words := map[gov.EdgeKind]string{
		gov.EdgeCounterpart: "对口", gov.EdgeCharge: "分管", gov.EdgeAssignment: "承担", gov.EdgeDispatch: "派驻", gov.EdgeSharedOffice: "合署办公", gov.EdgeSuccession: "改为",
	}
	from, to := e.Ends()
	return words[e.EdgeKind()] + "|" + from + "|" + to
}

// counts are our answers to what the readers count besides nodes and edges.
func (v validated) counts(extension string) map[string]int {
	c := v.county
	inTownships := len(c.Organs()) + len(c.Leaders())
	for _, t := range c.Townships() {
		inTownships += len(t.Formers())
	}
	switch extension {
	case "graphml":
		posts := 0
		for _, o := range c.Organs() {
			for _, p := range o.Posts {
				posts += p.Count
			}
		}
		return map[string]int{"directed": 1, "posts": posts}
	case "cyjs":
		full := 0
		for _, t := range c.Townships() {
			full += min(1, len(t.Organs())+len(t.Leaders())+len(t.Formers()))
		}
		return map[string]int{"compounds": full, "children": inTownships}
	case "dot":
		return map[string]int{"clusters": len(c.Townships())}
	case "jsonld":
		return v.organizationCounts()
	}
	return nil
}

func (v validated) organizationCounts() map[string]int {
	c := v.county
	n := map[string]int{
		"formal": 1 + len(c.Townships()) + len(c.Departments()), "units": len(c.Organs()), "unitsOfTownships": len(c.Organs()),
		"persons": len(c.Leaders()), "memberships": len(c.Leaders()), "originals": len(c.Formers()), "posts": 0, "inCharge": 0, "changes": 0, "dated": 0,
	}
	for _, d := range c.Departments() {
		n["units"] += len(d.Sections())
	}
	for _, l := range c.Leaders() {
		n["posts"] += len(l.Posts)
		n["memberships"] += len(l.Charges())
		for _, e := range l.Charges() {
			if e.Role == gov.ChargeLead {
				n["inCharge"]++
			}
		}
	}
	n["organizations"] = n["formal"] + n["units"] + len(c.Formers())
	for _, f := range c.Formers() {
		if f.Of == gov.NodeDepartment {
			n["formal"]++
		}
	}
	n["changes"] = countChanges(c)
	if v.history.Known() {
		n["dated"] = n["changes"]
	}
	return n
}

// countChanges counts the connected groups of formers: those of one revision and reason that share a successor, or one
// of whom another became.
func countChanges(c *snapshot.County) int {
	group := map[string]string{}
	var find func(string) string
	find = func(s string) string {
		if group[s] == "" || group[s] == s {
			return s
		}
		return find(group[s])
	}
	formers := map[string]bool{}
	for _, f := range c.Formers() {
		steps := f.Successions()
		if len(steps) == 0 {
			formers["from "+f.Key] = true
		}
		for _, s := range steps {
			why := fmt.Sprint(s.Revision, s.Reason)
			a, b := find("from "+why+f.Key), find("to "+why+s.To)
			group[a] = b
			formers["from "+why+f.Key] = true
		}
	}
	roots := map[string]bool{}
	for f := range formers {
		roots[find(f)] = true
	}
	return len(roots)
}

// TestForeignSoftwareObjects: the readers above can fail. Each file is an export with one thing wrong.
func TestForeignSoftwareObjects(t *testing.T) {
	tools := openTools(t)
	c := countytest.Parse(t, `county 1 某县
department 农业农村局
township 甲镇
  organ 农业办 -> 农业农村局
  leader 丁 镇长 leads 农业办`)
	spoils := map[string][2]string{
		"no-end.graphml":   {`target="department:农业农村局"`, `target="nobody"`},
		"bad-id.graphml":   {`id="organ:甲镇:农业办"`, `id="organ 甲镇"`},
		"no-source.gexf":   {`target="department/农业农村局"`, ``},
		"bad-type.gexf":    {`type="boolean"`, `type="truth"`},
		"open.dot":         {`subgraph "cluster/township/甲镇" {`, `subgraph "cluster/township/甲镇" {{`},
		"quote.dot":        {`label="农业办"`, `label="农"业办"`},
		"no-end.cyjs":      {`"target":"department/农业农村局"`, `"target":"nobody"`},
		"person.jsonld":    {`"unitOf":"k:township/甲镇"`, `"unitOf":"k:leader/甲镇/丁"`},
		"language.jsonld":  {`"prefLabel":{"@id":"skos:prefLabel","@language":"zh"}`, `"prefLabel":"skos:prefLabel"`},
		"nowhere.jsonld":   {`"organization":"k:township/甲镇"`, `"other":1`},
		"malformed.jsonld": {`"@graph":[`, `"@graph":`},
	}
	folder := t.TempDir()
	for name, spoil := range spoils {
		f, _ := exchange.Lookup(strings.TrimPrefix(filepath.Ext(name), "."))
		var b strings.Builder
		if err := f.Write(&b, c, exchange.Beside{}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), spoil[0]) {
			t.Fatalf("%s: nothing to spoil in\n%s", name, b.String())
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(strings.Replace(b.String(), spoil[0], spoil[1], 1)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	readings, err := tools.Read(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	for name := range spoils {
		if len(readings[name].Problems) == 0 {
			t.Errorf("%s: nobody objects", name)
		}
	}
}
