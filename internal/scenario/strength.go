package scenario

import (
	"strconv"
	"strings"

	"tiaokuai/internal/gov"
)

// The components of a strength, posts by type first.
const (
	ofPosts      = 0
	ofStaff      = 4
	ofLeading    = 5
	ofManagement = 6
	ofTechnical  = 7
	components   = 8
)

// vector is a strength with its components in a row, as sums need them.
type vector [components]int

var postTypes = [...]gov.PostType{gov.PostAdministrative, gov.PostInstitution, gov.PostPolitical, gov.PostWorker}

var componentNames = [components]gov.Text{
	{ZH: "行政编制", EN: "administrative posts"},
	{ZH: "事业编制", EN: "institution posts"},
	{ZH: "政法专项编制", EN: "political and legal posts"},
	{ZH: "工勤编制", EN: "worker posts"},
	{ZH: "实有人员", EN: "staff"},
	{ZH: "领导职数", EN: "leading posts"},
	{ZH: "管理岗", EN: "management posts"},
	{ZH: "专业技术岗", EN: "technical posts"},
}

func vectorOf(o *gov.Organ) vector {
	v := vector{ofStaff: o.Staff, ofLeading: o.LeadingPosts, ofManagement: o.ManagementPosts, ofTechnical: o.TechnicalPosts}
	for _, p := range o.Posts {
		for i, t := range postTypes {
			if p.Type == t {
				v[ofPosts+i] += p.Count
			}
		}
	}
	return v
}

func (v vector) plus(w vector) vector {
	for i := range v {
		v[i] += w[i]
	}
	return v
}

func (v vector) minus(w vector) vector {
	for i := range v {
		v[i] -= w[i]
	}
	return v
}

func (v vector) strength() Strength {
	s := Strength{Staff: v[ofStaff], LeadingPosts: v[ofLeading], ManagementPosts: v[ofManagement], TechnicalPosts: v[ofTechnical]}
	for i, t := range postTypes {
		if n := v[ofPosts+i]; n != 0 {
			s.Posts = append(s.Posts, gov.PostCount{Type: t, Count: n})
		}
	}
	return s
}

// vector is the strength's components again.
func (s Strength) vector() vector {
	return vectorOf(&gov.Organ{Posts: s.Posts, Staff: s.Staff, LeadingPosts: s.LeadingPosts, ManagementPosts: s.ManagementPosts, TechnicalPosts: s.TechnicalPosts})
}

// Plus is the sum of two strengths.
func (s Strength) Plus(t Strength) Strength { return s.vector().plus(t.vector()).strength() }

// Zero says that there is nothing.
func (s Strength) Zero() bool { return s.vector() == vector{} }

// Text lists what there is: 行政编制 5、领导职数 2.
func (s Strength) Text() gov.Text {
	var zh, en []string
	for i, n := range s.vector() {
		if n != 0 {
			zh = append(zh, componentNames[i].ZH+" "+strconv.Itoa(n))
			en = append(en, strconv.Itoa(n)+" "+componentNames[i].EN)
		}
	}
	return gov.Text{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")}
}
