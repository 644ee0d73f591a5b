package scenario

import (
	"cmp"
	"slices"

	"tiaokuai/internal/snapshot"
)

// Ledger is where posts and people went from one snapshot of a county to another. What an organ that is gone had goes
// first to those it became; what is over, and what others lost, to organs of the same township that gained, then to
// those of other townships. So every figure has a place it came from and one it went to.
func Ledger(before, after *snapshot.County) Balance {
	return newLedger(sidesOf(before, after)).balance()
}

// ledger is a balance while it is drawn up.
type ledger struct {
	*sides
	open  map[string]vector    // gained (positive) or lost (negative), not yet accounted for
	flows map[[2]string]vector // from, to
}

func newLedger(s *sides) *ledger {
	l := &ledger{sides: s, open: map[string]vector{}, flows: map[[2]string]vector{}}
	for _, key := range s.organs {
		l.open[key] = l.now(key).minus(l.then(key))
	}
	for _, key := range s.organs {
		for _, heir := range s.became[key] {
			l.move(key, heir)
		}
	}
	unsettled := slices.DeleteFunc(slices.Clone(s.organs), func(key string) bool { return l.open[key] == vector{} })
	for _, near := range []bool{true, false} {
		for _, from := range unsettled {
			for _, to := range unsettled {
				if !near || s.township(from) == s.township(to) {
					l.move(from, to)
				}
			}
		}
	}
	for _, key := range unsettled {
		l.move(key, "")
		l.move("", key)
	}
	return l
}

func (l *ledger) then(key string) vector {
	if o, ok := l.was[key]; ok {
		return vectorOf(o.Organ)
	}
	return vector{}
}

func (l *ledger) now(key string) vector {
	if o, ok := l.is[key]; ok {
		return vectorOf(o.Organ)
	}
	return vector{}
}

// move books what one lost and the other gained; an empty key gains and loses whatever there is.
func (l *ledger) move(from, to string) {
	lost, gained, moved := l.open[from], l.open[to], vector{}
	for i := range moved {
		switch {
		case from == "":
			moved[i] = max(gained[i], 0)
		case to == "":
			moved[i] = max(-lost[i], 0)
		default:
			moved[i] = max(min(-lost[i], gained[i]), 0)
		}
	}
	if moved == (vector{}) || from == to {
		return
	}
	if from != "" {
		l.open[from] = lost.plus(moved)
	}
	if to != "" {
		l.open[to] = gained.minus(moved)
	}
	l.flows[[2]string{from, to}] = l.flows[[2]string{from, to}].plus(moved)
}

// list are the flows in the order of the organs; nowhere comes last.
func (l *ledger) list() []Flow {
	rank := func(key string) int {
		if key == "" {
			return len(l.organs)
		}
		return l.place[key]
	}
	var out []Flow
	for ends, v := range l.flows {
		out = append(out, Flow{From: ends[0], To: ends[1], Strength: v.strength()})
	}
	slices.SortFunc(out, func(a, b Flow) int {
		return cmp.Or(cmp.Compare(rank(a.From), rank(b.From)), cmp.Compare(rank(a.To), rank(b.To)))
	})
	return out
}

func (l *ledger) balance() Balance {
	out := Balance{Flows: l.list()}
	var before, after vector
	for _, t := range l.townships() {
		one := l.inTownship(t, out.Flows)
		before, after = before.plus(one.Before.vector()), after.plus(one.After.vector())
		out.Townships = append(out.Townships, one)
	}
	out.Before, out.After = before.strength(), after.strength()
	return out
}

func (l *ledger) inTownship(key string, flows []Flow) TownshipBalance {
	out := TownshipBalance{Township: key}
	var before, after vector
	for _, organ := range l.organs {
		if l.township(organ) != key {
			continue
		}
		then, now := l.then(organ), l.now(organ)
		before, after = before.plus(then), after.plus(now)
		line := OrganBalance{Organ: organ, Name: l.name(organ), Gone: !l.has(organ), Fresh: !l.had(organ), Before: then.strength(), After: now.strength()}
		for _, f := range flows {
			if f.From == organ || f.To == organ {
				line.Flows = append(line.Flows, f)
			}
		}
		out.Organs = append(out.Organs, line)
	}
	out.Before, out.After = before.strength(), after.strength()
	return out
}
