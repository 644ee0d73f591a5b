package scenario

import (
	"slices"

	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// outside says which townships a plan changes although its scope leaves them out.
func (c *checker) outside(scope proposal.Scope) {
	if scope == (proposal.Scope{}) {
		return
	}
	for _, key := range Touched(c.before, c.after) {
		if !c.within(scope, key) {
			c.add(IssueOutOfScope, SeverityWarning, key, c.say(key, "不在方案范围内，方案却改变了它", "outside the plan's scope, and changed by it all the same"), key)
		}
	}
}

// within says whether a township is in a scope, on either side: a plan may change its size class.
func (c *checker) within(scope proposal.Scope, key string) bool {
	if scope.Township != "" {
		return key == scope.Township
	}
	return slices.ContainsFunc([]*snapshot.County{c.before, c.after}, func(side *snapshot.County) bool {
		t, ok := snapshot.Lookup[snapshot.Township](side, key)
		return ok && t.Size == scope.Class
	})
}
