package scenario

import "tiaokuai/internal/gov"

// Strength is posts and people: 编制 by type, 实有, 领导职数, 管理岗, 专业技术岗.
type Strength struct {
	Posts           []gov.PostCount
	Staff           int
	LeadingPosts    int
	ManagementPosts int
	TechnicalPosts  int
}

// Balance is where posts and people of a county went (编制职数去向表).
type Balance struct {
	Before, After Strength          // of all organs
	Townships     []TownshipBalance // in order
	Flows         []Flow            // of all townships, in order
}

// TownshipBalance is the posts and people of one township.
type TownshipBalance struct {
	Township      string // key
	Before, After Strength
	Organs        []OrganBalance // of before in order, then those that are new
}

// OrganBalance is the posts and people of one organ. One that is gone has nothing after, a new one nothing before.
type OrganBalance struct {
	Organ         string // key
	Name          string // after, or before where it is gone
	Gone, Fresh   bool
	Before, After Strength
	Flows         []Flow // that touch it
}

// Flow is what went from one organ to another. An empty To is nowhere (核减), an empty From out of nowhere (核增).
type Flow struct {
	From, To string // keys
	Strength
}
