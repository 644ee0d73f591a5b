package graph

import (
	"errors"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/scenario"
)

// created places the problems of a new scenario in what asked for it. Its steps are those of the proposals, then the edits
// given; a proposal that does not go with those before it is told once.
func created(err error, steps []scenario.Step, proposals int) error {
	var many gov.Problems
	if one := new(gov.Error); !errors.As(err, &many) && errors.As(err, &one) {
		many = gov.Problems{one}
	}
	if many == nil {
		return err
	}
	var out gov.Problems
	told := map[int]bool{}
	for _, p := range many {
		one := *p
		step, edit := stepOf(p.Path, steps)
		switch {
		case len(p.Path) > 0 && (p.Path[0] == "version" || p.Path[0] == "id"): // of a key that is taken, or none
			one.Path = []any{"key"}
		case step < 0:
		case step >= proposals:
			one.Path = append([]any{"edits", edit}, p.Path[2:]...)
		case told[step]:
			continue
		default:
			told[step] = true
			one = *p.Advise("这项建议与前面的建议不能直接合用：请先用前面的建议新建方案，再从方案的建议中选取",
				"this proposal does not go with those before it: begin with those, then choose among the proposals for the scenario")
			one.Path = []any{"proposals", step}
		}
		out = append(out, &one)
	}
	return out
}

// stepOf is the step that a path of edits counted over all steps leads to, and the edit in it; −1 for other paths.
func stepOf(path []any, steps []scenario.Step) (step, edit int) {
	if len(path) < 2 || path[0] != "edits" {
		return -1, 0
	}
	n, ok := path[1].(int)
	for i, s := range steps {
		if ok && n < len(s.Edits) {
			return i, n
		}
		n -= len(s.Edits)
	}
	return -1, 0
}
