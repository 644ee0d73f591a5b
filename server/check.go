package main

import (
	"context"

	"tiaokuai/internal/exchange"
	"tiaokuai/internal/snapshot"
)

type checkCommand struct {
	source
	JSON bool `name:"json" help:"Write JSON instead of tables. 输出 JSON。"`
	Top  int  `help:"How many overlaps to list; 0 = all. 列出的重叠数。" default:"20"`
}

// Run shows a county's overlaps and data quality.
func (c checkCommand) Run(ctx context.Context, t terminal, f storeFlags) error {
	county, err := c.county(ctx, t, f)
	if err != nil {
		return err
	}
	r := newCheckReport(county, t.language, c.Top)
	if c.JSON {
		return r.writeJSON(t.out)
	}
	return r.writeTables(t.out, t.language)
}

// county is what is checked: read from the store, or whole from a running server and checked here.
func (c checkCommand) county(ctx context.Context, t terminal, f storeFlags) (*snapshot.County, error) {
	if c.Server == "" {
		county, err := c.read(ctx, t, f)
		return county, throughServer(err)
	}
	answer, err := c.fetch(ctx, t, "json")
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	return exchange.ReadJSON(answer.Body)
}
