package scenario

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// strengths holds that posts and people go somewhere: what an organ that is gone had, and went nowhere, is to be placed;
// what was cut or added at others is said.
func (c *checker) strengths() {
	for _, f := range newLedger(c.sides).list() {
		switch text := f.Strength.Text(); {
		case f.From == "":
			c.add(IssuePostsAdded, SeverityWarning, c.township(f.To), c.say(c.township(f.To), "%[1]s新增%[2]s，须另行核定", "%[1]s has %[3]s more, which has to be approved",
				c.name(f.To), text.ZH, text.EN), f.To)
		case f.To != "":
		case c.has(f.From):
			c.add(IssuePostsCut, SeverityWarning, c.township(f.From), c.say(c.township(f.From), "%[1]s核减%[2]s，未写明去向", "%[1]s has %[3]s less, and no organ has more for it",
				c.name(f.From), text.ZH, text.EN), f.From)
		default:
			c.add(IssuePostsOrphaned, SeverityError, c.township(f.From), c.say(c.township(f.From), "%[1]s不再保留，其%[2]s没有去向", "%[1]s is gone, and its %[3]s go nowhere",
				c.name(f.From), text.ZH, text.EN), f.From)
		}
	}
}

// middlePosts holds that leading posts of a township's own organs stay within its total (中层职数总量), where it is known.
func (c *checker) middlePosts() {
	for _, t := range c.after.Townships() {
		now, then := leadingPosts(t), 0
		if old, ok := snapshot.Lookup[snapshot.Township](c.before, t.Key); ok {
			then = leadingPosts(old)
		}
		if t.MiddlePosts == 0 || now <= t.MiddlePosts {
			continue
		}
		severity := SeverityError
		if now <= then {
			severity = SeverityWarning
		}
		c.add(IssueMiddlePosts, severity, t.Key, c.say(t.Key, "中层领导职数共 %[1]d 名，超过总量 %[2]d 名（现为 %[3]d 名）",
			"%[1]d leading posts, more than the total of %[2]d (%[3]d before)", now, t.MiddlePosts, then), t.Key)
	}
}

// leadingPosts are those of a township's offices and institutions; stations and statutory bodies have their own.
func leadingPosts(t snapshot.Township) int {
	sum := 0
	for _, o := range t.Organs() {
		if o.Kind == gov.OrganOffice || o.Kind == gov.OrganInstitution {
			sum += o.LeadingPosts
		}
	}
	return sum
}

// dissolved holds that an organ that is gone leads to others and that a rank it was eligible for is not lost unseen.
func (c *checker) dissolved() {
	for _, key := range c.organs {
		if !c.had(key) || c.has(key) {
			continue
		}
		was, heirs := c.was[key], c.became[key]
		_, former := c.former(key)
		switch {
		case !former:
			c.add(IssueRemoved, SeverityWarning, c.township(key), c.say(c.township(key), "%s的记录被删除，编号不再指向任何机构；撤销机构请用撤销或合并",
				"the record of %s is removed and its key leads nowhere; abolish or merge an organ instead", was.Name), key)
		case len(heirs) == 0:
			c.add(IssueNoSuccessor, SeverityWarning, c.township(key), c.say(c.township(key), "%s撤销后没有承接机构", "%s is abolished and has no successor", was.Name), key)
		}
		if was.RankEligibility != "" && !slices.ContainsFunc(heirs, func(h string) bool { return c.is[h].RankEligibility == was.RankEligibility }) {
			c.add(IssueEligibilityLost, SeverityWarning, c.township(key), c.say(c.township(key), "%[1]s的%[2]s资格在方案中没有保留", "the eligibility of %[1]s for %[2]s is not kept in the plan",
				was.Name, was.RankEligibility), key)
		}
	}
}

// leaders says which leaders lead no organ any more, and which organs no leader.
func (c *checker) leaders() {
	for _, l := range c.before.Leaders() {
		if now, stays := snapshot.Lookup[snapshot.Leader](c.after, l.Key); stays && leadsAny(l) && !leadsAny(now) {
			c.add(IssueLeaderIdle, SeverityWarning, l.Leader.Township, c.say(l.Leader.Township, "%s在方案中不再分管机构", "%s is in charge of no organ in the plan", now.NodeName()), l.Key)
		}
	}
	for _, key := range c.organs {
		now, stays := c.is[key]
		if stays && !isLed(now) && c.wasLed(key) {
			c.add(IssueOrganUnled, SeverityWarning, c.township(key), c.say(c.township(key), "%s在方案中没有分管领导", "no leader is in charge of %s in the plan", now.Name), key)
		}
	}
}

func leadsAny(l snapshot.Leader) bool {
	return slices.ContainsFunc(l.Charges(), func(e snapshot.Charge) bool { return e.Role == gov.ChargeLead })
}

func isLed(o snapshot.Organ) bool {
	return slices.ContainsFunc(o.Charges(), func(e snapshot.Charge) bool { return e.Role == gov.ChargeLead || e.Role == gov.ChargeLiaison })
}

// wasLed says whether an organ, or one that became it, was led.
func (c *checker) wasLed(key string) bool {
	return slices.ContainsFunc(c.organs, func(old string) bool {
		return c.had(old) && slices.Contains(c.heirs(old), key) && isLed(c.was[old])
	})
}
