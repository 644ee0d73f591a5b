package scenario

import "tiaokuai/internal/gov"

// ItemKind is what a follow-up item is about.
type ItemKind string

// The kinds.
const (
	ItemEdit    ItemKind = "EDIT"    // 变更: one edit of the plan
	ItemOverlap ItemKind = "OVERLAP" // 问题: a finding that the plan was to resolve
	ItemMeasure ItemKind = "MEASURE" // 制度机制: a measure that the plan promised
)

// ItemStatus is how far something was carried out, read from the data.
type ItemStatus string

// The statuses.
const (
	ItemPlanned   ItemStatus = "PLANNED"    // 待登记: its step was not carried out yet
	ItemDone      ItemStatus = "DONE"       // 已落实: as planned
	ItemChanged   ItemStatus = "CHANGED"    // 落实后又有改动
	ItemUndone    ItemStatus = "UNDONE"     // 已恢复原状
	ItemGone      ItemStatus = "GONE"       // 问题已消除
	ItemThere     ItemStatus = "STILL_HERE" // 问题仍在
	ItemBack      ItemStatus = "BACK"       // 问题再现
	ItemPending   ItemStatus = "PENDING"    // 机制尚未建立
	ItemAbandoned ItemStatus = "ABANDONED"  // 机制已取消
)

// Item is one line of the follow-up of a plan.
type Item struct {
	Kind       ItemKind
	Step, Edit int      // of an edit; -1 for others
	Key        string   // of a measure; the fingerprint of a finding
	Keys       []string // nodes and edges that are not as planned
	Status     ItemStatus
	Text       gov.Text
	Since      []Later // later commits that touched it, newest first
}

// Later names a commit.
type Later struct {
	ID       string
	Revision int64
	Actor    string
	Reason   string
	Date     gov.Date
}
