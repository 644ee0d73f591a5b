package neo4j_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"
	"time"

	toxiproxy "github.com/Shopify/toxiproxy/v2"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/rs/zerolog"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/neo4jtest"
	"tiaokuai/internal/store"
	"tiaokuai/internal/store/neo4j"
	"tiaokuai/internal/store/storetest"
)

// line is a network between store and Neo4j that can be made bad.
type line struct {
	*toxiproxy.Proxy
	toxic string
}

func newLine(t *testing.T, uri string) *line {
	t.Helper()
	to, err := url.Parse(uri)
	if err != nil {
		t.Fatal(err)
	}
	server := toxiproxy.NewServer(toxiproxy.NewMetricsContainer(prometheus.NewRegistry()), zerolog.Nop())
	p := toxiproxy.NewProxy(server, t.Name(), "127.0.0.1:0", to.Host)
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Stop)
	return &line{Proxy: p}
}

func (l *line) uri() string { return "bolt://" + l.Listen }

// spoil puts one fault on the line, in place of the one before.
func (l *line) spoil(t *testing.T, fault string) {
	t.Helper()
	l.mend(t)
	toxic, err := l.Toxics.AddToxicJson(strings.NewReader(fault))
	if err != nil {
		t.Fatal(err)
	}
	l.toxic = toxic.Name
}

func (l *line) mend(t *testing.T) {
	t.Helper()
	if l.toxic == "" {
		return
	}
	if err := l.Toxics.RemoveToxic(context.WithoutCancel(t.Context()), l.toxic); err != nil {
		t.Fatal(err)
	}
	l.toxic = ""
}

// fault is one of those that cut a connection somewhere in a commit: after some bytes of questions or answers (a lost
// request, a lost acknowledgement), by a reset, or late. Only some connections have it, so that work goes on.
func fault(rng *rand.Rand) string {
	direction := []string{"upstream", "downstream"}[rng.IntN(2)]
	switch rng.IntN(4) {
	case 0:
		return fmt.Sprintf(`{"type": "reset_peer", "stream": %q, "toxicity": 0.5, "attributes": {"timeout": %d}}`, direction, rng.IntN(3))
	case 1:
		return fmt.Sprintf(`{"type": "latency", "stream": %q, "toxicity": 0.5, "attributes": {"latency": %d, "jitter": 5}}`, direction, rng.IntN(10))
	}
	return fmt.Sprintf(`{"type": "limit_data", "stream": %q, "toxicity": 0.5, "attributes": {"bytes": %d}}`, direction, rng.IntN(4000))
}

// Cut, reset and slow connections lose no answered commit and double none.
func TestBadLine(t *testing.T) {
	t.Parallel()
	faults := 60
	if soak() {
		faults = 2000
	}
	db := neo4jtest.New(t)
	l := newLine(t, db.URI())
	crew := startCrew(t, l.uri())
	rng := rand.New(rand.NewPCG(1, 1))
	for range faults {
		l.spoil(t, fault(rng))
		crew.answers(t, 1+rng.IntN(4))
	}
	l.mend(t)
	crew.stop()
	direct := open(t, db.URI())
	defer direct.Close(t.Context())
	var witness storetest.Witness
	witness.Check(t, direct, crew.taken())
	t.Logf("%d faults, %d commits", faults, witness.Commits())
}

// A line on which nothing comes back is given up when the caller's time is over, and used again when it is mended.
func TestBlackHole(t *testing.T) {
	t.Parallel()
	l := newLine(t, neo4jtest.Shared(t).URI())
	s := open(t, l.uri())
	defer s.Close(t.Context())
	c := firstCommit(neo4jtest.UniqueCounty(t))
	l.spoil(t, `{"type": "timeout", "stream": "downstream", "attributes": {"timeout": 0}}`)
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	_, err := s.Append(ctx, store.Append{Commit: c})
	if gov.CodeOf(err) != gov.CodeUnavailable || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("in a black hole: %v, want UNAVAILABLE because of the deadline", err)
	}
	l.mend(t)
	recorded, err := s.Append(t.Context(), store.Append{Commit: c})
	if err != nil || recorded.Revision != 1 {
		t.Errorf("mended: %+v, %v", recorded, err)
	}
}

// Nobody there is said with the address and what to do, at start and later; the store comes back by itself.
func TestNobodyThere(t *testing.T) {
	t.Parallel()
	db := neo4jtest.Shared(t)
	l := newLine(t, db.URI())
	l.Stop()
	wantAbsent := func(err error) {
		t.Helper()
		var said *gov.Error
		if !errors.As(err, &said) || said.Code != gov.CodeUnavailable || !strings.Contains(said.Message.ZH, l.uri()) || said.Hint.ZH == "" {
			t.Errorf("%v, want UNAVAILABLE with the address and a hint", err)
		}
	}
	_, err := neo4j.Open(t.Context(), neo4j.Config{URI: l.uri()})
	wantAbsent(err)
	s, err := neo4j.Open(t.Context(), neo4j.Config{URI: l.uri(), Later: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(t.Context())
	_, err = s.Heads(t.Context())
	wantAbsent(err)
	if err := l.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Append(t.Context(), store.Append{Commit: firstCommit(neo4jtest.UniqueCounty(t))}); err != nil {
		t.Errorf("there again: %v", err)
	}
	l.Stop()
	_, err = s.Position(t.Context())
	wantAbsent(err)
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	uri := neo4jtest.Shared(t).URI()
	for _, address := range []string{uri, strings.Replace(uri, "bolt:", "neo4j:", 1)} {
		s := open(t, address)
		if _, err := s.Heads(t.Context()); err != nil {
			t.Errorf("%s: %v", address, err)
		}
		if err := s.Close(t.Context()); err != nil {
			t.Error(err)
		}
	}
	for _, address := range []string{"", "127.0.0.1:7687", "http://127.0.0.1", "bolt://[::1"} {
		if _, err := neo4j.Open(t.Context(), neo4j.Config{URI: address}); gov.CodeOf(err) != gov.CodeInvalid {
			t.Errorf("%q: %v, want INVALID", address, err)
		}
	}
}

func firstCommit(county string) gov.Commit {
	return gov.Commit{
		ID: county + "/1", County: county, Revision: 1, RecordedAt: time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC), Effective: "2024-03-01", Actor: "测试员",
		Delta: gov.Delta{Nodes: []gov.NodeChange{{After: &gov.County{Key: county, Name: "甲县"}}}},
	}
}
