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
		if written, err = writeDocument(tx, county, append(prefix, number(written.Version)...), written); err != nil {
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

// writeDocument enters a version under its key and in the log of all.
func writeDocument(tx *bbolt.Tx, county *bbolt.Bucket, key []byte, d store.Document) (store.Document, error) {
	d.Seq = lastSeq(tx, bucketDocumentLog) + 1
	raw, err := json.Marshal(d)
	if err != nil {
		return d, err
	}
	if err := county.Bucket(bucketDocuments).Put(key, raw); err != nil {
		return d, err
	}
	return d, tx.Bucket(bucketDocumentLog).Put(number(d.Seq), append(joined(d.County, ""), key...))
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

// DocumentLog gives versions of all counties above a number.
func (s *Store) DocumentLog(ctx context.Context, since int64, limit int) ([]store.Document, error) {
	var out []store.Document
	err := s.view(ctx, func(tx *bbolt.Tx) error {
		cursor := tx.Bucket(bucketDocumentLog).Cursor()
		for key, place := cursor.Seek(number(max(since, 0) + 1)); key != nil && len(out) < limit; key, place = cursor.Next() {
			code, place, _ := bytes.Cut(place, []byte{0})
			county, err := countyOf(tx, string(code))
			if err != nil {
				return damaged(err)
			}
			var d store.Document
			if err := decodeDocument(county.Bucket(bucketDocuments).Get(place), &d); err != nil {
				return err
			}
			out = append(out, d)
		}
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
