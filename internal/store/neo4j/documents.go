package neo4j

import (
	"context"
	"errors"
	"time"

	"tiaokuai/internal/store"
)

// PutDocument writes a version of a document.
func (s *Store) PutDocument(ctx context.Context, d store.Document) (store.Document, error) {
	d, err := store.PrepareDocument(d)
	if err != nil {
		return store.Document{}, err
	}
	var written store.Document
	err = s.write(ctx, budget(0), func(t tx) error {
		if _, err := t.head(d.County); err != nil {
			return err
		}
		newest, err := t.newestVersion(d)
		if err != nil {
			return err
		}
		if written, err = store.NextVersion(newest, d); err != nil {
			return err
		}
		if written.Version == newest.Version {
			return errAnswered
		}
		written.Seq, err = t.putDocument(written)
		return err
	})
	if err != nil && !errors.Is(err, errAnswered) {
		return store.Document{}, err
	}
	return written, nil
}

// putDocument writes a version and takes its number.
func (t tx) putDocument(d store.Document) (int64, error) {
	params := map[string]any{"county": d.County, "document": documentProperties(d)}
	if err := t.do("put_document", nil, params); err != nil {
		return 0, err
	}
	rows, err := t.rows("number_document", nil, params)
	if err != nil {
		return 0, err
	}
	return value[int64](rows[0], "seq"), nil
}

func (t tx) newestVersion(d store.Document) (store.Document, error) {
	rows, err := t.rows("document", nil, map[string]any{"county": d.County, "kind": d.Kind, "id": d.ID})
	if err != nil || len(rows) == 0 {
		return store.Document{}, err
	}
	return documentOf(value[map[string]any](rows[0], "document")), nil
}

// Documents are the newest versions of a kind written at or before a time, without those deleted. The head's lock makes
// sure that what its counter has counted is seen.
func (s *Store) Documents(ctx context.Context, county, kind string, at time.Time) ([]store.Document, error) {
	params := map[string]any{"county": county, "kind": kind, "at": nil}
	if !at.IsZero() {
		params["at"] = at.UTC()
	}
	var out []store.Document
	err := s.write(ctx, longRead, func(t tx) error {
		out = nil
		if _, err := t.head(county); err != nil {
			return err
		}
		rows, err := t.rows("documents", nil, params)
		for _, row := range rows {
			out = append(out, documentOf(value[map[string]any](row, "document")))
		}
		return err
	})
	return out, err
}

// DocumentLog gives versions of all counties above a number.
func (s *Store) DocumentLog(ctx context.Context, since int64, limit int) ([]store.Document, error) {
	since = max(since, 0)
	var out []store.Document
	err := s.settled(ctx, func(t tx) error {
		out = nil
		rows, err := t.rows("document_log", nil, map[string]any{"since": since, "limit": int64(max(limit, 0))})
		for i, row := range rows {
			d := documentOf(value[map[string]any](row, "document"))
			if d.Seq != since+int64(i)+1 || d.County == "" || d.Kind == "" || d.ID == "" || d.Version == 0 || d.Time.IsZero() {
				return errHalfSeen
			}
			out = append(out, d)
		}
		return err
	})
	return out, err
}

// documentProperties are a version's properties but its number, which comes last.
func documentProperties(d store.Document) map[string]any {
	props := map[string]any{
		"county": d.County, "kind": d.Kind, "id": d.ID, "version": d.Version, "actor": d.Actor, "time": d.Time, "deleted": d.Deleted,
	}
	if d.Body != nil {
		props["body"] = d.Body
	}
	return props
}

func documentOf(props map[string]any) store.Document {
	p := properties(props)
	return store.Document{
		Seq: p.number("seq"), County: p.text("county"), Kind: p.text("kind"), ID: p.text("id"), Version: p.number("version"), Actor: p.text("actor"),
		Time: p.time("time"), Deleted: p.truth("deleted"), Body: p.bytes("body"),
	}
}
