package overlap_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
)

func TestQuality(t *testing.T) {
	const path = "testdata/quality/report.txtar"
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got := txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		if name, ok := strings.CutSuffix(f.Name, ".county"); ok {
			got.Files = append(got.Files, f, txtar.File{Name: name + ".want", Data: []byte(quality(t, string(f.Data)))})
		}
	}
	countytest.Golden(t, path, txtar.Format(&got))
}

func quality(t *testing.T, text string) string {
	c := dated(t, text)
	q := overlap.QualityOf(c)
	var b strings.Builder
	for _, v := range q.Coverage {
		fmt.Fprintf(&b, "%s %s %d/%d = %d%%\n", or(name(c, v.Township), "county"), v.Gauge, v.Have, v.Of, v.Percent())
	}
	for _, n := range q.NotAssessable {
		fmt.Fprintf(&b, "not assessable in %s %v\n  %s | %s\n  %s | %s\n", or(name(c, n.Township), "county"), n.Kinds, n.Reason.ZH, n.Reason.EN, n.Collect.ZH, n.Collect.EN)
	}
	for _, v := range q.Conflicts {
		fmt.Fprintf(&b, "conflict of %v\n  %s | %s\n", names(c, v.Keys), v.Text.ZH, v.Text.EN)
	}
	for _, u := range q.Unfaced {
		fmt.Fprintf(&b, "unfaced in %s: %s %v\n", name(c, u.Township), name(c, u.Department), names(c, u.Sections))
	}
	return b.String()
}

func or(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// TestGaps holds that a kind is assessable exactly where no record of its township or of the county names it.
func TestGaps(t *testing.T) {
	c := dated(t, `county 1 甲县
township 大冶镇 portfolios-complete assignments-complete
  organ 甲办 OFFICE
township 告成镇
  organ 甲办 OFFICE`)
	q := overlap.QualityOf(c)
	for _, one := range []struct {
		township string
		kind     gov.OverlapKind
		gaps     int
	}{{"township/大冶镇", gov.OverlapUnledOrgan, 0}, {"township/告成镇", gov.OverlapUnledOrgan, 1}, {"township/大冶镇", gov.OverlapOffList, 1}, {"township/大冶镇", gov.OverlapManyToOne, 1}, {"", gov.OverlapManyToOne, 0}} {
		if gaps := q.Gaps(one.kind, one.township); len(gaps) != one.gaps {
			t.Errorf("%s in %q: %v", one.kind, one.township, gaps)
		}
	}
	for _, g := range overlap.Gauges() {
		if !sound(g.Name) || !sound(g.Collect) {
			t.Errorf("%s: %v", g.Gauge, g)
		}
	}
}
