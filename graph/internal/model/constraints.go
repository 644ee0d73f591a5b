package model

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
)

// Options are what a request says of plans for a county; its problems are placed below "constraints".
func (i *ConstraintsInput) Options(c *snapshot.County) (proposal.Options, error) {
	var o proposal.Options
	if i == nil {
		return o, nil
	}
	o.Constraints = reform.Constraints{
		MinOrgans: value(i.MinOrgans), MaxOrgans: value(i.MaxOrgans), Alone: i.Alone,
		MergeMandatory: value(i.MergeMandatory), MergeIntegrating: value(i.MergeIntegrating),
		MustLink: i.MustLink, CannotLink: i.CannotLink, MixKinds: value(i.MixKinds), MixBranches: value(i.MixBranches),
		LargestGroup: value(i.LargestGroup), MostDepartments: value(i.MostDepartments), MostDuties: value(i.MostDuties), MostPosts: value(i.MostPosts),
	}
	o.Presets = i.Presets
	problems := unknownPresets(i.Presets)
	if i.Weights != nil {
		o.Weights = i.Weights.over(reform.WeightsOf(c))
		problems = append(problems, o.Weights.Check()...)
	}
	for n, p := range i.Prices {
		if o.Prices == nil {
			o.Prices = map[proposal.Kind]gov.Micro{}
		}
		if p.Price < 0 || p.Price > 1000 {
			problems = append(problems, gov.Errorf(gov.CodeInvalid, "价格应在 0 到 1000 之间", "a price must be between 0 and 1000").At("prices", n, "price"))
		}
		o.Prices[p.Kind] = micro(p.Price)
	}
	return o, problems.At("constraints").Err()
}

// unknownPresets are problems of ids that no preset has.
func unknownPresets(ids []string) gov.Problems {
	var problems gov.Problems
	presets := proposal.Presets()
	for n, id := range ids {
		if !slices.ContainsFunc(presets, func(p proposal.Preset) bool { return p.ID == id }) {
			problems = append(problems, gov.Errorf(gov.CodeNotFound, "没有 %s 这项预设规则", "there is no preset %s", id).At("presets", n).
				Advise("可选的规则见 catalogue.constraintPresets", "those there are: catalogue.constraintPresets"))
		}
	}
	return problems
}

// over are weights with what the input says.
func (i *ReformWeightsInput) over(w reform.Weights) *reform.Weights {
	for _, f := range []struct {
		given *float64
		at    *gov.Micro
	}{{i.Interfaces, &w.Interfaces}, {i.Duties, &w.Duties}, {i.Span, &w.Span}, {i.Integration, &w.Integration}, {i.Dissolution, &w.Dissolution}} {
		if f.given != nil {
			*f.at = micro(*f.given)
		}
	}
	return &w
}

// micro is a figure in millionths, rounded; what no Micro holds is below 0, which every check refuses.
func micro(units float64) gov.Micro {
	if !(units >= 0 && units <= 1e9) {
		return -1
	}
	return gov.Micro(units*float64(gov.One) + 0.5)
}

func value[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}
