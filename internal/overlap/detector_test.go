package overlap_test

import (
	"strings"
	"testing"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
)

// TestDetectorsAreDocumented holds that everything is said of every kind, in both languages.
func TestDetectorsAreDocumented(t *testing.T) {
	for _, d := range overlap.Detectors() {
		for field, text := range map[string]gov.Text{"name": d.Name, "definition": d.Definition, "formula": d.Formula, "necessary": d.Necessary, "source": d.Source} {
			if !sound(text) {
				t.Errorf("%s: %s is %q", d.Kind, field, text)
			}
		}
		if d.Kind == "" || d.Class == "" || d.Weight < 0 {
			t.Errorf("%s: kind, class or weight is missing", d.Kind)
		}
	}
	if n := len(overlap.Detectors()); n != 18 {
		t.Errorf("%d detectors", n)
	}
}

// TestRecipesRead holds that every detector has its twin, with a comment in both languages and the four columns.
func TestRecipesRead(t *testing.T) {
	for _, r := range overlap.Cookbook() {
		for _, want := range []string{"// " + r.Detector.Name.ZH, "参数 parameters", "$county", "AS township", "subject", "topic", "participants"} {
			if !strings.Contains(r.Query, want) {
				t.Errorf("%s: no %q in\n%s", r.Detector.Kind, want, r.Query)
			}
		}
	}
}

// TestOwnWeights holds that a county's own weight goes before the default, also where it is 0.
func TestOwnWeights(t *testing.T) {
	c := dated(t, `county 1 甲县 weights=MANY_TO_ONE:0
department 农业农村局
township 大冶镇
  organ 经济发展办公室 OFFICE -> 农业农村局
  organ 乡村建设办公室 OFFICE -> 农业农村局`)
	r := overlap.Of(c)
	if len(r.All) != 1 || r.Total != 0 || r.All[0].Excess != gov.One || r.All[0].Severity != overlap.SeverityLow {
		t.Errorf("%+v", r.All)
	}
}

func TestLookupOfUnknownKind(t *testing.T) {
	if _, ok := overlap.Lookup("NO_SUCH_KIND"); ok {
		t.Error("found")
	}
	if text := overlap.Explain(nil, overlap.Overlap{Kind: "NO_SUCH_KIND"}); text != (gov.Text{}) {
		t.Errorf("%q", text)
	}
}

// sound says whether a text stands in both languages, whole and without the words of offence.
func sound(t gov.Text) bool {
	for _, s := range []string{t.ZH, t.EN} {
		if s == "" || strings.TrimSpace(s) != s || strings.Contains(s, "%!") || strings.Contains(s, "  ") {
			return false
		}
	}
	return !strings.Contains(t.ZH, "违") && !strings.Contains(t.EN, "violat")
}
