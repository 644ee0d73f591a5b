package bolt

import (
	"context"

	"go.etcd.io/bbolt"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// Append records a commit in one transaction of the file.
func (s *Store) Append(ctx context.Context, a store.Append) (gov.Commit, error) {
	a, err := a.Prepare()
	if err != nil {
		return gov.Commit{}, err
	}
	if a.Adopt {
		return gov.Commit{}, gov.Errorf(gov.CodeInvalid, "数据文件不会被他人改动，无需采纳", "nobody else changes the data file, so there is nothing to adopt")
	}
	body, err := s.codec.EncodeBody(a.Commit)
	if err != nil {
		return gov.Commit{}, err
	}
	var recorded gov.Commit
	err = s.update(ctx, func(tx *bbolt.Tx) error {
		if seq := tx.Bucket(bucketIDs).Get([]byte(a.Commit.ID)); seq != nil {
			if recorded, err = s.readCommit(tx, seq, true); err == nil {
				recorded, err = store.Resent(recorded, a.Commit)
			}
			return err
		}
		recorded, err = record(tx, a, body)
		return err
	})
	if err != nil {
		return gov.Commit{}, err
	}
	s.checkpoints.Appended(recorded)
	return recorded, nil
}

// record changes graph, log, head and blobs of a county.
func record(tx *bbolt.Tx, a store.Append, body []byte) (gov.Commit, error) {
	county, err := makeCounty(tx, a.Commit.County)
	if err != nil {
		return gov.Commit{}, err
	}
	head, err := readHead(county)
	if err != nil {
		return gov.Commit{}, err
	}
	c, err := store.Succeed(head, a.Commit)
	if err != nil {
		return gov.Commit{}, err
	}
	if err := change(county, c.County, c.Delta); err != nil {
		return gov.Commit{}, err
	}
	if err := county.DeleteBucket(bucketDerived); err != nil {
		return gov.Commit{}, err
	}
	if _, err := county.CreateBucket(bucketDerived); err != nil {
		return gov.Commit{}, err
	}
	if err := putBlobs(county, a.Derived); err != nil {
		return gov.Commit{}, err
	}
	c.Seq = lastSeq(tx, bucketLog) + 1
	if err := writeCommit(tx, county, c, body); err != nil {
		return gov.Commit{}, err
	}
	return c, writeHead(county, store.HeadAfter(head, a, c))
}
