package main

import (
	"errors"

	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/gov"
)

// check refuses what is asked for before the file is looked at.
func (i importing) check() error {
	p := gov.CheckSaid(i.Actor, i.Reason)
	if len(i.Sheets.Townships) > 0 && i.Sheets.Mode != sheets.ModeReplace {
		p = append(p, gov.Errorf(gov.CodeInvalid, "township 只限定替换的范围，补充更新不能限定", "townships bound a replacement; there is nothing to bound in an update").At("township").
			Advise("请与 mode=replace 同用，或去掉 township", "give it with mode=replace, or leave it out"))
	}
	return p.Err()
}

// inParameters is an error of an import with its arguments under the names that callers know.
func inParameters(err error) error {
	var many gov.Problems
	var one *gov.Error
	switch {
	case errors.As(err, &many):
		out := make(gov.Problems, len(many))
		for i, e := range many {
			out[i] = inParameter(e)
		}
		return out
	case errors.As(err, &one):
		return inParameter(one)
	}
	return err
}

// approvalParameters are the parameters for the fields of the approval, which is the first edit.
var approvalParameters = map[any]string{"authority": "approvalAuthority", "document": "approvalDocument", "date": "approvalDate"}

func inParameter(e *gov.Error) *gov.Error {
	if len(e.Path) == 0 {
		return e
	}
	out := *e
	switch e.Path[0] {
	case "baseRevision", "revision":
		out.Path = []any{"base"}
	case "commitId":
		out.Path = []any{"commitId"}
	case "townships":
		out.Path = []any{"township"}
	case "edits":
		out.Path = nil // nobody sent them
		if len(e.Path) > 3 && e.Path[1] == 0 && e.Path[2] == "recordApproval" && approvalParameters[e.Path[3]] != "" {
			out.Path = []any{approvalParameters[e.Path[3]]}
		}
	}
	return &out
}
