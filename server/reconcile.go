package main

import (
	"context"
	"fmt"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

type reconcileCommand struct {
	County string `arg:"" help:"Code of the county. 县代码。"`
	DryRun bool   `help:"Only say what differs. 只列出差异。"`
}

// Run adopts what others changed in Neo4j.
func (c reconcileCommand) Run(ctx context.Context, t terminal, f storeFlags) error {
	return f.with(ctx, func(a *atlas.Atlas) error {
		r, err := a.Reconcile(ctx, c.County, c.DryRun)
		if err != nil {
			return err
		}
		v, err := a.View()
		if err != nil {
			return err
		}
		county, err := v.County(ctx, c.County)
		if err != nil {
			return err
		}
		return t.reconciled(r, county)
	})
}

// reconciled lists the differences and what became of them.
func (t terminal) reconciled(r atlas.Reconciliation, county *snapshot.County) error {
	for _, e := range r.Edits {
		fmt.Fprintln(t.out, "·", e.Sentence(func(key string) string { return nameOf(county, key) }).In(t.language))
	}
	for _, u := range r.Unreadable {
		fmt.Fprintln(t.out, gov.Textf("× 不能采纳：%s：%s", "× can't be adopted: %s: %s", u.Where, u.Problem.Message.In(t.language)).In(t.language))
	}
	_, err := fmt.Fprintln(t.out, outcome(r).In(t.language))
	return err
}

func outcome(r atlas.Reconciliation) gov.Text {
	switch {
	case len(r.Edits) == 0:
		return gov.Textf("图与变更记录一致。", "The graph is as the log says.")
	case r.Adopted.ID == "":
		return gov.Textf("共 %d 处差异，未改动。", "%d differences; nothing was changed.", len(r.Edits))
	}
	return gov.Textf("已采纳 %d 处差异，为第 %d 版。", "%d differences adopted as revision %d.", len(r.Edits), r.Adopted.Revision)
}
