package bolt

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"

	"go.etcd.io/bbolt"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// lastSeq is the newest number in a log.
func lastSeq(tx *bbolt.Tx, log []byte) int64 {
	key, _ := tx.Bucket(log).Cursor().Last()
	if key == nil {
		return 0
	}
	return readNumber(key)
}

// writeCommit enters a commit with its number in the log, by its id and by its revision.
func writeCommit(tx *bbolt.Tx, county *bbolt.Bucket, c gov.Commit, body []byte) error {
	brief := c
	brief.Edits, brief.Delta = nil, gov.Delta{}
	header, err := json.Marshal(brief)
	if err != nil {
		return err
	}
	value := append(binary.AppendUvarint(nil, uint64(len(header))), header...)
	if err := tx.Bucket(bucketLog).Put(number(c.Seq), append(value, body...)); err != nil {
		return err
	}
	if err := tx.Bucket(bucketIDs).Put([]byte(c.ID), number(c.Seq)); err != nil {
		return err
	}
	return county.Bucket(bucketRevisions).Put(number(c.Revision), append(number(c.Seq), c.Effective...))
}

// readCommit is the commit with a number, given as its key.
func (s *Store) readCommit(tx *bbolt.Tx, seq []byte, body bool) (gov.Commit, error) {
	return s.decodeCommit(tx.Bucket(bucketLog).Get(seq), body)
}

func (s *Store) decodeCommit(value []byte, body bool) (gov.Commit, error) {
	var c gov.Commit
	length, n := binary.Uvarint(value)
	if n <= 0 || uint64(len(value)-n) < length {
		return c, damaged(errors.New("a commit is cut short"))
	}
	rest := value[n:]
	if err := json.Unmarshal(rest[:length], &c); err != nil {
		return c, damaged(err)
	}
	c.Edits = nil
	if !body {
		return c, nil
	}
	return c, s.codec.DecodeBody(rest[length:], &c)
}

// Position is where both logs end.
func (s *Store) Position(ctx context.Context) (store.Position, error) {
	var p store.Position
	err := s.view(ctx, func(tx *bbolt.Tx) error {
		p = store.Position{Commit: lastSeq(tx, bucketLog), Document: lastSeq(tx, bucketDocumentLog)}
		return nil
	})
	return p, err
}

// Log gives commits of all counties above a number.
func (s *Store) Log(ctx context.Context, since int64, limit int) ([]gov.Commit, error) {
	var commits []gov.Commit
	err := s.view(ctx, func(tx *bbolt.Tx) error {
		cursor, bytes := tx.Bucket(bucketLog).Cursor(), 0
		for key, value := cursor.Seek(number(max(since, 0) + 1)); key != nil && len(commits) < limit && bytes < store.PageBytes; key, value = cursor.Next() {
			c, err := s.decodeCommit(value, true)
			if err != nil {
				return err
			}
			bytes += len(value)
			commits = append(commits, c)
		}
		return nil
	})
	return commits, err
}

// History gives a county's commits between two revisions.
func (s *Store) History(ctx context.Context, county string, from, to int64, bodies bool) ([]gov.Commit, error) {
	var commits []gov.Commit
	err := s.view(ctx, func(tx *bbolt.Tx) error {
		b, err := countyOf(tx, county)
		if err != nil {
			return err
		}
		cursor := b.Bucket(bucketRevisions).Cursor()
		for key, value := cursor.Seek(number(max(from, 1))); key != nil && readNumber(key) <= to; key, value = cursor.Next() {
			c, err := s.readCommit(tx, value[:8], bodies)
			if err != nil {
				return err
			}
			commits = append(commits, c)
		}
		return nil
	})
	return commits, err
}

// RevisionAt is the last revision effective by a day. Days never decrease, so it is found from the newest backwards.
func (s *Store) RevisionAt(ctx context.Context, county string, day gov.Date) (int64, error) {
	var revision int64
	err := s.view(ctx, func(tx *bbolt.Tx) error {
		b, err := countyOf(tx, county)
		if err != nil {
			return err
		}
		cursor := b.Bucket(bucketRevisions).Cursor()
		for key, value := cursor.Last(); key != nil; key, value = cursor.Prev() {
			if gov.Date(value[8:]) <= day {
				revision = readNumber(key)
				return nil
			}
		}
		return nil
	})
	return revision, err
}
