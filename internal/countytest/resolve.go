package countytest

import (
	"fmt"
	"slices"

	"tiaokuai/internal/gov"
)

// keys are the keys of nodes of one kind told by name or key.
func (r *reader) keys(kind gov.NodeKind, names []string) ([]string, error) {
	var out []string
	for _, name := range names {
		key, err := r.one(item{name: name}, "", kind)
		if err != nil {
			return nil, err
		}
		out = append(out, key)
	}
	return out, nil
}

// one is the key of the only node of the given kinds that an item means. In a township its own nodes come first.
func (r *reader) one(i item, in string, kinds ...gov.NodeKind) (string, error) {
	keys, err := r.all(i, in, kinds...)
	if err != nil {
		return "", err
	}
	if len(keys) > 1 {
		return "", fmt.Errorf("%s may be any of %v", i.name, keys)
	}
	return keys[0], nil
}

// all are the keys of the nodes that an item means: several only for name@*.
func (r *reader) all(i item, in string, kinds ...gov.NodeKind) ([]string, error) {
	var found []string
	for _, key := range append(slices.Clone(r.named[i.name]), i.name) {
		if n := r.nodes[key]; n != nil && slices.Contains(kinds, n.NodeKind()) && !slices.Contains(found, key) {
			found = append(found, key)
		}
	}
	if i.township != "" && i.township != "*" {
		in = i.township
	}
	if own := r.within(found, in); in != "" && (len(own) > 0 || i.township != "") && i.township != "*" {
		found = own
	}
	switch {
	case len(found) == 0:
		return nil, fmt.Errorf("there is no %v called %s", kinds, i.name)
	case len(found) > 1 && i.township != "*":
		return nil, fmt.Errorf("%s may be any of %v", i.name, found)
	}
	return found, nil
}

// within keeps the keys that stand in a township told by name or key.
func (r *reader) within(keys []string, township string) []string {
	var out []string
	for _, key := range keys {
		of := r.nodes[townshipKey(r.nodes[key])]
		if of != nil && (of.NodeName() == township || of.NodeKey() == township) {
			out = append(out, key)
		}
	}
	return out
}

func townshipKey(n gov.Node) string {
	switch n := n.(type) {
	case *gov.Township:
		return n.Key
	case *gov.Organ:
		return n.Township
	case *gov.Leader:
		return n.Township
	case *gov.Former:
		return n.Township
	}
	return ""
}

// sections are the keys of a department's sections told by name or key.
func (r *reader) sections(department string, names []string) ([]string, error) {
	var out []string
	for _, name := range names {
		i := len(out)
		for _, key := range append(slices.Clone(r.named[name]), name) {
			if s, ok := r.nodes[key].(*gov.Section); ok && s.Department == department {
				out = append(out, key)
				break
			}
		}
		if len(out) == i {
			return nil, fmt.Errorf("%s has no section %s", department, name)
		}
	}
	return out, nil
}
