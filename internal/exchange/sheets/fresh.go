package sheets

import (
	"slices"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

// The number of new names of a sheet that are compared with those on record: of things that have one name each, where a
// likely renaming is asked about, and of others, where it is only noted.
const (
	comparedUnique = 2000
	comparedOther  = 200
)

// fresh takes a row whose name nothing on record has: something new, unless the name is so near to one that the file
// does not mention otherwise that it may be a renaming. Then the row has to say: by the key, or by 新增.
func (x *identification) fresh(c candidate) {
	name := entryOf(c.node).name
	if it := x.names[slot{x.s.node, c.parent, fold(name)}]; it != nil && !c.row.isNew() && x.same(c.node, it.value.(gov.Node)) {
		x.take(c, it.id, nil, it.named)
		return
	}
	if !c.row.isNew() && !x.p.Create && (x.wasDissolved(c, name) || x.mayBe(c, name)) {
		return
	}
	township := ""
	if x.s.parent == "township" {
		township = c.parent
	}
	key := gov.Mint(x.s.node, township, name, func(key string) bool { return x.p.nodes[key] != nil || x.p.byID[key] != nil })
	x.take(c, key, nil, true)
}

// mayBe says that a new name may well be another for something on record; then the row has a problem. A name that is
// only like one on record gets a note.
func (x *identification) mayBe(c candidate, name string) bool {
	limit := comparedOther
	if x.s.unique || x.s.node == gov.NodeLeader {
		limit = comparedUnique
	}
	if x.asked++; x.asked > limit || x.p.base == nil {
		return false
	}
	var twins, like []*entry
	if x.s.unique {
		for _, e := range x.p.otherwise(x.p.before, c.parent, name, x.s.node) {
			if e.parent == c.parent && x.p.byID[e.key] == nil && x.p.nodes[e.key].NodeKind() == x.s.node {
				twins = append(twins, e)
			}
		}
	}
	for _, l := range x.p.before.nearest(c.parent, x.p.bare(c.parent, name), 2*suggestions, x.s.node) {
		switch e := l.entry; {
		case e.parent != c.parent || x.p.byID[e.key] != nil || slices.Contains(twins, e):
		case l.twin && x.s.unique:
			twins = append(twins, e)
		case l.score >= 600:
			like = append(like, e)
		}
	}
	twins = append(twins, x.unnamed(c)...)
	i := x.s.column(x.s.identity[0])
	if len(twins) == 0 {
		switch {
		case len(like) == 0:
		case c.row.t.form: // which has no column 编号
			x.p.note(c.row.place(i), "新增“%[1]s”。已有名称相近的“%[2]s”；如系同一%[3]s，请改用这一名称",
				"%[1]s is added. There is %[2]s, which has a name like it; if it is the same %[4]s, use that name", name, like[0].name, kindWords[x.s.node].ZH, kindWords[x.s.node].EN)
		default:
			x.p.note(c.row.place(i), "新增“%[1]s”。已有名称相近的“%[2]s”；如系更名，请填写其编号：%[3]s",
				"%[1]s is added. There is %[2]s, which has a name like it; if this is its new name, give its key: %[3]s", name, like[0].name, like[0].key)
		}
		return false
	}
	var names, keys []string
	for _, e := range twins {
		x.p.mentioned[e.key] = true
		names, keys = append(names, e.name), append(keys, e.key)
	}
	zh, en := "没有名为“%[1]s”的%[2]s，但有名称相近的“%[3]s”", "there is no %[4]s called %[1]q, but one called %[3]s"
	if x.s.node == gov.NodeLeader {
		zh, en = "没有姓名为“%[1]s”的%[2]s，但有未登记姓名的“%[3]s”", "there is no %[4]s called %[1]q, but one on record without a name: %[3]s"
	}
	x.p.problem(c.row.place(i), name, names, gov.Errorf(gov.CodeInvalid, zh, en, name, kindWords[x.s.node].ZH, strings.Join(names, "”“"), kindWords[x.s.node].EN).
		Advise("是同一个的，请改用原名称；更名的，在编号栏填写 %[1]s；确为新设的，加“新增”栏填“是”",
			"if it is the same, use its name; if it was renamed, give its key %[1]s; if it is new, say so in a column 新增", strings.Join(keys, " / ")))
	return true
}

// unnamed are the leaders without a name on record who have the post of a named one: the row may give their name.
func (x *identification) unnamed(c candidate) []*entry {
	l, ok := c.node.(*gov.Leader)
	if !ok || l.Name == "" {
		return nil
	}
	var out []*entry
	for _, e := range x.p.before.find(c.parent, strings.Join(l.Posts, "、"), gov.NodeLeader) {
		if there, ok := x.p.nodes[e.key].(*gov.Leader); ok && there.Name == "" && slices.Equal(there.Posts, l.Posts) && x.p.byID[e.key] == nil {
			out = append(out, e)
		}
	}
	return out
}

func fold(name string) string { return search.Fold(name) }

func join(parts []string, sep string) string { return strings.Join(parts, sep) }

// setKey gives a new node its key.
func setKey(n gov.Node, key string) {
	switch n := n.(type) {
	case *gov.County:
		n.Key = key
	case *gov.Township:
		n.Key = key
	case *gov.Organ:
		n.Key = key
	case *gov.Department:
		n.Key = key
	case *gov.Section:
		n.Key = key
	case *gov.Leader:
		n.Key = key
	case *gov.Duty:
		n.Key = key
	case *gov.Measure:
		n.Key = key
	case *gov.Indicator:
		n.Key = key
	case *gov.Source:
		n.Key = key
	}
}
