package storetest

import (
	"flag"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// model is the store as a few maps: what any engine must answer about one county.
type model struct {
	*bench
	author    *Author
	commits   []gov.Commit
	graphs    []gov.Graph // by revision; 0 is the empty one
	derived   map[string][]byte
	documents []store.Document // every version, in order of writing
}

// oracle: random calls give what a map would.
func oracle(t *testing.T, b *bench) {
	if checks := flag.Lookup("rapid.checks"); checks.Value.String() == checks.DefValue { // a hundred by default
		defer func() { _ = checks.Value.Set(checks.DefValue) }()
		_ = checks.Value.Set("20")
	}
	rapid.Check(t, func(rt *rapid.T) {
		m := &model{bench: b, author: NewAuthor(rapid.Uint64().Draw(rt, "seed"), b.county(t)), graphs: []gov.Graph{{}}}
		m.append(rt)
		rt.Repeat(map[string]func(*rapid.T){
			"append": m.append, "append again": m.appendAgain, "append late": m.appendLate, "derive": m.derive,
			"write a document": m.writeDocument, "read documents": m.readDocuments, "read their log": m.readDocumentLog, "go back": m.goBack, "": m.check,
		})
	})
}

func (m *model) head() gov.Head {
	last := m.commits[len(m.commits)-1]
	return gov.Head{
		County: m.author.County, Revision: last.Revision, Documents: int64(len(m.documents)), Seq: last.Seq, CommitID: last.ID,
		RecordedAt: last.RecordedAt, Effective: last.Effective, Derived: m.derived,
	}
}

func (m *model) append(t *rapid.T) {
	c := commit(m.author.County, int64(len(m.commits)+1), m.author.Next(rapid.IntRange(0, 20).Draw(t, "steps")))
	m.derived = nil
	if rapid.Bool().Draw(t, "derived") {
		m.derived = map[string][]byte{"summary": rapid.SliceOfN(rapid.Byte(), 1, 9).Draw(t, "blob")}
	}
	recorded := must(m.Append(t.Context(), store.Append{Commit: c, Derived: m.derived}))
	c.Seq = recorded.Seq
	same(t, "recorded", c, recorded)
	m.commits, m.graphs = append(m.commits, c), append(m.graphs, m.author.Graph())
}

func (m *model) appendAgain(t *rapid.T) {
	c := rapid.SampledFrom(m.commits).Draw(t, "commit")
	same(t, "recorded", c, must(m.Append(t.Context(), store.Append{Commit: c, Derived: map[string][]byte{"not": []byte("kept")}})))
}

func (m *model) appendLate(t *rapid.T) {
	c := commit(m.author.County, rapid.Int64Range(1, int64(len(m.commits))).Draw(t, "revision"), gov.Delta{})
	c.ID += "/late"
	_, err := m.Append(t.Context(), store.Append{Commit: c})
	wantCode(t, err, gov.CodeConflict)
}

func (m *model) derive(t *rapid.T) {
	revision := rapid.Int64Range(1, int64(len(m.commits))).Draw(t, "revision")
	name := rapid.SampledFrom([]string{"summary", "names"}).Draw(t, "name")
	if err := m.PutDerived(t.Context(), m.author.County, revision, map[string][]byte{name: []byte("later")}); err != nil {
		t.Fatal(err)
	}
	if revision == int64(len(m.commits)) {
		if m.derived == nil {
			m.derived = map[string][]byte{}
		}
		m.derived[name] = []byte("later")
	}
}

func (m *model) writeDocument(t *rapid.T) {
	d := store.Document{
		County: m.author.County, Kind: "scenario", ID: rapid.SampledFrom([]string{"a", "b", "ab"}).Draw(t, "id"),
		Actor: fmt.Sprint(len(m.documents)), Deleted: rapid.Bool().Draw(t, "deleted"), Time: noon.Add(time.Duration(len(m.documents)) * time.Minute),
	}
	var newest int64
	for _, old := range m.documents {
		if old.ID == d.ID {
			newest = old.Version
		}
	}
	if d.Version = rapid.SampledFrom([]int64{newest, newest, newest + 1, 0}).Draw(t, "base"); d.Version != newest {
		_, err := m.PutDocument(t.Context(), d)
		wantCode(t, err, gov.CodeConflict)
		return
	}
	written := m.putDocument(t, d)
	d.Version++
	d.Seq = m.position(t).Document
	same(t, "written", d, written)
	m.documents = append(m.documents, d)
}

func (m *model) readDocuments(t *rapid.T) {
	at := noon.Add(time.Duration(rapid.IntRange(-1, len(m.documents)).Draw(t, "minute")) * time.Minute)
	var want []store.Document
	for _, id := range []string{"a", "ab", "b"} {
		var newest store.Document
		for _, d := range m.documents {
			if d.ID == id && !d.Time.After(at) {
				newest = d
			}
		}
		if newest.Version > 0 && !newest.Deleted {
			want = append(want, newest)
		}
	}
	same(t, "documents", want, must(m.Documents(t.Context(), m.author.County, "scenario", at)))
}

func (m *model) readDocumentLog(t *rapid.T) {
	if len(m.documents) == 0 {
		return
	}
	from := rapid.IntRange(0, len(m.documents)-1).Draw(t, "from")
	limit := rapid.IntRange(1, len(m.documents)).Draw(t, "limit")
	want := m.documents[from:min(from+limit, len(m.documents))]
	same(t, "log of documents", want, must(m.DocumentLog(t.Context(), want[0].Seq-1, limit)))
}

func (m *model) goBack(t *rapid.T) {
	revision := rapid.Int64Range(1, int64(len(m.commits))).Draw(t, "revision")
	c, g, err := store.At(t.Context(), m, m.author.County, revision)
	if err != nil {
		t.Fatal(err)
	}
	brief := m.commits[revision-1]
	brief.Edits, brief.Delta = nil, gov.Delta{}
	same(t, "commit then", brief, c)
	same(t, "graph then", m.graphs[revision], g)
	if rapid.Bool().Draw(t, "checkpoint") {
		if err := m.PutCheckpoint(t.Context(), m.author.County, revision, g); err != nil {
			t.Fatal(err)
		}
	}
}

func (m *model) check(t *rapid.T) {
	head, g := m.load(t, m.author.County)
	same(t, "head", m.head(), head)
	same(t, "graph", m.graphs[len(m.graphs)-1], g)
}
