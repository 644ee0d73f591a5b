package exchange_test

import (
	"testing"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// BenchmarkFormats writes the county that figures are measured on, with a history of one commit, in each format.
func BenchmarkFormats(b *testing.B) {
	c, err := snapshot.Build(countytest.Large(countytest.FullSize), snapshot.Meta{Revision: 1, Effective: "2024-01-01"})
	if err != nil {
		b.Fatal(err)
	}
	var h exchange.History
	h.Add(gov.Commit{Revision: 1, Effective: "2024-01-01", Delta: snapshot.Diff(nil, c)})
	for _, f := range exchange.Formats() {
		b.Run(f.Extension, func(b *testing.B) {
			b.ReportAllocs()
			var n counter
			for b.Loop() {
				n = 0
				if err := f.Write(&n, c, exchange.Beside{History: h}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n), "bytes")
		})
	}
}

// counter counts what is written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
