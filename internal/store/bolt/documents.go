package bolt

import (
	"bytes"
	"context"
	"encoding/json"
	"time"

	"go.etcd.io/bbolt"

	"tiaokuai/internal/store"
)

// PutDocument writes a version of a document.
func (s *Store) PutDocument(ctx context.Context, d store.Document) (store.Document, error) {
	d, err := store.PrepareDocument(d)
	if err != nil {
		return store.Document{}, err
	}
	var written store.Document
	err = s.update(ctx, func(tx *bbolt.Tx) error {
		county, err := countyOf(tx, d.County)
		if err != nil {
			return err
		}
		prefix := joined(d.Kind, d.ID, "")
		newest, err := newestVersion(county.Bucket(bucketDocuments), prefix)
		if err != nil {
			return err
		}
		if written, err = store.NextVersion(newest, d); err != nil || written.Version == newest.Version {
			return err
		}
		raw, err := json.Marshal(written)
		if err != nil {
			return err
		}
		if err := county.Bucket(bucketDocuments).Put(append(prefix, number(written.Version)...), raw); err != nil {
			return err
		}
		head, err := readHead(county)
		if err != nil {
			return err
		}
		head.Documents++
		return writeHead(county, head)
	})
	if err != nil {
		return store.Document{}, err
	}
	return written, nil
}

// newestVersion is the last version under a prefix, the zero Document if there is none.
func newestVersion(documents *bbolt.Bucket, prefix []byte) (store.Document, error) {
	var d store.Document
	cursor := documents.Cursor()
	key, _ := cursor.Seek(append(bytes.Clone(prefix), number(-1)...)) // as a key −1 is above every version
	value := []byte(nil)
	if key == nil {
		key, value = cursor.Last()
	} else {
		key, value = cursor.Prev()
	}
	if !bytes.HasPrefix(key, prefix) {
		return d, nil
	}
	return d, decodeDocument(value, &d)
}

// Documents are the newest versions of a kind written at or before a time, without those deleted.
func (s *Store) Documents(ctx context.Context, county, kind string, at time.Time) ([]store.Document, error) {
	var out []store.Document
	err := s.view(ctx, func(tx *bbolt.Tx) error {
		b, err := countyOf(tx, county)
		if err != nil {
			return err
		}
		var newest store.Document // of the id that the cursor is in
		keep := func() {
			if newest.Version > 0 && !newest.Deleted {
				out = append(out, newest)
			}
		}
		prefix, cursor := joined(kind, ""), b.Bucket(bucketDocuments).Cursor()
		for key, value := cursor.Seek(prefix); bytes.HasPrefix(key, prefix); key, value = cursor.Next() {
			var d store.Document
			if err := decodeDocument(value, &d); err != nil {
				return err
			}
			if !at.IsZero() && d.Time.After(at) {
				continue
			}
			if d.ID != newest.ID {
				keep()
			}
			newest = d
		}
		keep()
		return nil
	})
	return out, err
}

func decodeDocument(value []byte, d *store.Document) error {
	if err := json.Unmarshal(value, d); err != nil {
		return damaged(err)
	}
	return nil
}
