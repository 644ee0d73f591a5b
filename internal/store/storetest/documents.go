package storetest

import (
	"fmt"
	"testing"
	"time"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

func (b *bench) putDocument(t tb, d store.Document) store.Document {
	t.Helper()
	return must(b.PutDocument(t.Context(), d))
}

// documents: versions with their base checked, deletion, the past by time, and the head's counter.
func documents(t *testing.T, b *bench) {
	a, _ := b.write(t, 1)
	doc := func(kind, id string, version int64, hour int, body string) store.Document {
		return store.Document{County: a.County, Kind: kind, ID: id, Version: version, Actor: "甲", Time: noon.Add(time.Duration(hour) * time.Hour), Body: []byte(body)}
	}
	read := func(kind string, hour int) (out []string) {
		for _, d := range must(b.Documents(t.Context(), a.County, kind, noon.Add(time.Duration(hour)*time.Hour))) {
			out = append(out, fmt.Sprintf("%s.%d=%s", d.ID, d.Version, d.Body))
		}
		return out
	}
	counter := func(want int64) {
		t.Helper()
		head, _ := b.load(t, a.County)
		same(t, "the head's counter", want, head.Documents)
		same(t, "revision", int64(1), head.Revision)
	}
	first := b.putDocument(t, doc("scenario", "s2", 0, 0, "一"))
	same(t, "version", int64(1), first.Version)
	b.putDocument(t, doc("scenario", "s1", 0, 1, "二"))
	b.putDocument(t, doc("case", "s1", 0, 1, "三"))
	b.putDocument(t, doc("scenario", "s2", 1, 2, "四"))
	counter(4)
	same(t, "the same write again", int64(2), b.putDocument(t, doc("scenario", "s2", 1, 2, "四")).Version)
	counter(4)
	for _, version := range []int64{0, 1, 3} {
		_, err := b.PutDocument(t.Context(), doc("scenario", "s2", version, 3, "五"))
		wantCode(t, err, gov.CodeConflict)
	}
	counter(4)
	gone := doc("scenario", "s1", 1, 4, "")
	gone.Deleted = true
	b.putDocument(t, gone)
	late := b.putDocument(t, doc("scenario", "s2", 2, -9, "六"))
	same(t, "a clock that runs late", noon.Add(2*time.Hour), late.Time)
	counter(6)
	same(t, "before all", []string(nil), read("scenario", -1))
	same(t, "at the first", []string{"s2.1=一"}, read("scenario", 0))
	same(t, "at the second", []string{"s1.1=二", "s2.1=一"}, read("scenario", 1))
	same(t, "at the last", []string{"s1.1=二", "s2.3=六"}, read("scenario", 3))
	same(t, "after the deletion", []string{"s2.3=六"}, read("scenario", 4))
	same(t, "of another kind", []string{"s1.1=三"}, read("case", 4))
	now := must(b.Documents(t.Context(), a.County, "scenario", time.Time{}))
	same(t, "now", []store.Document{late}, now)
	again := b.putDocument(t, doc("scenario", "s1", 2, 5, "七"))
	same(t, "a deleted one written again", int64(3), again.Version)
}

// documentWriters: of writers on one base one gets in, and the counter counts those that did.
func documentWriters(t *testing.T, b *bench) {
	a, _ := b.write(t, 1)
	together(t, func(w int) error {
		for version := range int64(rounds) {
			d := store.Document{County: a.County, Kind: "scenario", ID: "s", Version: version, Actor: fmt.Sprint(w), Time: noon}
			if _, err := b.PutDocument(t.Context(), d); err != nil && gov.CodeOf(err) != gov.CodeConflict {
				return err
			}
		}
		return nil
	})
	head, _ := b.load(t, a.County)
	now := must(b.Documents(t.Context(), a.County, "scenario", time.Time{}))
	same(t, "one document", 1, len(now))
	same(t, "versions", head.Documents, now[0].Version)
}
