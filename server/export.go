package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/exchange"
	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

type exportCommand struct {
	source
	Format string `help:"Format, by its extension. Default: what FILE's name ends in, else json. 格式；缺省按文件扩展名，否则为 json。" placeholder:"EXT"`
	Out    string `short:"o" help:"File to write; without one the terminal. 输出文件。" placeholder:"FILE"`
}

// Help lists the formats.
func (exportCommand) Help() string {
	var b strings.Builder
	for _, f := range exchange.Formats() {
		fmt.Fprintf(&b, "%s: %s. %s。\n\n", f.Extension, f.Description.EN, f.Description.ZH)
	}
	return b.String()
}

// Run writes a county whole in one of the formats.
func (c exportCommand) Run(ctx context.Context, t terminal, f storeFlags) error {
	format, err := c.format()
	if err != nil {
		return err
	}
	write, err := c.writer(ctx, t, f, format)
	if err != nil {
		return err
	}
	if c.Out == "" {
		return buffered(t.out, write)
	}
	return writeFile(c.Out, write)
}

// format is the one asked for, else that of the file's name.
func (c exportCommand) format() (exchange.Format, error) {
	extension := c.Format
	if extension == "" {
		if _, f, ok := exchange.Named(filepath.Base(c.Out)); ok {
			return f, nil
		}
		if extension = "json"; filepath.Ext(c.Out) != "" {
			extension = filepath.Ext(c.Out)[1:]
		}
	}
	f, ok := exchange.Lookup(extension)
	if !ok {
		return f, noFormat(extension)
	}
	return f, nil
}

// writer reads what is asked for and gives the function that writes it.
func (c exportCommand) writer(ctx context.Context, t terminal, f storeFlags, format exchange.Format) (func(io.Writer) error, error) {
	if c.Server != "" {
		return c.fetchAs(ctx, t, format)
	}
	county, history, err := c.readDated(ctx, t, f, format.Dated)
	if err != nil {
		return nil, throughServer(err)
	}
	proposals, err := proposalsOf(ctx, county, format)
	if err != nil {
		return nil, err
	}
	return func(w io.Writer) error {
		return format.Write(w, county, exchange.Beside{History: history, Proposals: proposals})
	}, nil
}

// readDated is the county in the store, with its history for formats that give dates.
func (c exportCommand) readDated(ctx context.Context, t terminal, f storeFlags, dated bool) (*snapshot.County, exchange.History, error) {
	embedded := f.noFile() && c.County == seed.County
	county, err := c.read(ctx, t, f)
	if err != nil || !dated {
		return county, exchange.History{}, err
	}
	if embedded {
		h, err := c.seedHistory(county.Revision())
		return county, h, err
	}
	var h exchange.History
	err = f.with(ctx, func(a *atlas.Atlas) error {
		v, err := a.View()
		if err != nil {
			return err
		}
		h, err = historyOf(ctx, v, c.County, county.Revision(), c.Basis)
		return err
	})
	return county, h, err
}

// seedHistory is the history of the embedded example.
func (c exportCommand) seedHistory(revision int64) (exchange.History, error) {
	var h exchange.History
	revisions, err := seed.Load()
	if err != nil {
		return h, err
	}
	_, commits, err := seed.Replay(revisions[:revision])
	for _, commit := range commits {
		h.Add(commit)
	}
	return h.Of(c.Basis), err
}

// writeFile leaves either the whole file or what was there before.
func writeFile(name string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if err := buffered(f, write); err != nil {
		_ = f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

func buffered(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriter(w)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}
