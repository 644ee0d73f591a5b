package bolt

import (
	"context"

	"go.etcd.io/bbolt"

	"tiaokuai/internal/gov"
)

// Checkpoint is the newest checkpoint at or before a revision. One that can't be read is none.
func (s *Store) Checkpoint(ctx context.Context, county string, revision int64) (int64, gov.Graph, error) {
	var found int64
	var g gov.Graph
	err := s.view(ctx, func(tx *bbolt.Tx) error {
		b, err := countyOf(tx, county)
		if err != nil {
			return err
		}
		cursor := b.Bucket(bucketCheckpoints).Cursor()
		for key, value := cursor.Last(); key != nil; key, value = cursor.Prev() {
			if at := readNumber(key); at <= revision {
				if g, err = s.codec.Unpack(value); err == nil {
					found = at
					return nil
				}
			}
		}
		return nil
	})
	return found, g, err
}

// PutCheckpoint keeps a graph as the county's at a revision, or forgets the one kept there.
func (s *Store) PutCheckpoint(ctx context.Context, county string, revision int64, g gov.Graph) error {
	value, err := s.codec.Pack(g)
	if err != nil {
		return err
	}
	return s.update(ctx, func(tx *bbolt.Tx) error {
		b, err := countyOf(tx, county)
		if err != nil {
			return err
		}
		if b.Bucket(bucketRevisions).Get(number(revision)) == nil {
			return gov.Errorf(gov.CodeNotFound, "%s 没有第 %d 版", "county %s has no revision %d", county, revision)
		}
		if len(g.Nodes) == 0 {
			return b.Bucket(bucketCheckpoints).Delete(number(revision))
		}
		return b.Bucket(bucketCheckpoints).Put(number(revision), value)
	})
}

// Lacks has the checkpoints of a county written from the one before a revision on.
func (s *Store) Lacks(county string, revision int64) { s.checkpoints.Lacks(county, revision) }

// Settled waits until no checkpoint is being written.
func (s *Store) Settled(ctx context.Context) error { return s.checkpoints.Settled(ctx) }
