package change

import (
	"slices"

	"tiaokuai/internal/gov"
)

// Rename gives a node another name. The key stays, and the old name goes to the former names, by which it is still found.
type Rename[T any, N nodeOf[T]] struct {
	Key  string `json:"key"`
	Name string `json:"name"`
}

// The edits that rename a node of each kind that keeps its former names.
type (
	RenameTownship   = Rename[gov.Township, *gov.Township]
	RenameOrgan      = Rename[gov.Organ, *gov.Organ]
	RenameDepartment = Rename[gov.Department, *gov.Department]
	RenameSection    = Rename[gov.Section, *gov.Section]
)

// Apply refuses the name it has already and the name of a living sibling.
func (e *Rename[T, N]) Apply(d *Draft) gov.Problems {
	now, p := Find[N](d, "key", e.Key)
	if len(p) > 0 {
		return p
	}
	if now.NodeName() == e.Name {
		return gov.Problems{gov.Errorf(gov.CodeInvalid, "名称没有变化", "this is its name already").At("name")}
	}
	n := renamed(now, e.Name)
	if p = n.Check(); len(p) == 0 {
		p = checkNameFree(d, n)
	}
	if len(p) == 0 {
		d.Put(n)
	}
	return p
}

// renamed is a copy of a node under another name, the old one among its former names.
func renamed(n gov.Node, name string) gov.Node {
	former := func(names []string, old string) []string {
		kept := slices.DeleteFunc(slices.Clone(names), func(s string) bool { return s == name || s == old })
		return append(kept, old)
	}
	switch n := n.(type) {
	case *gov.Township:
		c := *n
		c.Name, c.FormerNames = name, former(n.FormerNames, n.Name)
		return &c
	case *gov.Organ:
		c := *n
		c.Name, c.FormerNames = name, former(n.FormerNames, n.Name)
		return &c
	case *gov.Department:
		c := *n
		c.Name, c.FormerNames = name, former(n.FormerNames, n.Name)
		return &c
	case *gov.Section:
		c := *n
		c.Name, c.FormerNames = name, former(n.FormerNames, n.Name)
		return &c
	}
	return n
}

// Sentence says what is renamed.
func (e *Rename[T, N]) Sentence(name Namer) gov.Text {
	return gov.Textf("将“%s”更名为“%s”", "rename %s to %s", name(e.Key), e.Name)
}

// Describe documents the edit.
func (*Rename[T, N]) Describe() Description {
	is := kindNames[N(new(T)).NodeKind()]
	return Description{
		Title: gov.Textf("%[1]s更名", "Rename %[2]s", is.ZH, an(is.EN)),
		Text:  gov.Textf("给%[1]s换一个名称。编号不变，原名称记入曾用名，仍可检索。", "Gives %[2]s another name. The key stays; the old name joins the former names and is still found.", is.ZH, an(is.EN)),
	}
}
