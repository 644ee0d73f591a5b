package sheets

import (
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

// bare is a name without those of the county, of what is above it and of its own parent, which people write before it and
// records leave out: 登封市水利局, 大冶镇经济发展办公室.
func (p *planner) bare(scope, text string) string {
	if p.base == nil {
		return text
	}
	before := []string{}
	for _, region := range p.base.County.Regions {
		before = append(before, region.Name)
	}
	before = append(before, p.base.County.Name)
	if e := p.before.byKey[scope]; e != nil {
		before = append(before, e.name)
	}
	text = search.Fold(text)
	for _, name := range before {
		if rest, ok := strings.CutPrefix(text, search.Fold(name)); ok && len([]rune(rest)) > 1 {
			text = rest
		}
	}
	return text
}

// otherwise is what a name means without what people write before it, the county's own level among it.
func (p *planner) otherwise(in *directory, scope, text string, kinds ...gov.NodeKind) []*entry {
	bare := p.bare(scope, text)
	for _, spelling := range []string{bare, string(stem([]rune(bare)))} {
		if found := in.find(scope, spelling, kinds...); len(found) > 0 && spelling != text {
			return found
		}
	}
	return nil
}
