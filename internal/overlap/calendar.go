package overlap

import (
	"slices"
	"strconv"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Lists and admissions have dates, so what is found in a part depends on the snapshot's day, which is not of the part.
// Between two dates of the county's lists nothing changes; findings are kept under the number of dates passed, so that
// revisions of different days share them.

// calendar are the days from which something starts, and the days after which something ends, sorted.
type calendar struct{ starts, ends []gov.Date }

func calendarOf(c *snapshot.County) calendar {
	return snapshot.Derive(c.BaseCell(), "overlap calendar", func() calendar {
		var k calendar
		for d := range c.EachDuty() {
			for _, l := range d.Listings {
				k.starts, k.ends = dated(k.starts, l.From), dated(k.ends, l.Until)
			}
			if a := d.Admission; a != nil {
				k.starts, k.ends = dated(k.starts, a.Date), dated(k.ends, a.Expires)
			}
		}
		slices.Sort(k.starts)
		slices.Sort(k.ends)
		return k
	})
}

func dated(days []gov.Date, day gov.Date) []gov.Date {
	if day == "" {
		return days
	}
	return append(days, day)
}

// cellName is the name under which what holds on the snapshot's day is kept.
func cellName(c *snapshot.County) string {
	day := today(c)
	if day == "" {
		return "overlaps of any day"
	}
	k := calendarOf(c)
	started, _ := slices.BinarySearchFunc(k.starts, day, func(d, day gov.Date) int { return after(d > day) })
	ended, _ := slices.BinarySearchFunc(k.ends, day, func(d, day gov.Date) int { return after(d >= day) })
	return "overlaps " + strconv.Itoa(started+ended)
}

// after makes a binary search stop at the first day for which a condition holds.
func after(holds bool) int {
	if holds {
		return 1
	}
	return -1
}
