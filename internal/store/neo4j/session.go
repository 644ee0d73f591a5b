package neo4j

import (
	"context"
	"errors"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

const (
	longest  = 120 * time.Second // that any transaction may take
	longRead = 15 * time.Second  // that reading a county may take
	attempts = 3                 // for a commit whose answer was lost
)

// budget is how long a transaction of a number of primitives may take.
func budget(primitives int) time.Duration {
	return min(3*time.Second+time.Duration(primitives)*time.Second/5000, longest)
}

// tx is a managed transaction under way.
type tx struct {
	ctx context.Context
	driver.ManagedTransaction
	codec *store.Codec
}

// write runs work in a write transaction, which also sees all that was committed before it took its locks. Work may run
// several times, and may have been committed where an error is returned: it must come to the same when it is done again.
func (s *Store) write(ctx context.Context, limit time.Duration, work func(tx) error) error {
	if err := s.ready(ctx); err != nil {
		return err
	}
	return s.transact(ctx, driver.AccessModeWrite, limit, work)
}

// read runs work in a read transaction. Two statements in it may see two states, and a commit being applied in part.
func (s *Store) read(ctx context.Context, work func(tx) error) error {
	if err := s.ready(ctx); err != nil {
		return err
	}
	return s.transact(ctx, driver.AccessModeRead, longRead, work)
}

// signal is what work says to whom it works for, having been rolled back.
type signal string

func (s signal) Error() string { return "neo4j: " + string(s) }

const (
	errHalfSeen signal = "a commit was seen in part"
	errAnswered signal = "there was nothing to do"
	errRaced    signal = "another commit took the same id"
	errLate     signal = "the time was over"
)

// settled runs work in a read transaction, and where it came upon a half-seen commit, once more while nothing commits.
func (s *Store) settled(ctx context.Context, work func(tx) error) error {
	err := s.read(ctx, work)
	if !errors.Is(err, errHalfSeen) {
		return err
	}
	err = s.write(ctx, longRead, func(t tx) error {
		if _, err := t.rows("barrier", nil, nil); err != nil {
			return err
		}
		return work(t)
	})
	if errors.Is(err, errHalfSeen) {
		return gov.Errorf(gov.CodeInternal, "数据库中的变更记录不完整", "the log in the database has holes").Because(err)
	}
	return err
}

// ready gives up a call whose context has ended, and lays the schema where that could not be done at start.
func (s *Store) ready(ctx context.Context) error {
	if err := store.GivenUp(ctx); err != nil {
		return err
	}
	return s.prepare(ctx)
}

// transact runs work in a managed transaction. The server ends it at its time, we a second later. A commit whose answer
// was lost is made again: work finds out by itself that it was done. What took too long gets twice the time once if the
// server answers at all, since one that was just started is slow.
func (s *Store) transact(ctx context.Context, mode driver.AccessMode, limit time.Duration, work func(tx) error) error {
	patient := false
	var err error
	for range attempts {
		err = s.once(ctx, mode, limit, work)
		late := !patient && tookTooLong(err) && s.reach(ctx) == nil
		if ctx.Err() != nil || !late && !lostAtCommit(err) {
			break
		}
		if late {
			patient, limit = true, min(2*limit, longest)
		}
	}
	return s.explain(ctx, err)
}

func (s *Store) once(ctx context.Context, mode driver.AccessMode, limit time.Duration, work func(tx) error) error {
	limited, cancel := context.WithTimeout(ctx, limit+time.Second)
	defer cancel()
	session := s.driver.NewSession(limited, driver.SessionConfig{AccessMode: mode, DatabaseName: s.config.Database, BookmarkManager: s.bookmarks})
	defer func() { _ = session.Close(limited) }()
	run := session.ExecuteWrite
	if mode == driver.AccessModeRead {
		run = session.ExecuteRead
	}
	_, err := run(limited, func(t driver.ManagedTransaction) (any, error) {
		return nil, work(tx{limited, t, s.codec})
	}, driver.WithTxTimeout(limit))
	if err != nil && limited.Err() != nil { // the driver's own error does not always say so
		return errors.Join(errLate, err)
	}
	return err
}

// lostAtCommit tells the one loss of a connection after which the driver does not try again by itself.
func lostAtCommit(err error) bool {
	var lost *driver.ConnectivityError
	return errors.As(err, &lost) && !driver.IsRetryable(lost)
}

// reach asks the server for a sign of life.
func (s *Store) reach(ctx context.Context) error {
	limited, cancel := context.WithTimeout(ctx, budget(0))
	defer cancel()
	return s.driver.VerifyConnectivity(limited)
}

// tookTooLong tells that our time or the server's was over.
func tookTooLong(err error) bool {
	var answer *driver.Neo4jError
	return errors.Is(err, errLate) || errors.As(err, &answer) && (strings.Contains(answer.Code, "TransactionTimedOut") || strings.Contains(answer.Code, "LockClientStopped"))
}

// rows runs a statement and gives its rows.
func (t tx) rows(name string, fill any, params map[string]any) ([]*driver.Record, error) {
	result, err := t.Run(t.ctx, text(name, fill), params)
	if err != nil {
		return nil, err
	}
	return result.Collect(t.ctx)
}

// do runs a statement that gives no rows.
func (t tx) do(name string, fill any, params map[string]any) error {
	return t.run(text(name, fill), params)
}

func (t tx) run(statement string, params map[string]any) error {
	result, err := t.Run(t.ctx, statement, params)
	if err != nil {
		return err
	}
	_, err = result.Consume(t.ctx)
	return err
}

// value is a row's value by name; the zero value where it is null or of another type.
func value[T driver.RecordValue](row *driver.Record, name string) T {
	v, _, _ := driver.GetRecordValue[T](row, name)
	return v
}
