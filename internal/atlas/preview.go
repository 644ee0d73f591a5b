package atlas

import (
	"context"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store"
)

// Preview is the county as a change would leave it, with the commit that [Atlas.Commit] would record; it records
// nothing. It refuses what Commit refuses, except an id that is in the log already.
func (a *Atlas) Preview(ctx context.Context, ch Change) (*snapshot.County, gov.Commit, error) {
	return a.preview(ctx, ch, ch.rule())
}

// preview is Preview under a rule.
func (a *Atlas) preview(ctx context.Context, ch Change, rule rule) (*snapshot.County, gov.Commit, error) {
	base, err := a.base(ctx, ch)
	if err != nil {
		return nil, gov.Commit{}, err
	}
	prepared, err := store.Append{Commit: a.stamp(ch, base)}.Prepare()
	if err != nil {
		return nil, gov.Commit{}, err
	}
	commit, err := store.Succeed(a.headOf(ch.County), prepared.Commit)
	if err != nil {
		return nil, gov.Commit{}, err
	}
	return outcome(base, ch, commit, rule)
}

// headOf is a county's head as it is known now; the zero Head before the county's first commit.
func (a *Atlas) headOf(county string) gov.Head {
	if v, err := a.View(); err == nil {
		if h, err := v.Head(county); err == nil {
			return h
		}
	}
	return gov.Head{}
}

func anotherCounty(code string) *gov.Error {
	return gov.Errorf(gov.CodeInvalid, "变更所建的县代码与 %s 不符", "the edits make a county with another code than %s", code).At("county")
}
