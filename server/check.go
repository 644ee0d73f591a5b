package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

type checkCommand struct {
	storeFlags
	County   string      `arg:"" optional:"" help:"Code of the county. 县代码。" default:"410185"`
	Basis    []gov.Basis `help:"Only what rests on these bases: DOCUMENT, INFERRED, ILLUSTRATIVE. 只看这些依据类别。" placeholder:"BASIS"`
	Revision int64       `help:"At a revision. Default: the newest. 某一版本。"`
	JSON     bool        `name:"json" help:"Write JSON instead of tables. 输出 JSON。"`
	Top      int         `help:"How many overlaps to list; 0 = all. 列出的重叠数。" default:"20"`
}

// Run shows a county's overlaps and data quality.
func (c checkCommand) Run(ctx context.Context, t terminal) error {
	for _, b := range c.Basis {
		if b != gov.BasisDocument && b != gov.BasisInferred && b != gov.BasisIllustrative {
			return gov.Errorf(gov.CodeInvalid, "--basis 可为 DOCUMENT、INFERRED、ILLUSTRATIVE，不能为 %q", "--basis is DOCUMENT, INFERRED or ILLUSTRATIVE, not %q", string(b))
		}
	}
	county, err := c.read(ctx, t)
	if err != nil {
		return err
	}
	if len(c.Basis) > 0 {
		county = county.Filter(c.Basis, "")
	}
	r := newCheckReport(county, t.language, c.Top)
	if c.JSON {
		return r.writeJSON(t.out)
	}
	return r.writeTables(t.out, t.language)
}

// read is the county in the store; the embedded example serves where there is no data file yet.
func (c checkCommand) read(ctx context.Context, t terminal) (*snapshot.County, error) {
	if c.Neo4j == "" {
		if _, err := os.Stat(c.file()); errors.Is(err, fs.ErrNotExist) && c.County == seed.County {
			return c.readSeed(t)
		}
	}
	s, err := c.open(ctx, slog.New(slog.DiscardHandler))
	if err != nil {
		return nil, err
	}
	defer func() { _ = s.Close(context.WithoutCancel(ctx)) }()
	a := atlas.New(atlas.Config{Store: s})
	if err := a.Sync(ctx); err != nil {
		return nil, err
	}
	v, err := a.View()
	if err != nil {
		return nil, err
	}
	return v.At(ctx, c.County, atlas.Version{Revision: c.Revision})
}

func (c checkCommand) readSeed(t terminal) (*snapshot.County, error) {
	text := gov.Textf("%s 尚无数据，以下为内置示例。", "there is no data in %s yet; this is the embedded example.", c.file())
	fmt.Fprintln(t.err, text.In(t.language))
	revisions, err := seed.Load()
	if err != nil {
		return nil, err
	}
	if c.Revision > int64(len(revisions)) || c.Revision < 0 {
		return nil, gov.Errorf(gov.CodeNotFound, "内置示例没有第 %d 版", "the embedded example has no revision %d", c.Revision)
	}
	if c.Revision > 0 {
		revisions = revisions[:c.Revision]
	}
	county, _, err := seed.Replay(revisions)
	return county, err
}
