package overlap

import (
	"cmp"
	"math/bits"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var partialDevolution = Detector{
	Kind: gov.OverlapPartialDevolution, Class: ClassMismatch, Weight: gov.One,
	Name: gov.Textf("放权不配套", "Partial devolution"),
	Definition: gov.Textf("一个执法领域的权限只下放了一部分（0＜下放数＜总数），两级监督同一对象；指标可以只有上下限，须由上下限能证明。同一指标取最近时期的说法，说法不一时取其最宽的上下限。",
		"In one enforcement domain only a part of the powers came down (0 < devolved < total), so both levels supervise the same objects. Figures may be bounds and must prove it; of each the latest period counts, and where statements differ the widest bounds."),
	Formula: gov.Textf("min（下放数，总数−下放数）÷总数在上下限内的最小值，舍去百万分之一以下；总数没有上限时无法证明大小，计0。",
		"The least that the bounds allow of min(devolved, total − devolved) / total, rounded down to millionths; 0 where the total has no upper bound, for then no size is proved."),
	Necessary: gov.Textf("没有必要部分：可以下放或收回。", "No part of it is necessary: powers can come down or go back."),
	Source:    report("二（一）", "城管执法方面有几百项行政处罚权限，但实际下放的只有几十项"),
	county:    findPartialDevolution,
	explain:   explainPartialDevolution,
}

// field is what the figures of one subject and domain say.
type field struct {
	subject, domain string
	total, devolved figure
}

// figure is the bounds of a number over its statements of the latest period. High −1 is no upper bound.
type figure struct {
	stated    []snapshot.Indicator
	low, high int64
}

func findPartialDevolution(c *snapshot.County, fs *findings) {
	for _, f := range fieldsOf(c) {
		if !f.partial() {
			continue
		}
		found := fs.about(f.total.stated[0].Key)
		found.topic = f.domain
		for _, i := range slices.Concat(f.total.stated, f.devolved.stated) {
			found.participant(i.Key)
			found.attribute(i, "low", between(i.Low, upper(i.Indicator)).ZH)
		}
		fs.keep(found, f.excess())
	}
}

// fieldsOf are the domains that have both figures, in the order of their names and subjects.
func fieldsOf(c *snapshot.County) []field {
	return slices.DeleteFunc(figuresOf(c), func(f field) bool { return !f.complete() })
}

// figuresOf are the domains that have either figure.
func figuresOf(c *snapshot.County) []field {
	var all []field
	for _, i := range c.Indicators() {
		if i.Domain == "" || i.Metric != gov.MetricPowersTotal && i.Metric != gov.MetricPowersDevolved {
			continue
		}
		at := slices.IndexFunc(all, func(f field) bool { return f.subject == i.Indicator.Subject && f.domain == i.Domain })
		if at < 0 {
			at = len(all)
			all = append(all, field{subject: i.Indicator.Subject, domain: i.Domain})
		}
		if i.Metric == gov.MetricPowersTotal {
			all[at].total.state(i)
		} else {
			all[at].devolved.state(i)
		}
	}
	slices.SortFunc(all, func(a, b field) int {
		return cmp.Or(cmp.Compare(a.domain, b.domain), cmp.Compare(a.subject, b.subject))
	})
	return all
}

// state takes a statement in: a later period replaces what was said, the same one widens the bounds.
func (f *figure) state(i snapshot.Indicator) {
	if len(f.stated) > 0 && i.Period < f.stated[0].Period {
		return
	}
	if len(f.stated) == 0 || i.Period > f.stated[0].Period {
		f.stated, f.low, f.high = nil, i.Low, upper(i.Indicator)
	}
	f.stated = append(f.stated, i)
	f.low = min(f.low, i.Low)
	if f.high < 0 || upper(i.Indicator) < 0 {
		f.high = -1
	} else {
		f.high = max(f.high, upper(i.Indicator))
	}
}

// upper is an indicator's upper bound, −1 for none.
func upper(i *gov.Indicator) int64 {
	if i.High == 0 && i.Low > 0 {
		return -1
	}
	return i.High
}

// complete says whether both figures are stated.
func (f field) complete() bool { return len(f.total.stated) > 0 && len(f.devolved.stated) > 0 }

// settled says whether the bounds prove that nothing came down, or everything.
func (f field) settled() bool {
	return f.devolved.high == 0 || f.total.high >= 0 && f.devolved.low >= f.total.high
}

// partial says whether the bounds prove 0 < devolved < total.
func (f field) partial() bool {
	return f.devolved.low > 0 && f.devolved.high >= 0 && f.devolved.high < f.total.low
}

// excess is the least of min(r, 1 − r) for r = devolved / total within the bounds. The function is concave in r, so its
// least value stands at one end: at the least r (least devolved of the greatest total) or at the greatest.
func (f field) excess() gov.Micro {
	if f.total.high < 0 {
		return 0
	}
	return min(share(f.devolved.low, f.total.high), share(f.total.low-f.devolved.high, f.total.low))
}

// share is part / whole in millionths, rounded down; 0 < part < whole. Its product may need 128 bits.
func share(part, whole int64) gov.Micro {
	high, low := bits.Mul64(uint64(part), uint64(gov.One))
	q, _ := bits.Div64(high, low, uint64(whole))
	return gov.Micro(q)
}

func explainPartialDevolution(c *snapshot.County, o Overlap) gov.Text {
	i := slices.IndexFunc(fieldsOf(c), func(f field) bool { return f.total.stated[0].Key == o.Subject })
	if i < 0 {
		return gov.Text{}
	}
	f := fieldsOf(c)[i]
	found := say("%[1]s领域的执法权限总数为%[2]s项，下放%[3]s项，两级监督同一对象：", "In the domain %[1]s there are %[2]s enforcement powers, of which %[3]s came down, so both levels supervise the same objects:",
		f.domain, between(f.total.low, f.total.high), between(f.devolved.low, f.devolved.high))
	if f.total.high < 0 {
		return sentences(found, gov.Textf("总数没有上限，大小无法证明，计0。", "the total has no upper bound, so no size is proved: 0."))
	}
	low, left, least := f.devolved.low, f.total.low-f.devolved.high, f.total.low
	return sentences(found, gov.Textf("至少为%[1]d÷%[2]d与%[3]d÷%[4]d中较小的，即%[5]s。", "at least the lesser of %[1]d ÷ %[2]d and %[3]d ÷ %[4]d, which is %[5]s.",
		low, f.total.high, left, least, o.Excess))
}

// bounds writes a figure: 300, 20–99 or at least 200.
func between(low, high int64) gov.Text {
	switch {
	case high < 0:
		return gov.Textf("至少%d", "at least %d", low)
	case low == high:
		return gov.Textf("%d", "%d", low)
	}
	return gov.Textf("%d–%d", "%d–%d", low, high)
}
