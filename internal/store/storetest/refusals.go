package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// notFound: every call that names a county without a head says so.
func notFound(t *testing.T, b *bench) {
	ctx, nowhere := t.Context(), b.county(t)
	_, _, load := b.Load(ctx, nowhere)
	_, history := b.History(ctx, nowhere, 1, 9, true)
	_, revision := b.RevisionAt(ctx, nowhere, "2024-01-01")
	_, _, checkpoint := b.Checkpoint(ctx, nowhere, 1)
	_, documents := b.Documents(ctx, nowhere, "scenario", time.Time{})
	_, document := b.PutDocument(ctx, store.Document{County: nowhere, Kind: "scenario", ID: "1", Time: noon})
	for name, err := range map[string]error{
		"Load": load, "History": history, "RevisionAt": revision, "Checkpoint": checkpoint, "Documents": documents, "PutDocument": document,
		"PutCheckpoint": b.PutCheckpoint(ctx, nowhere, 1, County(nowhere, 1, 1, 1)),
	} {
		if gov.CodeOf(err) != gov.CodeNotFound || err == nil {
			t.Errorf("%s of no county: %v, want NOT_FOUND", name, err)
		}
	}
}

// givenUp: a call whose context has ended says so and does nothing.
func givenUp(t *testing.T, b *bench) {
	a, _ := b.write(t, 1)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, heads := b.Heads(ctx)
	_, _, load := b.Load(ctx, a.County)
	_, appended := b.Append(ctx, store.Append{Commit: commit(a.County, 2, gov.Delta{})})
	_, log := b.Log(ctx, 0, 9)
	_, last := b.Position(ctx)
	_, documentLog := b.DocumentLog(ctx, 0, 9)
	_, history := b.History(ctx, a.County, 1, 9, true)
	_, revision := b.RevisionAt(ctx, a.County, "2024-01-01")
	_, _, checkpoint := b.Checkpoint(ctx, a.County, 1)
	_, documents := b.Documents(ctx, a.County, "scenario", time.Time{})
	_, document := b.PutDocument(ctx, store.Document{County: a.County, Kind: "scenario", ID: "1", Time: noon})
	for name, err := range map[string]error{
		"Heads": heads, "Load": load, "Append": appended, "Log": log, "Position": last, "DocumentLog": documentLog, "History": history, "RevisionAt": revision,
		"Checkpoint": checkpoint, "Documents": documents, "PutDocument": document,
		"PutCheckpoint": b.PutCheckpoint(ctx, a.County, 1, a.Graph()), "PutDerived": b.PutDerived(ctx, a.County, 1, map[string][]byte{"x": nil}),
	} {
		if gov.CodeOf(err) != gov.CodeUnavailable || !errors.Is(err, context.Canceled) {
			t.Errorf("%s given up: %v, want UNAVAILABLE because of the context", name, err)
		}
	}
	head, _ := b.load(t, a.County)
	same(t, "revision", int64(1), head.Revision)
	same(t, "documents", int64(0), head.Documents)
}
