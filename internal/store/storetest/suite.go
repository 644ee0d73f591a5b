package storetest

import (
	"context"
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// Factory makes a place for a store and returns how to open it. Opened again after Close, the store must hold what it
// held before. A store that the suite leaves open is the factory's to close.
type Factory func(tb testing.TB) (open func() store.Store)

// cases are the suite, in the order of the contract.
var cases = []struct {
	name string
	run  func(*testing.T, *bench)
}{
	{"AppendThenLoad", appendThenLoad},
	{"BaseRevision", baseRevision},
	{"SentAgain", sentAgain},
	{"CommitIDUsedTwice", commitIDUsedTwice},
	{"Invalid", invalid},
	{"ChangedOutside", changedOutside},
	{"AdoptNeedsAnObserver", adoptNeedsAnObserver},
	{"TimesOfCommits", timesOfCommits},
	{"WritersOfOneCounty", writersOfOneCounty},
	{"WritersOfManyCounties", writersOfManyCounties},
	{"SentByManyAtOnce", sentByManyAtOnce},
	{"ReadersSeeWholeCommits", readersSeeWholeCommits},
	{"LogPages", logPages},
	{"LogOfLargeBodies", logOfLargeBodies},
	{"History", history},
	{"RevisionAt", revisionAt},
	{"EveryRevision", everyRevision},
	{"Derived", derived},
	{"Documents", documents},
	{"DocumentWriters", documentWriters},
	{"DocumentLog", documentLog},
	{"DocumentFollowers", documentFollowers},
	{"Checkpoints", checkpoints},
	{"CheckpointsByThemselves", checkpointsByThemselves},
	{"NotFound", notFound},
	{"GivenUp", givenUp},
	{"LargeCommit", largeCommit},
	{"Reopen", reopen},
	{"Oracle", oracle},
}

// Run holds the engine of a factory to the contract.
func Run(t *testing.T, f Factory) {
	open := f(t)
	b := &bench{open: open, Store: open()}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { c.run(t, b) })
	}
	if err := b.Close(t.Context()); err != nil {
		t.Error(err)
	}
	if _, err := b.Position(t.Context()); err == nil {
		t.Error("a closed store answers")
	}
}

// bench is the store under test.
type bench struct {
	store.Store
	open     func() store.Store
	counties int
}

// county is the key of a county that the store does not have.
func (b *bench) county(t tb) string {
	t.Helper()
	b.counties++
	return fmt.Sprintf("test-%d-%d", b.position(t).Commit, b.counties)
}

// position is where the store's logs end.
func (b *bench) position(t tb) store.Position {
	t.Helper()
	return must(b.Position(t.Context()))
}

// noon is when the suite's first commits are recorded.
var noon = time.Date(2024, 3, 1, 12, 0, 0, 123456789, time.UTC)

// commit is a commit of a delta with times that follow from its revision.
func commit(county string, revision int64, d gov.Delta) gov.Commit {
	at := noon.Add(time.Duration(revision) * time.Hour)
	return gov.Commit{
		ID: fmt.Sprintf("%s/%d", county, revision), County: county, Revision: revision, RecordedAt: at, Effective: gov.DateOf(at),
		Actor: "测试员", Reason: "测试", Counts: d.Counts(), Edits: fmt.Appendf(nil, `[{"test":{"county":%q,"revision":%d}}]`, county, revision), Delta: d,
	}
}

// put appends a commit that must succeed.
func (b *bench) put(t tb, c gov.Commit) gov.Commit {
	t.Helper()
	return must(b.Append(t.Context(), store.Append{Commit: c}))
}

// write appends n random commits to a new county and returns the author with the commits recorded.
func (b *bench) write(t tb, n int) (*Author, []gov.Commit) {
	t.Helper()
	a := NewAuthor(uint64(n), b.county(t))
	var commits []gov.Commit
	for i := range n {
		commits = append(commits, b.put(t, commit(a.County, int64(i+1), a.Next(1+i%7))))
	}
	return a, commits
}

// load is a county's head and graph, which must be there.
func (b *bench) load(t tb, county string) (gov.Head, gov.Graph) {
	t.Helper()
	h, g, err := b.Load(t.Context(), county)
	if err != nil {
		t.Fatal(err)
	}
	return h, g
}

// must is a value that comes without an error; the panic ends the test with the error's text.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func wantCode(t tb, err error, code gov.Code) {
	t.Helper()
	if err == nil || gov.CodeOf(err) != code {
		t.Errorf("got error %v, want %s", err, code)
	}
}

func same(t tb, what string, want, got any) {
	t.Helper()
	if reflect.DeepEqual(want, got) { // fast, and nearly always so
		return
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(gov.SameGraph)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// background is for what must run after a test's own context has ended.
func background(t tb) context.Context { return context.WithoutCancel(t.Context()) }

// tb is what a *testing.T and a *rapid.T have in common.
type tb interface {
	rapid.TB
	Context() context.Context
}
