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
	"tiaokuai/internal/store"
	"tiaokuai/seed"
)

// source is the county that a command reads.
type source struct {
	County   string      `arg:"" optional:"" help:"Code of the county. 县代码。" default:"410185"`
	Basis    []gov.Basis `help:"Only what rests on these bases: DOCUMENT, INFERRED, ILLUSTRATIVE. 只看这些依据类别。" placeholder:"BASIS"`
	Revision int64       `help:"At a revision. Default: the newest. 某一版本。"`
	Server   string      `help:"Ask the running server at this address, e.g. http://127.0.0.1:8080, instead of opening the store. 经由运行中的服务读取。" env:"TIAOKUAI_SERVER" placeholder:"URL"`
}

// read is the county in the store; the embedded example serves where there is no data file yet.
func (s source) read(ctx context.Context, t terminal, f storeFlags) (*snapshot.County, error) {
	for _, b := range s.Basis {
		if b != gov.BasisDocument && b != gov.BasisInferred && b != gov.BasisIllustrative {
			return nil, gov.Errorf(gov.CodeInvalid, "--basis 可为 DOCUMENT、INFERRED、ILLUSTRATIVE，不能为 %q", "--basis is DOCUMENT, INFERRED or ILLUSTRATIVE, not %q", string(b))
		}
	}
	if f.noFile() && s.County == seed.County {
		return s.readSeed(t, f)
	}
	var county *snapshot.County
	err := f.with(ctx, func(a *atlas.Atlas) error {
		v, err := a.View()
		if err != nil {
			return err
		}
		county, err = v.At(ctx, s.County, atlas.Version{Revision: s.Revision, Bases: s.Basis})
		return err
	})
	return county, err
}

func (f storeFlags) noFile() bool {
	_, err := os.Stat(f.file())
	return f.Neo4j == "" && errors.Is(err, fs.ErrNotExist)
}

func (s source) readSeed(t terminal, f storeFlags) (*snapshot.County, error) {
	text := gov.Textf("%s 尚无数据，以下为内置示例。", "there is no data in %s yet; this is the embedded example.", f.file())
	fmt.Fprintln(t.err, text.In(t.language))
	revisions, err := seed.Load()
	if err != nil {
		return nil, err
	}
	if s.Revision > int64(len(revisions)) || s.Revision < 0 {
		return nil, gov.Errorf(gov.CodeNotFound, "内置示例没有第 %d 版", "the embedded example has no revision %d", s.Revision)
	}
	if s.Revision > 0 {
		revisions = revisions[:s.Revision]
	}
	county, _, err := seed.Replay(revisions)
	if err != nil || len(s.Basis) == 0 {
		return county, err
	}
	return county.Filter(s.Basis, ""), nil
}

// with runs a command's work on an atlas over the store that the flags name.
func (f storeFlags) with(ctx context.Context, work func(*atlas.Atlas) error) error {
	s, err := f.open(ctx, slog.New(slog.DiscardHandler), false)
	if err != nil {
		return err
	}
	defer closeStore(ctx, s)
	a := atlas.New(atlas.Config{Store: s})
	if err := a.Sync(ctx); err != nil {
		return err
	}
	return work(a)
}

// closeStore closes a store at the end of a command, interrupted or not.
func closeStore(ctx context.Context, s store.Store) { _ = s.Close(context.WithoutCancel(ctx)) }
