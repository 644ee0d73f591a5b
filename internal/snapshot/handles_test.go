package snapshot_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

const linked = `county 1 某县
source 文件
department 农业农村局 order=2 sections=种植业科,畜牧科 leads 防汛
department 应急局 order=1
township 乙镇 order=2
  organ 独办
township 甲镇 order=1
  organ 农业办 order=2 source=文件 -> 农业农村局[畜牧科], 应急局:WINDOW leads 防汛
  organ 应急办 order=1 -> 应急局 supports 防汛 shares 农业办
  leader 丁 镇长 overall 农业办 leads 应急办
  former 老办 MERGED revision=1 -> 农业办
  former 更老办 SPLIT revision=1 -> 老办, 应急办
duty 防汛
dispatch 农业农村局 -> 农业办@甲镇`

func keys[E gov.Node](es []E) []string {
	out := make([]string, len(es))
	for i, e := range es {
		out[i] = e.NodeName()
	}
	return out
}

func get[E snapshot.Entity](t *testing.T, c *snapshot.County, key string) E {
	t.Helper()
	e, ok := snapshot.Lookup[E](c, key)
	if !ok {
		t.Fatalf("%s is not found", key)
	}
	return e
}

func TestHandles(t *testing.T) {
	c := countytest.Parse(t, linked)
	farm, safety := get[snapshot.Organ](t, c, "organ/甲镇/农业办"), get[snapshot.Organ](t, c, "organ/甲镇/应急办")
	older := get[snapshot.Former](t, c, "organ/甲镇/更老办")
	office := get[snapshot.Department](t, c, "department/农业农村局")
	flood := get[snapshot.Duty](t, c, "duty/防汛")
	for name, pair := range map[string][2][]string{
		"townships":             {keys(c.Townships()), {"甲镇", "乙镇"}},
		"departments":           {keys(c.Departments()), {"应急局", "农业农村局"}},
		"organs":                {keys(c.Organs()), {"应急办", "农业办", "独办"}},
		"organ's departments":   {keys(farm.Departments()), {"应急局", "农业农村局"}},
		"sections":              {keys(office.Sections()), {"畜牧科", "种植业科"}},
		"counterpart's section": {keys(farm.Counterparts()[1].Sections()), {"畜牧科"}},
		"shared":                {keys(farm.SharesOfficeWith()), {"应急办"}},
		"shared back":           {keys(safety.SharesOfficeWith()), {"农业办"}},
		"predecessors":          {keys(farm.Predecessors()), {"老办"}},
		"successors":            {keys(older.Successors()), {"应急办", "农业办"}},
		"formers":               {keys(c.Formers()), {"更老办", "老办"}},
		"sources":               {keys(c.SourcesOf(farm.Origin())), {"文件"}},
	} {
		if diff := cmp.Diff(pair[1], pair[0]); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if len(flood.Assignments()) != 3 || len(flood.DepartmentAssignments()) != 1 || flood.Assignments()[0].Bearer().NodeKey() != office.Key {
		t.Error("the bearers of a duty are wrong")
	}
	if farm.Charges()[0].Leader().Name != "丁" || len(get[snapshot.Leader](t, c, "leader/甲镇/丁").Charges()) != 2 {
		t.Error("charges are wrong")
	}
	if farm.Dispatches()[0].Department().Key != office.Key || office.Dispatches()[0].Organ().Key != farm.Key {
		t.Error("dispatches are wrong")
	}
	if _, ok := snapshot.Lookup[snapshot.Leader](c, farm.Key); ok {
		t.Error("an organ was found as a leader")
	}
}

// One key has one id in each world, and a former keeps the id of what it was.
func TestIDs(t *testing.T) {
	c := countytest.Parse(t, linked)
	organ := get[snapshot.Organ](t, c, "organ/甲镇/农业办")
	there := get[snapshot.Organ](t, c.In("r3"), organ.Key)
	if organ.ID() == there.ID() || organ.Key != there.Key {
		t.Error("two worlds share an id")
	}
	id, err := gov.ParseGlobalID(get[snapshot.Former](t, c, "organ/甲镇/老办").ID())
	if err != nil || id.Type != "Organ" || id.Key != "organ/甲镇/老办" || id.County != "1" {
		t.Errorf("%+v, %v", id, err)
	}
}

func TestDiffIsEmptyOfTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := countytest.RandomGraph(countytest.Rapid(t))
		a, errA := snapshot.Build(g, snapshot.Meta{})
		b, errB := snapshot.Build(g, snapshot.Meta{})
		if errA != nil || errB != nil || !snapshot.Diff(a, b).Empty() || snapshot.Diff(nil, a).Size() != len(g.Nodes)+len(g.Edges) {
			t.Error("two snapshots of one graph differ")
		}
	})
}

// A filtered county holds only what the bases say, and all of it that still hangs together.
func TestFilter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := countytest.Random(countytest.Rapid(t))
		bases := []gov.Basis{gov.BasisDocument, gov.BasisInferred}
		f := c.Filter(bases, "bDOCUMENT")
		for n := range f.Nodes() {
			switch n.(type) {
			case *gov.County, *gov.Source:
				continue
			}
			if !slices.Contains(bases, n.Origin().Basis) {
				t.Errorf("%s stayed", n.NodeKey())
			}
		}
		for e := range c.Edges() {
			from, to := e.Ends()
			_, hasFrom := f.Node(from)
			_, hasTo := f.Node(to)
			_, stayed := f.Edge(e.EdgeKind(), from, to)
			if stayed != (hasFrom && hasTo && slices.Contains(bases, e.Origin().Basis)) {
				t.Errorf("%s stayed: %v", gov.EdgeKey(e), stayed)
			}
		}
		if f.Meta().World != "bDOCUMENT" {
			t.Error("a filtered county is a world of its own")
		}
	})
}

// What is derived from a part is computed once, whoever asks, and goes with the part into the next snapshot.
func TestDerive(t *testing.T) {
	c := countytest.Parse(t, linked)
	var mu sync.Mutex
	computed := 0
	derive := func(cell *snapshot.Cell) int {
		return snapshot.Derive(cell, "test", func() int {
			mu.Lock()
			defer mu.Unlock()
			computed++
			return computed
		})
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() { derive(c.Townships()[0].Cell()) })
	}
	wait.Wait()
	organ := get[snapshot.Organ](t, c, "organ/乙镇/独办").Organ
	after := *organ
	after.Staff = 1
	next, err := c.Apply(gov.Delta{Nodes: []gov.NodeChange{{Before: organ, After: &after}}}, snapshot.Meta{Revision: 2})
	if err != nil {
		t.Fatal(err)
	}
	if derive(next.Townships()[0].Cell()) != 1 || derive(next.Townships()[1].Cell()) != 2 || derive(c.BaseCell()) != 3 || derive(next.BaseCell()) != 3 {
		t.Errorf("computed %d times", computed)
	}
}
