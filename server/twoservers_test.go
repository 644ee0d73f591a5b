package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sync/errgroup"

	"tiaokuai/internal/neo4jtest"
)

// TestTwoServersOnOneNeo4j: two real servers, two counties, two writers a server. One server is killed amid the commits
// and started again. No update is lost or made twice, both servers come to the same counties, and who follows either
// hears of each commit once and in order, over event streams and over sockets.
func TestTwoServersOnOneNeo4j(t *testing.T) {
	const each = 12 // commits a writer
	db := neo4jtest.Shared(t)
	db.Empty(t)
	steady, mortal := newReplica(t, db.URI()), newReplica(t, db.URI())
	counties := []string{"900201", "900202"}
	for i, code := range counties {
		answer := steady.commit(t.Context(), code, 0, "make-"+code, fmt.Sprintf(`{createCounty: {key: %q, name: "县%d"}}`, code, i))
		if answer.ID == "" {
			t.Fatalf("county %s: %+v", code, answer)
		}
	}
	total := len(counties) * (1 + 2*each)

	g, ctx := errgroup.WithContext(t.Context())
	var heard [4][]heardCommit
	for i, f := range []follower{{steady, byEvents}, {steady, bySocket}, {mortal, byEvents}, {mortal, bySocket}} {
		g.Go(func() error { return f.follow(ctx, total, &heard[i]) })
	}
	half := make(chan struct{}, 2*len(counties))
	for i, code := range counties {
		for w := range 2 {
			first := []*replica{steady, mortal}[(i+w)%2]
			g.Go(func() error { return write(ctx, first, steady, code, w, each, half) })
		}
	}
	g.Go(func() error {
		for range cap(half) {
			select {
			case <-half:
			case <-ctx.Done():
				return nil
			}
		}
		mortal.kill()
		return mortal.start()
	})
	if err := g.Wait(); err != nil {
		t.Fatal(err)
	}
	for _, other := range heard[1:] {
		if !slices.Equal(heard[0], other) {
			t.Errorf("two subscribers heard differently:\n%v\n%v", heard[0], other)
		}
	}
	for _, code := range counties {
		a, b := steady.measures(t.Context(), code), mortal.measures(t.Context(), code)
		if a != b || strings.Count(a, "机制") != 2*each {
			t.Errorf("county %s: %d measures, want %d; at the other server %d", code, strings.Count(a, "机制"), 2*each, strings.Count(b, "机制"))
		}
	}
}

// write commits one measure after the other, each with an id of its own that is kept until it is answered. Where its
// server is gone it sends the same to the other; where somebody was faster it reads and tries on what is there.
func write(ctx context.Context, first, other *replica, code string, writer, each int, half chan<- struct{}) error {
	to := first
	for n := range each {
		if n == each/2 {
			half <- struct{}{}
		}
		name := fmt.Sprintf("机制%d之%d", writer, n)
		for done := false; !done; {
			if err := ctx.Err(); err != nil {
				return err
			}
			base := to.revision(ctx, code)
			if base == 0 {
				to = other
				continue
			}
			id, edit := fmt.Sprintf("%s-%d-%d-%d", code, writer, n, base), fmt.Sprintf(`{createMeasure: {name: %q, measureKind: COORDINATION, status: EXISTING}}`, name)
			answer := to.commit(ctx, code, base, id, edit)
			for answer.Unknown && ctx.Err() == nil { // lost: the same again, elsewhere
				to = other
				answer = to.commit(ctx, code, base, id, edit)
			}
			switch answer.Code {
			case "":
				done = true
			case "CONFLICT":
			default:
				return fmt.Errorf("%s: %+v", name, answer)
			}
		}
	}
	return nil
}
