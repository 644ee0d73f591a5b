package neo4j

import (
	"context"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// commitProperties are a commit's properties but its number, which comes last.
func commitProperties(c gov.Commit, parts, bytes int) map[string]any {
	props := map[string]any{
		"id": c.ID, "county": c.County, "revision": c.Revision, "recordedAt": c.RecordedAt, "effective": string(c.Effective),
		"actor": c.Actor, "parts": int64(parts), "bytes": int64(bytes),
		"countsAdded": int64(c.Counts.Added), "countsRemoved": int64(c.Counts.Removed), "countsChanged": int64(c.Counts.Changed),
	}
	if c.Reason != "" {
		props["reason"] = c.Reason
	}
	return props
}

// commitOf is a commit from its properties, with its body if parts are wanted.
func (t tx) commitOf(props map[string]any, parts []any, body bool) (gov.Commit, error) {
	p := properties(props)
	c := gov.Commit{
		ID: p.text("id"), Seq: p.number("seq"), County: p.text("county"), Revision: p.number("revision"), RecordedAt: p.time("recordedAt"),
		Effective: gov.Date(p.text("effective")), Actor: p.text("actor"), Reason: p.text("reason"),
		Counts: gov.Counts{Added: int(p.number("countsAdded")), Removed: int(p.number("countsRemoved")), Changed: int(p.number("countsChanged"))},
	}
	if c.ID == "" || c.Seq == 0 || c.County == "" || c.Revision == 0 || c.Effective == "" || c.RecordedAt.IsZero() {
		return c, errHalfSeen
	}
	if !body {
		return c, nil
	}
	packed, ok := whole(parts, p.number("parts"))
	if !ok {
		return c, errHalfSeen
	}
	return c, t.codec.DecodeBody(packed, &c)
}

// commits reads rows of commits, the number or revision of which goes up by one.
func (t tx) commits(rows []*driver.Record, body bool, place func(gov.Commit) int64) ([]gov.Commit, error) {
	var commits []gov.Commit
	for _, row := range rows {
		c, err := t.commitOf(value[map[string]any](row, "commit"), value[[]any](row, "parts"), body)
		if err != nil {
			return nil, err
		}
		if n := len(commits); n > 0 && place(c) != place(commits[n-1])+1 {
			return nil, errHalfSeen
		}
		commits = append(commits, c)
	}
	return commits, nil
}

// Position is where both logs end. It waits for what has its number and is not visible yet.
func (s *Store) Position(ctx context.Context) (store.Position, error) {
	var p store.Position
	err := s.write(ctx, budget(0), func(t tx) error {
		rows, err := t.rows("barrier", nil, nil)
		if err == nil && len(rows) == 1 {
			p = store.Position{Commit: value[int64](rows[0], "seq"), Document: value[int64](rows[0], "documents")}
		}
		return err
	})
	return p, err
}

// Log gives commits of all counties above a number.
func (s *Store) Log(ctx context.Context, since int64, limit int) ([]gov.Commit, error) {
	var commits []gov.Commit
	err := s.settled(ctx, func(t tx) error {
		since := max(since, 0)
		limit, err := t.page(since, limit)
		if commits = nil; err != nil || limit == 0 {
			return err
		}
		rows, err := t.rows("log", nil, map[string]any{"since": since, "limit": limit})
		if err != nil {
			return err
		}
		commits, err = t.commits(rows, true, func(c gov.Commit) int64 { return c.Seq })
		if err == nil && len(commits) > 0 && commits[0].Seq != since+1 {
			err = errHalfSeen
		}
		return err
	})
	return commits, err
}

// page is how many commits above a number make one answer.
func (t tx) page(since int64, limit int) (int64, error) {
	rows, err := t.rows("log_sizes", nil, map[string]any{"since": since, "limit": int64(max(limit, 0))})
	bytes := int64(0)
	for i, row := range rows {
		if bytes >= store.PageBytes {
			return int64(i), err
		}
		bytes += value[int64](row, "bytes")
	}
	return int64(len(rows)), err
}

// History gives a county's commits between two revisions.
func (s *Store) History(ctx context.Context, county string, from, to int64, bodies bool) ([]gov.Commit, error) {
	var commits []gov.Commit
	err := s.settled(ctx, func(t tx) error {
		rows, err := t.rows("history", bodies, map[string]any{"county": county, "from": from, "to": to})
		if err == nil && len(rows) == 0 {
			_, err = t.exists(county)
			return err
		}
		if err == nil {
			commits, err = t.commits(rows, bodies, func(c gov.Commit) int64 { return c.Revision })
		}
		return err
	})
	return commits, err
}

// RevisionAt is the last revision effective by a day.
func (s *Store) RevisionAt(ctx context.Context, county string, day gov.Date) (int64, error) {
	var revision int64
	err := s.read(ctx, func(t tx) error {
		revision = 0
		rows, err := t.rows("revision_at", nil, map[string]any{"county": county, "day": string(day)})
		if err == nil && len(rows) == 0 {
			_, err = t.exists(county)
			return err
		}
		if err == nil {
			revision = value[int64](rows[0], "revision")
		}
		return err
	})
	return revision, err
}
