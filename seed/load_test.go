package seed_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

// told is the seed as read once for all tests.
type told struct {
	county    *snapshot.County
	revisions []seed.Revision
	commits   []gov.Commit
	err       error
}

var tell = sync.OnceValue(func() told {
	revisions, err := seed.Load()
	if err != nil {
		return told{err: err}
	}
	county, commits, err := seed.Replay(revisions)
	return told{county, revisions, commits, err}
})

func load(t *testing.T) told {
	t.Helper()
	s := tell()
	if s.err != nil {
		t.Fatal(s.err)
	}
	return s
}

// at is the county at a revision.
func at(t *testing.T, revision int) *snapshot.County {
	t.Helper()
	c, _, err := seed.Replay(load(t).revisions[:revision])
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// documented is the head as its DOCUMENT nodes and edges alone tell it.
func documented(t *testing.T) *snapshot.County {
	t.Helper()
	return load(t).county.Filter([]gov.Basis{gov.BasisDocument}, "bDOCUMENT")
}

// readData reads one of the county's data files.
func readData(t *testing.T, name string, v any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(seed.County, name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatal(err)
	}
}

func TestDocumentIsTheOriginal(t *testing.T) {
	const want = "828930aa0bd73da788985e7894b2e7b5a3c273aed5e2eba5362d34b2a3d88384"
	sum := sha256.Sum256([]byte(seed.Document()))
	if got := hex.EncodeToString(sum[:]); got != want {
		t.Errorf("source-document.txt has SHA-256 %s, the original %s", got, want)
	}
}

func TestCommitsAreFixed(t *testing.T) {
	s := load(t)
	if len(s.commits) != 5 {
		t.Fatalf("%d commits", len(s.commits))
	}
	for i, c := range s.commits {
		if want := "seed-410185-000" + string(rune('1'+i)); c.ID != want || c.Revision != int64(i)+1 || c.County != seed.County {
			t.Errorf("commit %d is %s, revision %d of %s", i, c.ID, c.Revision, c.County)
		}
		if c.Actor == "" || c.Reason == "" || c.RecordedAt.IsZero() || c.Effective.Check() != nil || c.Effective == "" {
			t.Errorf("%s lacks actor, reason or a time", c.ID)
		}
		if i > 0 && (c.Effective < s.commits[i-1].Effective || !c.RecordedAt.After(s.commits[i-1].RecordedAt)) {
			t.Errorf("%s is earlier than the one before", c.ID)
		}
		for _, place := range []string{"{乡镇}", "{级}", "{名}", "{每个乡镇}"} {
			if strings.Contains(string(c.Edits), place) {
				t.Errorf("%s: %s was not filled in", c.ID, place)
			}
		}
	}
}

func TestSameBytesEveryTime(t *testing.T) {
	first := load(t)
	again, err := seed.Load()
	if err != nil {
		t.Fatal(err)
	}
	county, commits, err := seed.Replay(again)
	if err != nil {
		t.Fatal(err)
	}
	for i := range commits {
		if !bytes.Equal(commits[i].Edits, first.commits[i].Edits) {
			t.Errorf("%s: other edits the second time", commits[i].ID)
		}
	}
	if !gov.SameGraph(county.Graph(), first.county.Graph()) {
		t.Error("another county the second time")
	}
}
