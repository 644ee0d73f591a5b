package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Features are what an organ's function is read from: the departments it answers to by BUSINESS and the duties it
// carries as LEAD or SUPPORT, universal ones left out. Each is a number of the county's base: two organs of one county
// can be compared, whatever their townships. Sorted.
type Features []int32

// FeaturesOf are the features of an organ.
func FeaturesOf(o snapshot.Organ) Features {
	var f Features
	for e := range o.EachCounterpart() {
		if e.Nature == gov.NatureBusiness {
			f = append(f, departmentFeature(e.Department()))
		}
	}
	for e := range o.EachAssignment() {
		if d := e.Duty(); !d.Universal {
			f = append(f, dutyFeature(d))
		}
	}
	slices.Sort(f)
	return f
}

func departmentFeature(d snapshot.Department) int32 { return int32(2 * d.Index()) }

func dutyFeature(d snapshot.Duty) int32 { return int32(2*d.Index() + 1) }

// Jaccard is |f ∩ g| / |f ∪ g| in millionths, rounded half up once, with |f ∩ g|. Of two empty sets it is 0.
func (f Features) Jaccard(g Features) (likeness gov.Micro, common int) {
	for i, j := 0, 0; i < len(f) && j < len(g); {
		switch {
		case f[i] < g[j]:
			i++
		case f[i] > g[j]:
			j++
		default:
			common, i, j = common+1, i+1, j+1
		}
	}
	if common == 0 {
		return 0, 0
	}
	union := gov.Micro(len(f) + len(g) - common)
	return (2*gov.Micro(common)*gov.One + union) / (2 * union), common
}

// Common are the features that both have.
func (f Features) Common(g Features) Features {
	return slices.DeleteFunc(slices.Clone(f), func(v int32) bool { return !g.has(v) })
}

func (f Features) has(v int32) bool {
	_, ok := slices.BinarySearch(f, v)
	return ok
}

// names lists the departments and duties that the features stand for, departments first.
func (f Features) names(c *snapshot.County) gov.Text {
	var names []string
	departments, duties := c.Departments(), c.Duties()
	for _, v := range f {
		if v%2 == 0 {
			names = append(names, departments[v/2].Name)
		}
	}
	for _, v := range f {
		if v%2 == 1 {
			names = append(names, duties[v/2].Name)
		}
	}
	return listed(names)
}
