package change_test

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/snapshot"
)

// Whatever bytes a client sends, Decode answers; what it reads encodes to what reads the same, has a sentence, and
// applies or is refused without a panic.
func FuzzDecode(f *testing.F) {
	dice := rand.New(rand.NewPCG(1, 1))
	base := countytest.Random(dice)
	draft := change.NewDraft(base, 2)
	for _, record := range change.Catalogue() {
		if e, ok := countytest.RandomEditOf(record.Name, dice, draft); ok && e != nil {
			raw, err := change.Encode([]change.Edit{e})
			if err != nil {
				f.Fatal(err)
			}
			f.Add([]byte(raw))
		}
		f.Add([]byte(`[{"` + record.Name + `":{}}]`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		edits, err := change.Decode(data)
		if err != nil {
			return
		}
		once, err := change.Encode(edits)
		if err != nil {
			t.Fatal(err)
		}
		again, err := change.Decode(once)
		if err != nil {
			t.Fatalf("%s: %v", once, err)
		}
		twice, err := change.Encode(again)
		if err != nil || !bytes.Equal(once, twice) {
			t.Errorf("%s\n%s\n%v", once, twice, err)
		}
		for _, e := range edits {
			e.Sentence(draft.Name)
		}
		next, delta, err := change.Apply(base, edits, snapshot.Meta{Revision: 2})
		if err != nil {
			return
		}
		if _, _, err := change.Apply(next, []change.Edit{&change.Restore{Delta: delta.Inverse()}}, snapshot.Meta{Revision: 3}); err != nil {
			t.Errorf("not taken back: %v", err)
		}
	})
}
