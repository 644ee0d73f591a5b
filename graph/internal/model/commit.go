package model

import (
	"context"
	"encoding/base64"
	"strconv"
	"strings"

	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

// Commit is an entry of the log, with names for the keys its edits speak of.
type Commit struct {
	gov.Commit
	Name change.Namer
}

// ID is the commit's global id; its key is the caller's commit id.
func (c Commit) ID() string {
	return gov.GlobalID{Type: "Commit", County: c.County, Key: c.Commit.ID}.String()
}

// CommitID is the caller's id.
func (c Commit) CommitID() string { return c.Commit.ID }

// Added is how many nodes and edges it added.
func (c Commit) Added() int { return c.Counts.Added }

// Removed is how many it removed.
func (c Commit) Removed() int { return c.Counts.Removed }

// Changed is how many it changed.
func (c Commit) Changed() int { return c.Counts.Changed }

// Edits is how many edits it is.
func (c Commit) Edits() (int, error) {
	edits, err := change.Decode(c.Commit.Edits)
	return len(edits), err
}

// Sentences say what was done, one an edit.
func (c Commit) Sentences(ctx context.Context, language *gov.Language, first *int) ([]string, error) {
	edits, err := change.Decode(c.Commit.Edits)
	if err != nil {
		return nil, err
	}
	if edits, err = upTo(edits, first); err != nil {
		return nil, err
	}
	out := make([]string, len(edits))
	for i, e := range edits {
		out[i] = In(ctx, language, e.Sentence(c.Name))
	}
	return out, nil
}

// Changes are what was done, edit by edit.
func (c Commit) Changes(first *int) ([]Edit, error) {
	edits, err := change.Decode(c.Commit.Edits)
	if err != nil {
		return nil, err
	}
	return newEdits(edits, c.Name, first)
}

// upTo are the first elements of a list, all of them without a number.
func upTo[T any](list []T, first *int) ([]T, error) {
	switch {
	case first == nil:
		return list, nil
	case *first < 0 || *first > page.MaxSize:
		return nil, gov.Errorf(gov.CodeInvalid, "first 必须在 0 到 %d 之间", "first must be between 0 and %d", page.MaxSize).At("first")
	}
	return list[:min(*first, len(list))], nil
}

// CommitBatch is commits that came together.
type CommitBatch struct {
	Seq      int64 // of the last
	Commits  []Commit
	Counties []string
}

// CommitConnection is a page of a county's log, newest first. It is cut by the store, not out of a list in memory.
type CommitConnection struct {
	Commits        []Commit
	Previous, Next bool // whether there are pages before and after
	Total          func() (int, error)
}

// Nodes are the commits of the page.
func (c CommitConnection) Nodes() []Commit { return c.Commits }

// Edges are the commits of the page with their cursors.
func (c CommitConnection) Edges() []CommitEdge {
	out := make([]CommitEdge, len(c.Commits))
	for i, commit := range c.Commits {
		out[i] = CommitEdge{commit}
	}
	return out
}

// TotalCount is the number of the commits of all pages.
func (c CommitConnection) TotalCount() (int, error) { return c.Total() }

// PageInfo says where the page stands.
func (c CommitConnection) PageInfo() page.PageInfo {
	info := page.PageInfo{HasPreviousPage: c.Previous, HasNextPage: c.Next}
	if len(c.Commits) > 0 {
		start, end := CommitEdge{c.Commits[0]}.Cursor(), CommitEdge{c.Commits[len(c.Commits)-1]}.Cursor()
		info.StartCursor, info.EndCursor = &start, &end
	}
	return info
}

const commitCursor = "revision "

// Cursor is the commit's place in the log.
func (e CommitEdge) Cursor() string {
	return base64.RawURLEncoding.EncodeToString([]byte(commitCursor + strconv.FormatInt(e.Node.Revision, 10)))
}

// ParseCommitCursor is the revision a cursor stands at.
func ParseCommitCursor(cursor string) (int64, error) {
	raw, err := base64.RawURLEncoding.DecodeString(cursor)
	text, ok := strings.CutPrefix(string(raw), commitCursor)
	n, bad := strconv.ParseInt(text, 10, 64)
	if err != nil || !ok || bad != nil || n < 1 {
		return 0, gov.Errorf(gov.CodeInvalid, "游标无效", "the cursor is malformed").At("after")
	}
	return n, nil
}
