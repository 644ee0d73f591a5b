package model

import (
	"context"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
)

// TrackItem is one line of a plan's follow-up.
type TrackItem struct{ scenario.Item }

// NewTrackItems are the lines of a plan's follow-up.
func NewTrackItems(items []scenario.Item) []TrackItem {
	return each(items, func(i scenario.Item) TrackItem { return TrackItem{i} })
}

// Step is the index of the step; nil of what is no edit.
func (i TrackItem) Step() *int { return i.place(i.Item.Step) }

// Edit is the index of the edit in its step; nil of what is no edit.
func (i TrackItem) Edit() *int { return i.place(i.Item.Edit) }

func (i TrackItem) place(n int) *int {
	if i.Kind != scenario.ItemEdit {
		return nil
	}
	return &n
}

// Text says what it is and how it stands.
func (i TrackItem) Text(ctx context.Context, language *gov.Language) string {
	return In(ctx, language, i.Item.Text)
}

// Since are later commits that touched it.
func (i TrackItem) Since() []LaterCommit {
	return each(i.Item.Since, func(l scenario.Later) LaterCommit { return LaterCommit{l} })
}

// LaterCommit is a commit after a plan was carried out.
type LaterCommit struct{ scenario.Later }

// Key is the commit's id.
func (l LaterCommit) Key() string { return l.Later.ID }
