package main

import (
	"bytes"
	"context"
	"encoding/json"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store"
)

// sent is the commit that the log has under the import's id: most likely the import was sent before, and its answer was
// lost. Nil where there is none.
func (i importing) sent(ctx context.Context, a *atlas.Atlas) (*gov.Commit, error) {
	if i.ID == "" {
		return nil, nil
	}
	if err := persist(func() error { return a.Sync(ctx) }); err != nil {
		return nil, err
	}
	v, err := a.View()
	if err != nil {
		return nil, err
	}
	c, err := v.Commit(ctx, i.County, i.ID)
	if gov.CodeOf(err) == gov.CodeNotFound {
		return nil, nil
	}
	return &c, err
}

// again is the answer to an import that was sent before: that of the first time, whatever came after it. It is the same
// import where the file, held against the county as it was then, comes to the edits that were recorded.
func (i importing) again(ctx context.Context, a *atlas.Atlas, book workbook.Book, sent gov.Commit) (out imported, same bool, err error) {
	if i.Base != 0 && i.Base != sent.Base() {
		return out, false, nil
	}
	v, err := a.View()
	if err != nil {
		return out, false, err
	}
	var base *snapshot.County
	if sent.Base() > 0 {
		if base, err = v.At(ctx, i.County, atlas.Version{Revision: sent.Base()}); err != nil {
			return out, false, err
		}
	}
	plan, err := i.plan(ctx, base, book)
	if gov.CodeOf(err) == gov.CodeUnavailable {
		return out, false, err
	}
	if err != nil || len(plan.Problems) > 0 || !recordedAs(sent, plan.Edits) {
		return out, false, nil
	}
	out = i.answer(base, book, plan, nil)
	out.Notes = append(out.Notes, importedNote{Message: gov.Textf("编号为 %[1]s 的这次导入先前已完成（第 %[2]d 版），现未再作修改",
		"this import, with the id %[1]s, was done before, as revision %[2]d; nothing was changed now", sent.ID, sent.Revision).In(i.Writing)})
	if !i.DryRun {
		out.Commit = committed(sent)
	}
	return out, true, nil
}

// recordedAs says whether a commit records edits.
func recordedAs(c gov.Commit, edits []change.Edit) bool {
	encoded, err := change.Encode(edits)
	if err != nil {
		return false
	}
	compact, err := json.Marshal(encoded) // the form in which a store keeps them
	return err == nil && bytes.Equal(compact, c.Edits)
}

// usedFor is the CONFLICT of an id under which the log has another change.
func usedFor(c gov.Commit) error {
	_, err := store.Resent(c, gov.Commit{ID: c.ID})
	return err
}
