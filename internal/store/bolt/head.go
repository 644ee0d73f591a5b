package bolt

import (
	"context"

	"go.etcd.io/bbolt"

	"tiaokuai/internal/gov"
)

// Heads are the heads of all counties in the order of their keys.
func (s *Store) Heads(ctx context.Context) ([]gov.Head, error) {
	var heads []gov.Head
	err := s.view(ctx, func(tx *bbolt.Tx) error {
		counties := tx.Bucket(bucketCounties)
		return counties.ForEachBucket(func(county []byte) error {
			h, err := readHead(counties.Bucket(county))
			heads = append(heads, h)
			return err
		})
	})
	return heads, err
}

// Load is a county's head and current graph of one moment.
func (s *Store) Load(ctx context.Context, county string) (gov.Head, gov.Graph, error) {
	var h gov.Head
	var g gov.Graph
	err := s.view(ctx, func(tx *bbolt.Tx) error {
		b, err := countyOf(tx, county)
		if err != nil {
			return err
		}
		if h, err = readHead(b); err != nil {
			return err
		}
		g, err = readGraph(b)
		return err
	})
	return h, g, err
}

// PutDerived adds blobs to a head that is at the given revision.
func (s *Store) PutDerived(ctx context.Context, county string, revision int64, derived map[string][]byte) error {
	return s.update(ctx, func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketCounties).Bucket([]byte(county))
		if b == nil {
			return nil
		}
		if h, err := readHead(b); err != nil || h.Revision != revision {
			return err
		}
		return putBlobs(b, derived)
	})
}
