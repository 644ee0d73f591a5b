package history

import (
	"context"
	"encoding/binary"
	"fmt"
	"sync/atomic"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"go.etcd.io/bbolt"
)

// payload is about what a small commit's body takes.
var payload = make([]byte, 1<<10)

// BoltFloor is the least that a commit costs on a file: one value put, and forced to disk.
type BoltFloor struct {
	db     *bbolt.DB
	number atomic.Uint64
}

// NewBoltFloor makes a file for it.
func NewBoltFloor(path string) (*BoltFloor, error) {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{FreelistType: bbolt.FreelistMapType})
	if err != nil {
		return nil, err
	}
	return &BoltFloor{db: db}, db.Update(func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucketIfNotExists([]byte("floor"))
		return err
	})
}

// Write puts one value.
func (f *BoltFloor) Write(context.Context, int) error {
	return f.db.Update(func(tx *bbolt.Tx) error {
		return tx.Bucket([]byte("floor")).Put(binary.BigEndian.AppendUint64(nil, f.number.Add(1)), payload)
	})
}

// Close closes the file.
func (f *BoltFloor) Close() error { return f.db.Close() }

// Neo4jFloor is the least that a commit costs on Neo4j: a transaction that writes one node.
type Neo4jFloor struct{ Driver driver.DriverWithContext }

// Write creates one node in a managed transaction.
func (f Neo4jFloor) Write(ctx context.Context, writer int) error {
	session := f.Driver.NewSession(ctx, driver.SessionConfig{AccessMode: driver.AccessModeWrite})
	defer func() { _ = session.Close(ctx) }()
	_, err := session.ExecuteWrite(ctx, func(t driver.ManagedTransaction) (any, error) {
		result, err := t.Run(ctx, "CREATE (:Floor {writer: $writer, body: $body})", map[string]any{"writer": writer, "body": payload})
		if err != nil {
			return nil, err
		}
		return result.Consume(ctx)
	})
	if err != nil {
		return fmt.Errorf("floor: %w", err)
	}
	return nil
}
