package sheets

import (
	"context"
	"slices"

	"tiaokuai/internal/gov"
)

// candidate is a row that names no key.
type candidate struct {
	row    row
	node   gov.Node // with the columns that tell it
	parent string
	claim  int // its place among the claims
}

// identify tells what each row is about: rows with a key first, so that their names are taken; then those whose name is
// known; then those that may be new.
func (p *planner) identify(ctx context.Context, s *Sheet) error {
	var unkeyed []candidate
	claims := &identification{p: p, s: s, names: map[slot]*item{}}
	err := p.eachRow(ctx, s, func(r row) {
		parent, ok := r.parent()
		if !ok || s.parent == "township" && !p.checkScope(r, parent) {
			claims.mention(r)
			claims.all = append(claims.all, claim{nil, r})
			if entryOf(s.scratch(r)).name == "" && r.text(s.column("key")) == "" {
				claims.missing(candidate{row: r}, s.identity[0])
			}
			return
		}
		claims.all = append(claims.all, claim{nil, r})
		c := candidate{r, s.scratch(r), parent, len(claims.all) - 1}
		if key := p.before.keyOf(r.text(s.column("key"))); key != "" {
			claims.keyed(c, key)
			return
		}
		unkeyed = append(unkeyed, c)
	})
	if err != nil {
		return err
	}
	unkeyed = slices.DeleteFunc(unkeyed, claims.known)
	for _, c := range unkeyed {
		claims.fresh(c)
	}
	for i, c := range claims.all {
		if c.item == nil {
			claims.all[i].item = c.row.trial()
		}
	}
	p.claims[s.English] = claims.all
	return nil
}

// scratch is a node with the columns that tell it where no key is given.
func (s *Sheet) scratch(r row) gov.Node {
	v := s.fresh()
	for _, name := range s.identity {
		if i := s.column(name); r.text(i) != "" && !clears(r.text(i)) {
			s.Columns[i].set(&cell{row: r, column: &s.Columns[i], index: i, text: r.text(i)}, v)
		}
	}
	return v.(gov.Node)
}

// parent is the key of what a row's node belongs to; empty where the row does not say and its key may.
func (r row) parent() (string, bool) {
	s := r.t.sheet
	if s.parent == "" {
		return "", true
	}
	i := s.column(s.parent)
	text := r.text(i)
	if text == "" {
		if r.text(s.column("key")) != "" {
			return "", true
		}
		r.fail(s.parent, nil, "%[1]s不能为空", "%[2]s must not be empty", s.Columns[i].Header, s.Columns[i].Name)
		return "", false
	}
	kind := gov.NodeTownship
	if s.parent == "department" {
		kind = gov.NodeDepartment
	}
	return r.p.findLiving(r.place(i), "", textOf(text), "", kind)
}

// identification is the rows of one sheet while they are told apart.
type identification struct {
	p     *planner
	s     *Sheet
	all   []claim
	names map[slot]*item // of the file's things, by their own names
	asked int            // how many names were compared with those on record
}

// take lets a row be about a thing.
func (x *identification) take(c candidate, key string, base gov.Node, named bool) *item {
	it := x.p.byID[key]
	if it == nil {
		it = &item{sheet: x.s, id: key, parent: c.parent, place: len(x.p.items), first: c.row, named: named, value: x.s.fresh()}
		if base != nil {
			it.base, it.value = base, x.s.clone(base)
			if it.parent == "" {
				it.parent = entryOf(base).parent
			}
		} else {
			setKey(it.value.(gov.Node), key)
		}
		x.p.items = append(x.p.items, it)
		x.p.byID[key] = it
	} else {
		it.others = append(it.others, c.row)
	}
	x.all[c.claim].item = it
	name := entryOf(c.node).name
	if name == "" && base != nil {
		name = base.NodeName()
	}
	if at := (slot{x.s.node, it.parent, fold(name)}); x.names[at] == nil {
		x.names[at] = it
	}
	return it
}

// mention keeps what a row with a problem may be about from being removed.
func (x *identification) mention(r row) {
	if key := r.text(x.s.column("key")); key != "" {
		x.p.mentioned[x.p.before.keyOf(key)] = true
	}
}

// keyed takes a row that gives a key: of something on record, or of something new.
func (x *identification) keyed(c candidate, key string) {
	base := x.p.nodes[key]
	switch {
	case base == nil && x.p.byID[key] != nil && x.p.byID[key].sheet != x.s:
		c.row.fail("key", nil, "编号 %[1]s 在本文件中已用于%[2]s", "key %[1]s is used by a row of %[3]s in this file", key, x.p.byID[key].sheet.Name, x.p.byID[key].sheet.English)
	case base == nil && x.s.node == gov.NodeCounty && x.p.base != nil:
		c.row.fail("key", []string{x.p.base.Key}, "文件中的县是 %[1]s，不是 %[2]s", "the file is of the county %[1]s, not of %[2]s", key, x.p.base.Key)
	case base == nil:
		if err := gov.CheckKey(key); err != nil {
			c.row.fail("key", nil, "%[1]s", "%[2]s", err.Message.ZH, err.Message.EN)
			return
		}
		if c.parent == "" && x.s.parent != "" {
			x.missing(c, x.s.parent)
			return
		}
		x.take(c, key, nil, true)
	case base.NodeKind() == gov.NodeFormer:
		c.row.fail("key", nil, "编号 %[1]s 属于已撤销的“%[2]s”，不能再用", "key %[1]s is that of %[2]s, which was dissolved", key, base.NodeName())
	case base.NodeKind() != x.s.node:
		c.row.fail("key", nil, "编号 %[1]s 属于%[2]s“%[3]s”", "key %[1]s is that of the %[4]s %[3]s",
			key, kindWords[base.NodeKind()].ZH, base.NodeName(), kindWords[base.NodeKind()].EN)
	case x.s.parent == "township" && c.parent != "" && c.parent != entryOf(base).parent:
		x.p.mentioned[key] = true
		c.row.fail("township", []string{x.p.before.nameIn("", entryOf(base).parent, gov.NodeTownship)}, "编号 %[1]s 是%[2]s的“%[3]s”，不能用导入改变所属乡镇",
			"key %[1]s is %[3]s of %[2]s; a file can't move it to another township", key, x.p.before.nameIn("", entryOf(base).parent), base.NodeName())
	default:
		x.take(c, key, base, true)
	}
}

func (x *identification) missing(c candidate, column string) {
	col := x.s.Columns[x.s.column(column)]
	c.row.fail(column, nil, "%[1]s不能为空", "%[2]s must not be empty", col.Header, col.Name)
}

// known takes a row whose name the file has used already or the county knows; false where it does not.
func (x *identification) known(c candidate) bool {
	name := entryOf(c.node).name
	switch {
	case name == "":
		x.missing(c, x.s.identity[0])
		return true
	case x.s.node == gov.NodeCounty:
		return x.county(c)
	case c.row.isNew():
		return false
	}
	if it := x.names[slot{x.s.node, c.parent, fold(name)}]; it != nil && x.same(c.node, it.value.(gov.Node)) && it.base != nil {
		x.take(c, it.id, nil, it.named)
		return true
	}
	var found []*entry
	for _, e := range x.p.before.find(c.parent, name, x.s.node) {
		if n := x.p.nodes[e.key]; n.NodeKind() == x.s.node && e.parent == c.parent && !x.claimed(e, name) && x.same(c.node, n) {
			found = append(found, e)
		}
	}
	switch {
	case len(found) == 0:
		return false
	case len(found) > 1:
		x.ambiguous(c, name, found)
		return true
	}
	e := found[0]
	named := sameName(e.name, name)
	if !named {
		i := x.s.column(x.s.identity[0])
		x.p.note(c.row.place(i), "“%[1]s”按“%[2]s”导入：是它的别名、牌子、简称、曾用名或职务", "%[1]q was read as %[2]s: it is an alias, a plate, a short or former name or a post of it", name, e.name)
	}
	x.take(c, e.key, x.p.nodes[e.key], named)
	return true
}

// county takes the row of the county without a key.
func (x *identification) county(c candidate) bool {
	if x.p.base == nil {
		c.row.fail("key", nil, "新建的县须填写行政区划代码", "a county yet to be made needs its code")
	} else {
		x.take(c, x.p.base.Key, x.p.base.County, true)
	}
	return true
}

func (x *identification) same(row, there gov.Node) bool {
	return x.s.same == nil || x.s.same(row, there)
}

// claimed says that a row with the key has given a node another name, so that its old one is free.
func (x *identification) claimed(e *entry, name string) bool {
	it := x.p.byID[e.key]
	return it != nil && sameName(e.name, name) && x.names[slot{x.s.node, it.parent, fold(name)}] != it
}

func (x *identification) ambiguous(c candidate, name string, found []*entry) {
	var keys []string
	for _, e := range found {
		x.p.mentioned[e.key] = true
		if len(keys) < suggestions {
			keys = append(keys, e.key)
		}
	}
	i := x.s.column(x.s.identity[0])
	x.p.problem(c.row.place(i), name, keys, gov.Errorf(gov.CodeInvalid,
		"“%[1]s”对应%[2]d个%[3]s，不能确定是哪一个", "%[1]q may be any of %[2]d %[4]s", name, len(found), x.s.Name, x.s.English).
		Advise("请在编号栏填写其中一个：%[1]s", "give the key of one of them: %[2]s", join(keys, "；"), join(keys, "; ")))
}
