package gov

// Leader 班子成员 is a member of a township's leadership with one or more posts; the personal name may be absent.
type Leader struct {
	Key      string   `json:"key"`
	Township string   `json:"township"`
	Name     string   `json:"name,omitempty"`
	Order    int      `json:"order,omitempty"`
	Posts    []string `json:"posts"` // 党委副书记, 政法委员 …
	Rank     string   `json:"rank,omitempty"`
	Lines    []Line   `json:"lines,omitempty"` // lines of work in charge of where no organ is named
	Provenance
}

// Line is a leader's charge over a line of work (一类工作) for which no organ is named.
type Line struct {
	Name string     `json:"name"`
	Role ChargeRole `json:"role"`
}

// NodeKind is LEADER.
func (l *Leader) NodeKind() NodeKind { return NodeLeader }

// NodeKey is the leader's key.
func (l *Leader) NodeKey() string { return l.Key }

// NodeName is the leader's name, or the posts joined by 、 where no name is on record.
func (l *Leader) NodeName() string {
	if l.Name != "" {
		return l.Name
	}
	return join(l.Posts, "、")
}

// Check refuses a leader without a township or post.
func (l *Leader) Check() Problems {
	p := append(checkKeyProblems(l.Key), checkReference("township", l.Township)...)
	if len(l.Posts) == 0 {
		p = append(p, Errorf(CodeInvalid, "班子成员至少要有一个职务", "a leader needs at least one post").At("posts"))
	}
	for i, n := range l.Lines {
		p = append(p, checkName(n.Name).At("lines", i)...)
		p = append(p, checkEnum("role", n.Role, chargeRoles...).At("lines", i)...)
	}
	return append(p, checkCounts(count{"order", l.Order})...)
}

func (l *Leader) normalize() {
	l.Provenance.normalize()
	l.Posts = trimEmpty(l.Posts)
	l.Lines = trimEmpty(l.Lines)
}
