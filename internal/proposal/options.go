package proposal

import (
	"slices"

	"tiaokuai/internal/gov"
)

// checkOptions refuses unknown kinds, prices below 0 or above 1000, and presets that there are not.
func checkOptions(o Options) error {
	var p gov.Problems
	for i, k := range o.Kinds {
		if _, ok := Lookup(k); !ok {
			p = append(p, gov.Errorf(gov.CodeInvalid, "没有 %q 这类建议", "there is no kind of proposal %q", string(k)).At("kinds", i))
		}
	}
	for _, r := range rungs {
		if price, ok := o.Prices[r.Kind]; ok && (price < 0 || price > 1000*gov.One) {
			p = append(p, gov.Errorf(gov.CodeInvalid, "价格应在 0 到 1000 之间", "a price must be between 0 and 1000").At("prices", string(r.Kind)))
		}
	}
	for i, id := range o.Presets {
		if !slices.ContainsFunc(Presets(), func(p Preset) bool { return p.ID == id }) {
			p = append(p, gov.Errorf(gov.CodeNotFound, "没有 %s 这项预设规则", "there is no preset %s", id).At("presets", i))
		}
	}
	return p.Err()
}
