package peer

import (
	"net/url"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tiaokuai/bench/dataset"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
)

type metrics struct {
	Overlaps int     `json:"overlaps"`
	Cost     float64 `json:"structureCost"`
}

type countyRow struct {
	Code    string  `json:"code"`
	Name    string  `json:"name"`
	Metrics metrics `json:"metrics"`
}

type countyPage struct {
	TotalCount int         `json:"totalCount"`
	Nodes      []countyRow `json:"nodes"`
}

func (c Cypher) counts(records []*neo4j.Record, _ url.Values) any {
	p := countyPage{len(records), make([]countyRow, len(records))}
	for i, r := range records {
		code := get[string](r, "county")
		rest := c.Rest[code]
		p.Nodes[i] = countyRow{
			code, get[string](r, "name"),
			metrics{rest.Overlaps + int(get[int64](r, "overlaps")), (rest.Cost + gov.Micro(get[int64](r, "cost"))).Float()},
		}
	}
	return struct {
		Counties countyPage `json:"counties"`
	}{p}
}

// Rests are what the kinds other than 多对一 come to in the first counties of a seed.
func Rests(seed uint64, counties int) (map[string]Rest, error) {
	out := map[string]Rest{}
	for n := range counties {
		c, err := dataset.Snapshot(seed, n)
		if err != nil {
			return nil, err
		}
		var r Rest
		for _, o := range overlap.Of(c).All {
			if o.Kind != gov.OverlapManyToOne {
				r.Overlaps++
				r.Cost += o.Cost
			}
		}
		out[c.Key] = r
	}
	return out, nil
}
