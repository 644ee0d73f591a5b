package admission

import (
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
)

// authoritative are the actions that need the authority for a duty.
var authoritative = []gov.Action{gov.ActionApprove, gov.ActionInspect, gov.ActionPunish, gov.ActionCoerce}

// exercised are those of some actions that need the authority.
func exercised(actions []gov.Action) []gov.Action {
	return slices.DeleteFunc(slices.Clone(actions), func(a gov.Action) bool { return !slices.Contains(authoritative, a) })
}

// stays says that the application leaves the authority with the county though the duty needs one: that is put on
// record where nothing is, so that the gap is seen.
func (p *plan) stays() bool {
	needs := p.duty.Nature == gov.NatureEnforcement || p.duty.Nature == gov.NatureApproval
	for _, b := range p.bearers {
		needs = needs || len(exercised(b.as.Actions)) > 0
	}
	return p.Authority.Via == "" && p.duty.Authority.Level == "" && needs
}

// sameWay says that the authority has come down already as the application would have it come.
func (p *plan) sameWay() bool {
	now := p.duty.Authority
	return now.Via == p.Authority.Via && (now.Via != gov.ViaDelegated || now.Department == p.Department)
}

// authorityAfter is who will hold the authority once the application is published.
func (p *plan) authorityAfter() gov.Authority {
	now := p.duty.Authority
	switch {
	case p.stays():
		return gov.Authority{Level: gov.LevelCounty, Department: p.Department}
	case p.Authority.Via == "":
		return now
	case now.Level == gov.LevelTownship && p.sameWay() && len(now.Townships) == 0:
		return now
	}
	after := gov.Authority{Level: gov.LevelTownship, Via: p.Authority.Via, Townships: slices.Clone(p.Townships)}
	if now.Level == gov.LevelTownship && p.sameWay() {
		after.Townships = append(after.Townships, now.Townships...)
	}
	return after
}

// bringDown are the edits that bring the authority down. One duty's authority comes down in one way only, so another
// way is withdrawn first; it refuses where that would take it from a township not applied for.
func (p *plan) bringDown(document string) ([]change.Edit, error) {
	if p.Authority.Via == "" {
		return nil, nil
	}
	var out []change.Edit
	if now := p.duty.Authority; now.Level == gov.LevelTownship && !p.sameWay() {
		holders := now.Townships
		if len(holders) == 0 {
			for _, t := range p.county.Townships() {
				holders = append(holders, t.Key)
			}
		}
		for _, key := range holders {
			if !slices.Contains(p.Townships, key) {
				return nil, gov.Errorf(gov.CodeConflict, "“%s”的权限已以其他方式下放，其中有不承接的乡镇", "the authority for %s has come down in another way, also to townships that are not applied for", p.duty.Name).
					Advise("请先收回原下放的权限，或改用相同的下放方式", "withdraw it there first, or let it come down the same way").At("authority")
			}
		}
		out = append(out, &change.WithdrawAuthority{Duty: p.duty.Key, Document: document})
	}
	if p.Authority.Document != "" {
		document = p.Authority.Document
	}
	if p.Authority.Via == gov.ViaDelegated {
		return append(out, &change.DelegateAuthority{Duty: p.duty.Key, Department: p.Department, Townships: p.Townships, Document: document}), nil
	}
	return append(out, &change.DevolveAuthority{Duty: p.duty.Key, Townships: p.Townships, Document: document}), nil
}
