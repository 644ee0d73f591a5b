package neo4j

import (
	"reflect"

	"tiaokuai/internal/gov"
)

// drawRegions draws a county's place under its regions, where it is new or has changed. It comes late in a commit,
// since regions are shared with other counties.
func (p *plan) drawRegions() error {
	for _, c := range p.delta.Nodes {
		before, _ := c.Before.(*gov.County)
		if after, ok := c.After.(*gov.County); ok && (before == nil || !reflect.DeepEqual(before.Regions, after.Regions)) {
			return p.drawPath(after.Regions)
		}
	}
	return nil
}

func (p *plan) drawPath(path []gov.Region) error {
	var regions, links []any
	for i, r := range path {
		regions = append(regions, row{"key": r.Key, "name": r.Name, "level": string(r.Level)})
		if i > 0 && path[i-1].Key != r.Key {
			links = append(links, row{"from": path[i-1].Key, "to": r.Key})
		}
	}
	params := map[string]any{"county": p.county, "regions": regions, "links": links}
	for _, statement := range []string{"region_nodes", "region_names", "region_links"} {
		if err := p.do(statement, nil, params); err != nil {
			return err
		}
	}
	if len(path) == 0 {
		return nil
	}
	params["region"] = path[len(path)-1].Key
	return p.do("region_county", nil, params)
}
