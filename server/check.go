package main

import "context"

type checkCommand struct {
	source
	JSON bool `name:"json" help:"Write JSON instead of tables. 输出 JSON。"`
	Top  int  `help:"How many overlaps to list; 0 = all. 列出的重叠数。" default:"20"`
}

// Run shows a county's overlaps and data quality.
func (c checkCommand) Run(ctx context.Context, t terminal, f storeFlags) error {
	county, err := c.read(ctx, t, f)
	if err != nil {
		return err
	}
	r := newCheckReport(county, t.language, c.Top)
	if c.JSON {
		return r.writeJSON(t.out)
	}
	return r.writeTables(t.out, t.language)
}
