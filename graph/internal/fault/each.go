package fault

import (
	"errors"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"tiaokuai/internal/gov"
)

// Each makes every problem that errors hold an error of its own.
func Each(errs gqlerror.List) gqlerror.List {
	var out gqlerror.List
	for _, err := range errs {
		var many gov.Problems
		if !errors.As(err, &many) {
			out = append(out, err)
			continue
		}
		for _, p := range many {
			out = append(out, gqlerror.Wrap(p))
		}
	}
	return out
}
