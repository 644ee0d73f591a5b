package atlas

import (
	"context"
	"sort"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"tiaokuai/internal/gov"
)

const (
	pageSize    = 128  // revisions that one page of a timeline answers for
	cachedPages = 4096 // some 30 MB when all are full
)

// moment is when a revision took effect and when it was recorded.
type moment struct {
	effective  gov.Date
	recordedAt time.Time
}

// pageKey names a page of a county's timeline: revision n is answered for by page (n − 1) / pageSize.
type pageKey struct {
	county string
	page   int64
}

func pageOf(county string, revision int64) pageKey {
	return pageKey{county, (revision - 1) / pageSize}
}

// first is the first revision of a page.
func (k pageKey) first() int64 { return k.page*pageSize + 1 }

// timeline holds the moments of revisions by pages, as many as were asked for last. A page holds the moments of its
// revisions and the one after, so that it knows by itself how long each was the newest; the moments of a page never
// change, there are only more of them.
type timeline struct {
	mu    sync.Mutex // held while pages are put
	pages *lru.Cache[pageKey, []moment]
}

func newTimeline() *timeline {
	pages, _ := lru.New[pageKey, []moment](cachedPages) // fails only on a size below 1
	return &timeline{pages: pages}
}

// at is a revision's moment, if its page is held.
func (t *timeline) at(county string, revision int64) (moment, bool) {
	k := pageOf(county, revision)
	page, _ := t.pages.Get(k)
	if i := revision - k.first(); i < int64(len(page)) {
		return page[i], true
	}
	return moment{}, false
}

// newest is the last revision before one, effective by a day, if a page is held that tells; 0 if the first is later.
func (t *timeline) newest(county string, before int64, day gov.Date) (int64, bool) {
	for k := pageOf(county, before); k.page >= 0; k.page-- {
		page, _ := t.pages.Get(k)
		later := sort.Search(len(page), func(i int) bool { return page[i].effective > day })
		if later < len(page) && (later > 0 || k.page == 0) {
			return k.first() + int64(later) - 1, true
		}
	}
	return 0, false
}

// follow adds a head's moment to the pages that go as far as the revision before it.
func (t *timeline) follow(h gov.Head) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, k := range []pageKey{pageOf(h.County, max(h.Revision-1, 1)), pageOf(h.County, h.Revision)} {
		if page, _ := t.pages.Peek(k); int64(len(page)) == h.Revision-k.first() {
			t.pages.Add(k, append(page[:len(page):len(page)], moment{h.Effective, h.RecordedAt}))
		}
	}
}

// hold keeps a page as read from the store, unless a longer one is there, and gives the one that is kept.
func (t *timeline) hold(k pageKey, commits []gov.Commit) []moment {
	page := make([]moment, len(commits))
	for i, c := range commits {
		if page[i] = (moment{c.Effective, c.RecordedAt}); i > 0 && c.Effective == page[i-1].effective {
			page[i].effective = page[i-1].effective // one copy of the day's text
		}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if held, _ := t.pages.Peek(k); len(held) >= len(page) {
		return held
	}
	t.pages.Add(k, page)
	return page
}

// RevisionAt is the last revision effective by a day; NOT_FOUND names the county's first day. It asks the store only
// about a time that nobody asked about lately.
func (v *View) RevisionAt(ctx context.Context, county string, day gov.Date) (int64, error) {
	h, err := v.head(county)
	if err != nil {
		return 0, err
	}
	if h.Effective <= day {
		return h.Revision, nil
	}
	v.atlas.times.follow(h.Head)
	r, known := v.atlas.times.newest(county, h.Revision, day)
	if !known {
		if r, err = v.atlas.store.RevisionAt(ctx, county, day); err == nil {
			_, err = v.readPage(ctx, h.Head, pageOf(county, max(r, 1)))
		}
	}
	if err != nil || r > 0 {
		return r, err
	}
	first, err := v.moment(ctx, h.Head, 1)
	if err != nil {
		return 0, err
	}
	return 0, gov.Errorf(gov.CodeNotFound, "%s 当时尚无记录，最早为 %s", "nothing is on record by %s; the earliest day is %s", string(day), string(first.effective))
}

// RecordedAt is when a revision of a county was recorded; NOT_FOUND where there is no such revision.
func (v *View) RecordedAt(ctx context.Context, county string, revision int64) (time.Time, error) {
	h, err := v.head(county)
	if err != nil {
		return time.Time{}, err
	}
	if revision < 1 || revision > h.Revision {
		return time.Time{}, gov.Errorf(gov.CodeNotFound, "%s 没有第 %d 版，现有第 1 至 %d 版", "county %s has no revision %d, only 1 to %d",
			county, revision, h.Revision).At("revision")
	}
	m, err := v.moment(ctx, h.Head, revision)
	return m.recordedAt, err
}

// moment is a revision's moment; its page is read where it is not held.
func (v *View) moment(ctx context.Context, h gov.Head, revision int64) (moment, error) {
	if revision == h.Revision {
		return moment{h.Effective, h.RecordedAt}, nil
	}
	if m, ok := v.atlas.times.at(h.County, revision); ok {
		return m, nil
	}
	k := pageOf(h.County, revision)
	page, err := v.readPage(ctx, h, k)
	if err != nil {
		return moment{}, err
	}
	if int64(len(page)) <= revision-k.first() {
		return moment{}, gov.Errorf(gov.CodeInternal, "%s 的变更记录不完整", "the log of county %s has holes", h.County)
	}
	return page[revision-k.first()], nil
}

// readPage reads a page as far as the county's head goes.
func (v *View) readPage(ctx context.Context, h gov.Head, k pageKey) ([]moment, error) {
	commits, err := v.atlas.store.History(ctx, h.County, k.first(), min(k.first()+pageSize, h.Revision), false)
	if err != nil {
		return nil, err
	}
	return v.atlas.times.hold(k, commits), nil
}
