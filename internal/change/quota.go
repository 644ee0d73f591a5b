package change

import (
	"slices"

	"tiaokuai/internal/gov"
)

// Quota is what an organ has of posts and people: 编制 by type, 实有, 领导职数, 管理岗 and 专业技术岗.
type Quota struct {
	Posts           []gov.PostCount `json:"posts,omitempty"`
	Staff           int             `json:"staff,omitempty"`
	LeadingPosts    int             `json:"leadingPosts,omitempty"`
	ManagementPosts int             `json:"managementPosts,omitempty"`
	TechnicalPosts  int             `json:"technicalPosts,omitempty"`
}

func quotaOf(o *gov.Organ) Quota {
	return Quota{o.Posts, o.Staff, o.LeadingPosts, o.ManagementPosts, o.TechnicalPosts}
}

func (q Quota) zero() bool { return len(q.Posts) == 0 && q.plain() == (plainQuota{}) }

// plainQuota is the part of a quota that compares.
type plainQuota struct{ staff, leading, management, technical int }

func (q Quota) plain() plainQuota {
	return plainQuota{q.Staff, q.LeadingPosts, q.ManagementPosts, q.TechnicalPosts}
}

// plus adds times × r: 1 to add, −1 to take away.
func (q Quota) plus(r Quota, times int) Quota {
	out := Quota{
		slices.Clone(q.Posts), q.Staff + times*r.Staff, q.LeadingPosts + times*r.LeadingPosts,
		q.ManagementPosts + times*r.ManagementPosts, q.TechnicalPosts + times*r.TechnicalPosts,
	}
	for _, c := range r.Posts {
		i := slices.IndexFunc(out.Posts, func(o gov.PostCount) bool { return o.Type == c.Type })
		if i < 0 {
			out.Posts = append(out.Posts, gov.PostCount{Type: c.Type})
			i = len(out.Posts) - 1
		}
		out.Posts[i].Count += times * c.Count
	}
	out.Posts = slices.DeleteFunc(out.Posts, func(c gov.PostCount) bool { return c.Count == 0 })
	return out
}

// negative says that more was given away than there is.
func (q Quota) negative() bool {
	return q.Staff < 0 || q.LeadingPosts < 0 || q.ManagementPosts < 0 || q.TechnicalPosts < 0 ||
		slices.ContainsFunc(q.Posts, func(c gov.PostCount) bool { return c.Count < 0 })
}

// check refuses what an organ's own Check refuses of the same fields.
func (q Quota) check() gov.Problems {
	probe := q.of(gov.Organ{Key: "key", Township: "township", Name: "name", Kind: gov.OrganOffice})
	return probe.Check()
}

// of is an organ with this quota.
func (q Quota) of(o gov.Organ) *gov.Organ {
	o.Posts, o.Staff, o.LeadingPosts, o.ManagementPosts, o.TechnicalPosts = q.Posts, q.Staff, q.LeadingPosts, q.ManagementPosts, q.TechnicalPosts
	return &o
}

func exceeds(field ...any) gov.Problems {
	return gov.Problems{gov.Errorf(gov.CodeInvalid, "分出的编制、人员或职数超过原有数目", "more posts or staff are given away than there are").
		Advise("请核对编制、实有人员、领导职数和岗位数", "check posts, staff, leading posts, management and technical posts").At(field...)}
}
