package main

import "fmt"

// repeats finds an earlier trial that asks the same, so that a template that several places share counts once. One that
// does not count hides nothing, and one with inferred answers nothing that the source says.
func (t trial) repeats(earlier []trial) error {
	for _, u := range earlier {
		if counts(u.Trust) && (t.Soft || !u.Soft) && t.subsetOf(u) && (t.Place == u.Place || t.templateOf(u)) {
			return fmt.Errorf("the organs and plates of %s, or some of them", u.name())
		}
	}
	return nil
}

// subsetOf says whether the organs are among those of another trial, with the same of them joined.
func (t trial) subsetOf(u trial) bool {
	at := map[string]int{}
	for i, o := range u.Organs {
		at[key(o.Name)] = i
	}
	for i, o := range t.Organs {
		if _, ok := at[key(o.Name)]; !ok {
			return false
		}
		for j := range i {
			if t.joined(i, j) != u.joined(at[key(o.Name)], at[key(t.Organs[j].Name)]) {
				return false
			}
		}
	}
	return true
}

// templateOf says whether a subset is the whole template, but for what a cut list may lack: all pairs that were joined, and
// nine in ten of the organs.
func (t trial) templateOf(u trial) bool {
	return 10*len(t.Organs) >= 9*len(u.Organs) && t.pairs() == u.pairs()
}

// pairs is how many pairs of organs were joined.
func (t trial) pairs() int {
	n := 0
	for _, m := range t.mergers() {
		n += len(m) * (len(m) - 1) / 2
	}
	return n
}
