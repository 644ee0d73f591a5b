package admission_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tiaokuai/internal/admission"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
)

// FuzzRecorded holds whatever is read as an application to this: it is written and read back the same, and nothing that
// can be asked of it fails otherwise than by an error.
func FuzzRecorded(f *testing.F) {
	for _, seed := range []string{
		`{"title":"","department":"","townships":null,"list":"","legalBasis":""}`,
		`{"title":"a","department":"department/城管局","duty":"duty/占道经营查处","townships":["township/东镇"],"list":"BASIC","legalBasis":"b",` +
			`"steps":[{"kind":"APPLICATION","outcome":"PASSED","actor":"c","time":"2024-01-01T00:00:00Z","date":"2024-01-01"}]}`,
		`{"title":"a","department":"d","new":{"key":"","name":"x"},"townships":[],"list":"BASIC","legalBasis":"b","steps":[{"kind":"EVALUATION","actor":"","time":"2024-01-01T00:00:00Z","date":""}]}`,
	} {
		f.Add([]byte(seed))
	}
	c, err := countytest.Read(text)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		a, err := admission.Recorded(body)
		if err != nil {
			if gov.CodeOf(err) != gov.CodeInternal {
				t.Fatal(err)
			}
			return
		}
		again, err := a.Encode()
		if err != nil {
			return
		}
		back, err := admission.Recorded(again)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a, back, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
		a.Next()
		a.Waiting()
		a.Gaps(c)
		a.Due("2024-01-01")
		if _, err := a.Edits(c); err != nil {
			_ = err.Error()
		}
	})
}
