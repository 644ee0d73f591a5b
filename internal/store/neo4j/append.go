package neo4j

import (
	"context"
	"errors"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// Append records a commit: graph, log and head in one transaction.
func (s *Store) Append(ctx context.Context, a store.Append) (gov.Commit, error) {
	a, err := a.Prepare()
	if err != nil {
		return gov.Commit{}, err
	}
	body, err := s.codec.EncodeBody(a.Commit)
	if err != nil {
		return gov.Commit{}, err
	}
	limit := budget(a.Commit.Delta.Size())
	if a.Adopt {
		limit += longRead
	}
	var recorded gov.Commit
	for range attempts {
		err = s.write(ctx, limit, func(t tx) error {
			recorded, err = t.append(a, body)
			return err
		})
		if !errors.Is(err, errRaced) {
			break
		}
	}
	if err != nil && !errors.Is(err, errAnswered) {
		return gov.Commit{}, err
	}
	s.checkpoints.Appended(recorded)
	return recorded, nil
}

// append is the commit protocol; see cypher/lock.cypher and cypher/number.cypher for its first and last statement.
func (t tx) append(a store.Append, body []byte) (gov.Commit, error) {
	rows, err := t.rows("lock", nil, map[string]any{"county": a.Commit.County, "id": a.Commit.ID})
	if err != nil {
		return gov.Commit{}, err
	}
	if props := value[map[string]any](rows[0], "commit"); props != nil {
		return t.answer(a.Commit, props, value[[]any](rows[0], "parts"))
	}
	head := headOf(value[map[string]any](rows[0], "head"))
	c, err := store.Succeed(head, a.Commit)
	if err != nil {
		return gov.Commit{}, err
	}
	if a.Adopt {
		err = t.adopt(c.County, c.Delta)
	} else {
		err = t.change(c.County, c.Delta)
	}
	if err != nil {
		return gov.Commit{}, err
	}
	c.Seq, err = t.record(c, store.HeadAfter(head, a, c), body)
	return c, err
}

// answer is what an id that is in the log already gives; the lock's write is rolled back.
func (t tx) answer(sent gov.Commit, props map[string]any, parts []any) (gov.Commit, error) {
	recorded, err := t.commitOf(props, parts, true)
	if errors.Is(err, errHalfSeen) { // it is another county's, being committed right now
		return gov.Commit{}, errRaced
	}
	if err == nil {
		recorded, err = store.Resent(recorded, sent)
	}
	if err == nil {
		err = errAnswered
	}
	return recorded, err
}

// record writes head and commit and takes the commit's number.
func (t tx) record(c gov.Commit, h gov.Head, body []byte) (int64, error) {
	parts := partsOf(body)
	err := t.do("record", nil, map[string]any{
		"county": c.County, "head": headProperties(h), "commit": commitProperties(c, len(parts), len(body)), "parts": parts,
	})
	if isDuplicate(err) { // another county's commit took the id after we looked
		return 0, errRaced
	}
	if err != nil {
		return 0, err
	}
	rows, err := t.rows("number", nil, map[string]any{"county": c.County, "id": c.ID})
	if err != nil {
		return 0, err
	}
	return value[int64](rows[0], "seq"), nil
}
