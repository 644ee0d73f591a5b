package page

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// someRows draws rows with many equal costs, sorted.
func someRows(t *rapid.T, label string, prefix string) []row {
	list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) row {
		return row{cost: float64(rapid.IntRange(0, 2).Draw(t, "cost")), size: rapid.Int64Range(-1, 1).Draw(t, "size")}
	}), 0, 30).Draw(t, label)
	for i := range list {
		list[i].key = fmt.Sprintf("%s%02d", prefix, rapid.IntRange(0, 9).Draw(t, "digit")*100+i)
	}
	byCost.Sort(list)
	return list
}

// walk collects pages until there are none left; between asks for the rows as they are at the time of each page.
func walk(t *rapid.T, forward bool, between func() []row) []string {
	var seen []string
	args := Args{}
	for range 1000 {
		size := rapid.IntRange(1, 5).Draw(t, "size")
		args.First, args.Last = &size, nil
		if !forward {
			args.First, args.Last = nil, &size
		}
		c, err := Paginate(between(), byCost, args)
		if err != nil {
			t.Fatal(err)
		}
		info, page := c.PageInfo(), keys(c.Nodes())
		if forward {
			seen = append(seen, page...)
			args.After = info.EndCursor
		} else {
			seen = append(page, seen...)
			args.Before = info.StartCursor
		}
		if len(page) == 0 || forward && !info.HasNextPage || !forward && !info.HasPreviousPage {
			return seen
		}
	}
	t.Fatal("no end")
	return nil
}

func TestWalkGivesTheList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := someRows(t, "rows", "k")
		got := walk(t, rapid.Bool().Draw(t, "forward"), func() []row { return list })
		if !slices.Equal(got, keys(list)) {
			t.Fatalf("walked %v over %v", got, keys(list))
		}
	})
}

func TestWalkSurvivesChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stay, come := someRows(t, "stay", "s"), someRows(t, "come", "c")
		// Survivors are in every page request; the others come and go.
		got := walk(t, rapid.Bool().Draw(t, "forward"), func() []row {
			now := slices.Clone(stay)
			for _, r := range come {
				if rapid.Bool().Draw(t, "present") {
					now = append(now, r)
				}
			}
			byCost.Sort(now)
			return now
		})
		sorted := slices.Sorted(slices.Values(got))
		if len(slices.Compact(sorted)) != len(got) {
			t.Fatalf("a row twice: %v", got)
		}
		survivors := slices.DeleteFunc(got, func(k string) bool { return k[0] == 'c' })
		if !slices.Equal(survivors, keys(stay)) {
			t.Fatalf("survivors %v, want %v", survivors, keys(stay))
		}
	})
}

func TestCursorRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := row{rapid.String().Draw(t, "key"), rapid.Float64().Draw(t, "cost"), rapid.Int64().Draw(t, "size")}
		key := byCost.Key(r)
		got, err := decode(byCost.Name, encode(byCost.Name, key), key)
		if err != nil || got.Compare(key) != 0 {
			t.Fatalf("%v, %v", got, err)
		}
	})
}
