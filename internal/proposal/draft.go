package proposal

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// draft is a list of edits with its reasons, before anyone knows what it is worth.
type draft struct {
	// alike is the same in every township of a size class for what is one reform there: names, not keys.
	alike     string
	title     gov.Text
	rationale gov.Text
	subjects  []string
	edits     []change.Edit
	request   gov.Text
	units     int
	targets   []string // fingerprints of the findings it is meant for
	notes     []gov.Text
	checks    []Check
	late      bool              // of two ways to do the same, the one that the policy of the year puts second
	extra     gov.Micro         // price beyond units × price of the unit
	groups    []group           // of a merger
	after     *picture          // with its edits, where somebody looked already
	unlike    reform.Unlikeness // of a merger
	pair      bool              // a merger of two organs of the problem
	listed    bool              // to be listed although it saves nothing: the optimum contains it
}

// aim says which findings a draft is meant for.
func (d *draft) aim(os ...overlap.Overlap) {
	for _, o := range os {
		if !slices.Contains(d.targets, o.Fingerprint) {
			d.targets = append(d.targets, o.Fingerprint)
		}
	}
}

func (d *draft) note(zh, en string, args ...any) { d.notes = append(d.notes, say(zh, en, args...)) }

// drafts are a rung's drafts for the whole site: in a size class those that are alike in its townships are one.
func (s *site) drafts(ctx context.Context, r *Rung) ([]draft, error) {
	if r.whole != nil {
		return r.whole(ctx, s)
	}
	if s.ofCounty() {
		if r.county == nil {
			return nil, nil
		}
		return r.county(s), nil
	}
	if r.township == nil {
		return nil, nil
	}
	var all []draft
	for _, t := range s.townships {
		some, err := r.township(ctx, s, t)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	if s.scope.Class == "" {
		return all, nil
	}
	return united(all), nil
}

// united joins drafts that are alike. An edit that several say is made once.
func united(all []draft) []draft {
	at := map[string]int{}
	var out []draft
	for _, d := range all {
		i, ok := at[d.alike]
		if !ok {
			at[d.alike] = len(out)
			out = append(out, d)
			continue
		}
		u := &out[i]
		u.after = nil
		u.subjects, u.targets = joined(u.subjects, d.subjects), joined(u.targets, d.targets)
		u.units, u.extra, u.listed = u.units+d.units, u.extra+d.extra, u.listed || d.listed
		for _, e := range d.edits {
			u.edits = withEdit(u.edits, e)
		}
		for _, n := range d.notes {
			if !slices.Contains(u.notes, n) {
				u.notes = append(slices.Clip(u.notes), n)
			}
		}
		u.checks = joinedChecks(u.checks, d.checks)
	}
	return out
}

// withEdit adds an edit that is not there yet. What two have the same bearer do of one duty is united, since the later
// would replace the earlier.
func withEdit(edits []change.Edit, e change.Edit) []change.Edit {
	if a, ok := e.(*change.AssignDuty); ok {
		for i, f := range edits {
			if b, ok := f.(*change.AssignDuty); ok && b.Bearer == a.Bearer && b.Duty == a.Duty && b.Role == a.Role {
				both := *b
				both.Actions = union(b.Actions, a.Actions)
				edits = slices.Clone(edits)
				edits[i] = &both
				return edits
			}
		}
	}
	if slices.ContainsFunc(edits, func(f change.Edit) bool { return reflect.DeepEqual(e, f) }) {
		return edits
	}
	return append(slices.Clip(edits), e)
}

func joined(a, b []string) []string {
	for _, v := range b {
		if !slices.Contains(a, v) {
			a = append(slices.Clip(a), v)
		}
	}
	return a
}

// key is a proposal's key: the place of its rung, whether policy puts it second, and a hash of what it is about. Equal
// net gains are ranked by it; returning and admitting a duty share a place, for which comes first is policy.
func (s *site) key(rung int, d draft) string {
	h := sha256.New()
	_, _ = fmt.Fprintf(h, "%s|%s|%s|%s|%s", rungs[rung].Kind, s.scope.Township, s.scope.Class, d.alike, strings.Join(d.subjects, "|"))
	at, second := rung+1, 0
	if rungs[rung].Kind == KindAdmitDuty {
		at--
	}
	if d.late {
		second = 1
	}
	return fmt.Sprintf("%02d%d-%s", at, second, hex.EncodeToString(h.Sum(nil)[:8]))
}

// say formats a Chinese and an English pattern, each with its own language of every gov.Text among the arguments.
func say(zh, en string, args ...any) gov.Text {
	in := func(l gov.Language) []any {
		out := slices.Clone(args)
		for i, a := range out {
			if t, ok := a.(gov.Text); ok {
				out[i] = t.In(l)
			}
		}
		return out
	}
	return gov.Text{ZH: fmt.Sprintf(zh, in(gov.LanguageZH)...), EN: fmt.Sprintf(en, in(gov.LanguageEN)...)}
}

// together joins sentences.
func together(ts ...gov.Text) gov.Text {
	var out gov.Text
	for _, t := range ts {
		if t == (gov.Text{}) {
			continue
		}
		if out.EN != "" {
			out.EN += " "
		}
		out.ZH, out.EN = out.ZH+t.ZH, out.EN+t.EN
	}
	return out
}

// list lists names in both languages.
func list(names []string) gov.Text {
	return gov.Text{ZH: strings.Join(names, "、"), EN: strings.Join(names, ", ")}
}

func nameOf(c *snapshot.County, key string) string {
	if n, ok := c.Node(key); ok {
		return n.NodeName()
	}
	return key
}

func namesOf(c *snapshot.County, keys []string) []string {
	out := make([]string, len(keys))
	for i, key := range keys {
		out[i] = nameOf(c, key)
	}
	return out
}

// explained are the explanations of findings, one after the other.
func (s *site) explained(os ...overlap.Overlap) gov.Text {
	var out []gov.Text
	for _, o := range os {
		out = append(out, overlap.Explain(s.county, o))
	}
	return together(out...)
}
