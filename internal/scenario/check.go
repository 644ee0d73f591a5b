package scenario

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// IssueKind is one kind of incompleteness.
type IssueKind string

// The kinds.
const (
	IssueLeadLost        IssueKind = "LEAD_LOST"             // 职责无牵头: a duty that had a lead has none
	IssueLeadDoubled     IssueKind = "LEAD_DOUBLED"          // 职责多头牵头: a duty has more leads than before, and more than one
	IssueReceiverLost    IssueKind = "RECEIVER_LOST"         // 部门无对口: a department faced before is faced by nobody
	IssueSectionUnfaced  IssueKind = "SECTION_UNFACED"       // 科室无对口
	IssuePostsOrphaned   IssueKind = "POSTS_ORPHANED"        // 编制、职数或人员无去向, of an organ that is gone
	IssuePostsCut        IssueKind = "POSTS_CUT"             // 核减, at an organ that stays
	IssuePostsAdded      IssueKind = "POSTS_ADDED"           // 核增 out of nowhere
	IssueMiddlePosts     IssueKind = "MIDDLE_POSTS"          // 中层职数超过总量
	IssueNoSuccessor     IssueKind = "NO_SUCCESSOR"          // 撤销机构无承接
	IssueRemoved         IssueKind = "REMOVED"               // 删除而不是撤销: its key leads nowhere
	IssueLeaderIdle      IssueKind = "LEADER_IDLE"           // 班子成员不再分管机构
	IssueOrganUnled      IssueKind = "ORGAN_UNLED"           // 机构不再有分管领导
	IssueEligibilityLost IssueKind = "RANK_ELIGIBILITY_LOST" // 升格（高配）资格丧失
	IssueOutOfScope      IssueKind = "OUT_OF_SCOPE"          // 超出范围: a township outside the scenario's scope is changed
)

// Severity says whether an issue keeps a plan from being handed in.
type Severity string

// The severities.
const (
	SeverityError   Severity = "ERROR"   // to be completed before the plan is handed in
	SeverityWarning Severity = "WARNING" // to be decided on knowingly
)

// Issue is one thing that a plan leaves incomplete.
type Issue struct {
	Kind     IssueKind
	Severity Severity
	Township string   // key; empty for the county's own
	Keys     []string // what it is about, the main thing first
	Text     gov.Text
}

// Check is what a plan leaves incomplete between two snapshots of a county, errors first, then in the order of the
// townships. What was incomplete before and is no worse is not the plan's. Townships outside the scope that it changes all
// the same are among it; what belongs to the county (departments, duties, measures) is in every scope.
func Check(before, after *snapshot.County, scope proposal.Scope) []Issue {
	c := &checker{sides: sidesOf(before, after)}
	c.leads()
	c.receivers()
	c.strengths()
	c.middlePosts()
	c.dissolved()
	c.leaders()
	c.outside(scope)
	order := append([]string{""}, c.townships()...)
	slices.SortStableFunc(c.issues, func(a, b Issue) int {
		return cmp.Or(cmp.Compare(a.Severity, b.Severity), slices.Index(order, a.Township)-slices.Index(order, b.Township))
	})
	return c.issues
}

// checker gathers issues.
type checker struct {
	*sides
	issues []Issue
}

func (c *checker) add(kind IssueKind, severity Severity, township string, text gov.Text, keys ...string) {
	c.issues = append(c.issues, Issue{kind, severity, township, keys, text})
}

// where is a township's name before a sentence; empty for the county's own.
func (c *checker) where(township string) gov.Text {
	if township == "" {
		return gov.Text{}
	}
	return gov.Text{ZH: c.name(township) + "：", EN: c.name(township) + ": "}
}

// say is a sentence about a township.
func (c *checker) say(township, zh, en string, args ...any) gov.Text {
	at, text := c.where(township), gov.Textf(zh, en, args...)
	return gov.Text{ZH: at.ZH + text.ZH, EN: at.EN + text.EN}
}

// names joins the names of keys.
func (c *checker) names(keys []string) string {
	out := ""
	for i, key := range keys {
		if i > 0 {
			out += "、"
		}
		out += c.name(key)
	}
	return out
}
