package history

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

// Rate is how often a second each of some writers gets something written, all together. Writers start together and stop
// when the time is over; what is under way is finished and counted.
func Rate(ctx context.Context, writers int, during time.Duration, write func(ctx context.Context, writer int) error) (float64, error) {
	start := time.Now()
	timed, cancel := context.WithTimeout(ctx, during)
	defer cancel()
	var written atomic.Int64
	failed := make([]error, writers)
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for timed.Err() == nil && failed[w] == nil {
				if failed[w] = write(ctx, w); failed[w] == nil {
					written.Add(1)
				}
			}
		})
	}
	all.Wait()
	for _, err := range failed {
		if err != nil {
			return 0, err
		}
	}
	return float64(written.Load()) / time.Since(start).Seconds(), nil
}

// Writer commits through an atlas to a county of its own: each edit is checked, applied, its overlaps and names found and
// stored, as in a mutation.
type Writer struct {
	atlas  *atlas.Atlas
	county string
	organs []string
}

// NewWriter is a writer of a county that the atlas has.
func NewWriter(ctx context.Context, a *atlas.Atlas, county string) (*Writer, error) {
	v, err := a.View()
	if err != nil {
		return nil, err
	}
	c, err := v.County(ctx, county)
	if err != nil {
		return nil, err
	}
	w := &Writer{atlas: a, county: county}
	for _, o := range c.Organs() {
		w.organs = append(w.organs, o.Key)
	}
	return w, nil
}

// Commit corrects one organ.
func (w *Writer) Commit(ctx context.Context) error {
	v, err := w.atlas.View()
	if err != nil {
		return err
	}
	head, err := v.Head(w.county)
	if err != nil {
		return err
	}
	edit := &change.UpdateOrgan{Key: w.organs[head.Revision%int64(len(w.organs))], Set: fmt.Appendf(nil, `{"staff":%d}`, 100+head.Revision)}
	ch := atlas.Change{
		ID: fmt.Sprintf("bench-%s-%d", w.county, head.Revision+1), County: w.county, Base: head.Revision,
		Edits: []change.Edit{edit}, Actor: "bench", Reason: "更正在岗人数",
	}
	for range 3 {
		if _, err = w.atlas.Commit(ctx, ch); gov.CodeOf(err) != gov.CodeUnavailable || err == nil {
			break
		}
	}
	return err
}
