package store

import (
	"bytes"
	"context"
	"encoding/json"
	"time"

	"tiaokuai/internal/gov"
)

// Prepare checks what every engine refuses (INVALID) and gives the append in the form in which it is recorded: time in
// UTC, edits as compact JSON, counts from the delta.
func (a Append) Prepare() (Append, error) {
	c := &a.Commit
	if err := gov.CheckKey(c.County); err != nil {
		return a, err.At("county")
	}
	if err := gov.CheckKey(c.ID); err != nil {
		return a, err.At("commitId")
	}
	if c.Revision < 1 {
		return a, gov.Errorf(gov.CodeInvalid, "版本号应从 1 起", "revisions count from 1").At("baseRevision")
	}
	if err := c.Effective.Check(); err != nil || c.Effective == "" || c.RecordedAt.IsZero() {
		return a, gov.Errorf(gov.CodeInvalid, "变更须写明记录时间和生效日期", "a commit needs the time it is recorded and the day it takes effect").At("effective")
	}
	if c.Edits == nil {
		c.Edits = json.RawMessage("[]")
	}
	edits, err := json.Marshal(c.Edits)
	if err != nil {
		return a, gov.Errorf(gov.CodeInvalid, "变更内容不是 JSON", "the edits are not JSON").At("edits").Because(err)
	}
	c.Edits, c.Counts, c.Seq = edits, c.Delta.Counts(), 0
	c.RecordedAt = utc(c.RecordedAt)
	return a, nil
}

// Succeed is a prepared commit as it follows a head (the zero Head before a county's first), or why it can't.
func Succeed(head gov.Head, c gov.Commit) (gov.Commit, error) {
	if c.Base() != head.Revision {
		return c, gov.Errorf(gov.CodeConflict, "%s 已是第 %d 版，而这次变更基于第 %d 版", "county %s is at revision %d, this commit is based on %d",
			c.County, head.Revision, c.Base()).At("baseRevision").
			Advise("请读取最新版本后重新提交", "read the newest revision and make the change on it")
	}
	if c.Effective < head.Effective {
		return c, gov.Errorf(gov.CodeInvalid, "生效日期 %s 早于上一版的 %s", "day %s is earlier than that of the revision before, %s",
			string(c.Effective), string(head.Effective)).At("effective")
	}
	if c.RecordedAt.Before(head.RecordedAt) {
		c.RecordedAt = head.RecordedAt
	}
	return c, nil
}

// Resent answers a prepared commit whose id is in the log already: with the commit recorded, if it is the same one.
func Resent(recorded, sent gov.Commit) (gov.Commit, error) {
	if recorded.County == sent.County && recorded.Revision == sent.Revision && bytes.Equal(recorded.Edits, sent.Edits) {
		return recorded, nil
	}
	return gov.Commit{}, gov.Errorf(gov.CodeConflict, "变更编号 %s 已用于另一次变更", "commit id %s was used for another commit", sent.ID).At("commitId").
		Advise("每次变更须用新的编号，只有重发同一变更才沿用", "take a new id for each commit; only the same one sent again keeps its id")
}

// HeadAfter is a county's head after a recorded commit.
func HeadAfter(head gov.Head, a Append, c gov.Commit) gov.Head {
	return gov.Head{
		County: c.County, Revision: c.Revision, Documents: head.Documents, Seq: c.Seq, CommitID: c.ID,
		RecordedAt: c.RecordedAt, Effective: c.Effective, Derived: a.Derived,
	}
}

// PrepareDocument checks a document to write and gives it in the form in which it is recorded.
func PrepareDocument(d Document) (Document, error) {
	for _, part := range []struct{ field, text string }{{"county", d.County}, {"kind", d.Kind}, {"id", d.ID}} {
		if err := gov.CheckKey(part.text); err != nil {
			return d, err.At(part.field)
		}
	}
	if d.Time.IsZero() || d.Version < 0 {
		return d, gov.Errorf(gov.CodeInvalid, "文档须写明时间和所依据的版本", "a document needs its time and the version it is based on").At("version")
	}
	if len(d.Body) == 0 {
		d.Body = nil
	}
	d.Time, d.Seq = utc(d.Time), 0
	return d, nil
}

// NextVersion is a prepared document as it follows the newest version on record (the zero Document before the first).
func NextVersion(newest, d Document) (Document, error) {
	base := d.Version
	d.Version++
	if d.Time.Before(newest.Time) {
		d.Time = newest.Time
	}
	switch {
	case base == newest.Version:
		return d, nil
	case d.Version == newest.Version && d.Actor == newest.Actor && d.Time.Equal(newest.Time) && d.Deleted == newest.Deleted && bytes.Equal(d.Body, newest.Body):
		return newest, nil
	}
	return d, gov.Errorf(gov.CodeConflict, "%s 已是第 %d 稿，而这次修改基于第 %d 稿", "%s is at version %d, this write is based on %d",
		d.ID, newest.Version, base).At("version").Advise("请读取最新一稿后重新提交", "read the newest version and write again")
}

// NoCounty is the NOT_FOUND of a county without a head.
func NoCounty(county string) *gov.Error {
	return gov.Errorf(gov.CodeNotFound, "没有县（市、区）%s", "there is no county %s", county).At("county")
}

// ChangedOutside is the CONFLICT of a graph that differs from a before-image.
func ChangedOutside(county, what string) *gov.Error {
	return gov.Errorf(gov.CodeConflict, "%[2]s 的数据与变更记录不一致，可能有人直接改动了数据库", "what the store holds of %[2]s differs from the log: somebody may have changed it directly",
		county, what).Advise("运行 server reconcile %[1]s 核对并采纳改动", "run server reconcile %[1]s", county)
}

// GivenUp is the UNAVAILABLE of a call whose context has ended, nil for one that has not.
func GivenUp(ctx context.Context) error {
	if ctx.Err() == nil {
		return nil
	}
	return gov.Errorf(gov.CodeUnavailable, "操作超时或已取消", "the call was given up").Because(context.Cause(ctx))
}

// utc is a time as every engine gives it back.
func utc(t time.Time) time.Time { return t.UTC().Round(0) }
