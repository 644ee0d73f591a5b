package scenario

import (
	"errors"
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Rebase carries a scenario from the revision it stands on to a later one. Its edits are replayed one by one on both. An
// edit is in conflict where it no longer applies, or where it would overwrite what was committed since: an attribute (or
// an edge, or a whole node) that differs between the two bases, to which it gives a value of its own. What it computes
// anew from the later base (posts summed by a merger, counterparts carried along) is no conflict, and neither is what
// both made the same. A choice answers all conflicts of an edit: MINE lets it overwrite, THEIRS drops it; an edit that
// does not apply can only be dropped. Without conflicts left the scenario stands on the later revision: edits that came
// to nothing are gone and said, steps without edits, what could be redone and what was set aside too.
//
// A scenario that was handed in is carried only with every edit it has; otherwise it is INVALID.
func Rebase(s Scenario, from, to *snapshot.County, choices []Choice, by By) (Rebased, error) {
	if err := s.allow(ActionRebased); err != nil {
		return Rebased{Scenario: s}, err
	}
	if snapshot.Diff(from, to).Empty() {
		s.Base = to.Revision()
		return Rebased{Scenario: s.entered(ActionRebased, by)}, nil
	}
	r := &rebasing{from: from, to: to, mine: from, theirs: to, choices: choices, settled: map[[2]string]bool{}}
	steps, err := r.steps(s)
	if err != nil {
		return Rebased{Scenario: s}, err
	}
	out := Rebased{Scenario: s, Conflicts: r.conflicts, Dropped: r.dropped}
	if len(r.conflicts) > 0 {
		return out, nil
	}
	if len(r.dropped) > 0 && s.State != Draft {
		return out, lockedIn(s.State, r.dropped[0])
	}
	s.Steps, s.Cursor, s.Base = steps, len(steps), to.Revision()
	out.Scenario = s.entered(ActionRebased, by)
	return out, nil
}

func lockedIn(state State, d Dropped) *gov.Error {
	e := gov.Errorf(gov.CodeInvalid, "更新到新版本须去掉变更“%[1]s”（%[3]s），而方案已提交，内容不能改", "carrying it along would drop an edit of a scenario that was handed in: %[2]s (%[4]s)",
		d.Sentence.ZH, d.Sentence.EN, d.Reason.ZH, d.Reason.EN).At("state")
	return advised(e, state)
}

// rebasing is a rebase under way.
type rebasing struct {
	from, to     *snapshot.County // the two bases
	mine, theirs *snapshot.County // the same with the edits so far
	choices      []Choice
	settled      map[[2]string]bool // entity and attribute that an edit was let overwrite, or is asked about
	conflicts    []Conflict
	dropped      []Dropped
}

// steps replays a scenario and gives its steps with the edits that stay.
func (r *rebasing) steps(s Scenario) ([]Step, error) {
	var out []Step
	for i, step := range s.Steps[:s.Cursor] {
		if !s.Stands(i) {
			continue
		}
		if step.Commit != "" {
			out = append(out, step)
			continue
		}
		var kept change.Edits
		for j, e := range step.Edits {
			stays, err := r.replay(i, j, e)
			if err != nil {
				return nil, err
			}
			if stays {
				kept = append(kept, e)
			}
		}
		if step.Edits = kept; len(kept) > 0 {
			out = append(out, step)
		}
	}
	return out, r.checkChoices(s)
}

// checkChoices refuses an answer about an edit that is not there.
func (r *rebasing) checkChoices(s Scenario) error {
	var p gov.Problems
	for i, c := range r.choices {
		if c.Step < 0 || c.Step >= s.Cursor || c.Edit < 0 || c.Edit >= len(s.Steps[c.Step].Edits) {
			p = append(p, gov.Errorf(gov.CodeInvalid, "方案中没有这项变更", "the scenario has no such edit").At("choices", i))
		}
		if c.Keep != Mine && c.Keep != Theirs {
			p = append(p, gov.Errorf(gov.CodeInvalid, "只能选择 MINE 或 THEIRS", "choose MINE or THEIRS").At("choices", i, "keep"))
		}
	}
	return p.Err()
}

// replay applies an edit to both sides and says whether it stays.
func (r *rebasing) replay(step, edit int, e change.Edit) (bool, error) {
	sentence := e.Sentence(namesOf(r.mine, r.theirs))
	drop := func(zh, en string) (bool, error) {
		r.dropped = append(r.dropped, Dropped{step, edit, sentence, gov.Text{ZH: zh, EN: en}})
		return false, nil
	}
	mine, written, err := applyOne(r.mine, r.from, e)
	if err != nil {
		return false, err // it applied when it was made
	}
	r.mine = mine
	choice := r.choice(step, edit)
	switch {
	case choice == Theirs:
		return drop("按选择以新版本为准", "the newer revision was chosen")
	case holds(r.theirs, written):
		return drop("新版本中已是如此", "the newer revision has it already")
	}
	theirs, again, err := applyOne(r.theirs, r.to, e)
	if err == nil {
		err = otherKeys(written, again)
	}
	if err != nil {
		r.conflicts = append(r.conflicts, Conflict{Step: step, Edit: edit, Sentence: sentence, Refusal: problems(err)})
		return true, nil
	}
	for _, c := range r.clashes(again) {
		c.Step, c.Edit, c.Sentence = step, edit, sentence
		if choice != Mine {
			r.conflicts = append(r.conflicts, c)
		}
		r.settled[[2]string{c.Entity, c.Attribute}] = true
	}
	r.theirs = theirs
	return true, nil
}

// applyOne applies one edit to a county that stands on a base.
func applyOne(c, base *snapshot.County, e change.Edit) (*snapshot.County, gov.Delta, error) {
	meta := base.Meta()
	meta.Revision++
	return change.Apply(c, []change.Edit{e}, meta)
}

func problems(err error) gov.Problems {
	var all gov.Problems
	if errors.As(err, &all) {
		return all
	}
	var one *gov.Error
	if errors.As(err, &one) {
		return gov.Problems{one}
	}
	return gov.Problems{gov.Errorf(gov.CodeInternal, "变更不能重放", "the edit can't be replayed").Because(err)}
}

// choice is the answer about an edit; empty where there is none.
func (r *rebasing) choice(step, edit int) Side {
	for _, c := range r.choices {
		if c.Step == step && c.Edit == edit {
			return c.Keep
		}
	}
	return ""
}

// otherKeys refuses an edit that would make its nodes under other keys than it did, since later edits name them.
func otherKeys(written, again gov.Delta) error {
	made := func(d gov.Delta) (keys []string) {
		for _, c := range d.Nodes {
			if c.Before == nil {
				keys = append(keys, c.Key())
			}
		}
		return keys
	}
	fresh := made(again)
	for _, key := range made(written) {
		if !slices.Contains(fresh, key) {
			return gov.Errorf(gov.CodeConflict, "编号 %s 在新版本中已被使用", "key %s is taken in the newer revision", key).
				Advise("请舍去这项变更，再以另一编号重新添加", "drop the edit, and make it again with another key").At("edits", 0, "key")
		}
	}
	return nil
}
