package atlas

import (
	"context"
	"time"

	"tiaokuai/internal/store"
)

// cachedShelves bounds how many lists of documents are kept in memory.
const cachedShelves = 256

// shelfKey is a county's documents of a kind at a revision (0 = the head), by the newest write that is known of.
type shelfKey struct {
	county, kind string
	revision     int64
	documents    int64
}

// Documents are a county's documents of a kind by their ids, at its head (revision 0) or as they were when the revision
// ended, so that what was decided later stays hidden. They are shared and must not be changed.
func (v *View) Documents(ctx context.Context, county, kind string, revision int64) ([]Document, error) {
	h, err := v.head(county)
	if err != nil {
		return nil, err
	}
	if revision == h.Revision {
		revision = 0
	}
	key := shelfKey{county, kind, revision, h.Documents}
	if found, ok := v.atlas.shelves.Get(key); ok {
		return found, nil
	}
	until, err := v.ended(ctx, county, revision)
	if err != nil {
		return nil, err
	}
	found, err := v.atlas.store.Documents(ctx, county, kind, until)
	if err == nil {
		v.atlas.shareBodies(key, found)
		v.atlas.shelves.Add(key, found)
	}
	return found, err
}

// ended is the last moment before the revision after one was recorded; the zero time for the head.
func (v *View) ended(ctx context.Context, county string, revision int64) (time.Time, error) {
	if revision == 0 {
		return time.Time{}, nil
	}
	next, err := v.RecordedAt(ctx, county, revision+1)
	return next.Add(-1), err
}

// Document is one version of a small document: a case decision, a scenario.
type Document = store.Document

// Reread is the newest version of a document straight from the store; the zero Document where there is none.
func (a *Atlas) Reread(ctx context.Context, county, kind, id string) (Document, error) {
	all, err := a.store.Documents(ctx, county, kind, time.Time{})
	for _, d := range all {
		if d.ID == id {
			return d, err
		}
	}
	return Document{}, err
}

// PutDocument writes a version of a document and takes it in. An empty time is now. Errors are those of the store.
func (a *Atlas) PutDocument(ctx context.Context, d Document) (Document, error) {
	if d.Time.IsZero() {
		d.Time = a.now().UTC().Truncate(time.Millisecond)
	}
	written, err := a.store.PutDocument(ctx, d)
	if err == nil {
		a.shelve(written, false)
		a.tell()
	}
	return written, err
}

// shelve lets a county's head know of a document, so that lists read before it are not given out again. Where nothing
// can have been written between (it comes from the log, or is the very next after what was followed), the lists are
// carried along instead of being read anew.
func (a *Atlas) shelve(d Document, logged bool) {
	a.moving.Lock()
	defer a.moving.Unlock()
	next := logged || d.Seq == a.shelved.Load()+1
	if next {
		a.shelved.Store(max(a.shelved.Load(), d.Seq))
	}
	all := a.heads.Load()
	if all == nil || all.of[d.County] == nil || all.of[d.County].Documents >= d.Seq {
		return
	}
	h := *all.of[d.County]
	if next {
		a.carryShelves(h.Documents, d)
	}
	h.Documents = d.Seq
	a.replace(all.with(&h)) // whoever watches the county hears of it
}

// syncDocuments takes in what the log of documents has since.
func (a *Atlas) syncDocuments(ctx context.Context) error {
	for {
		written, err := a.store.DocumentLog(ctx, a.shelved.Load(), batch)
		if err != nil {
			return err
		}
		for _, d := range written {
			a.shelve(d, true)
		}
		if len(written) < batch {
			return nil
		}
	}
}
