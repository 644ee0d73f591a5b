package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"

	"tiaokuai/internal/exchange"
	"tiaokuai/internal/snapshot"
)

type exportCommand struct {
	source
	Out string `short:"o" help:"File to write; without one the terminal. 输出文件。" placeholder:"FILE"`
}

// Run writes a county whole as JSON, which load reads back.
func (c exportCommand) Run(ctx context.Context, t terminal, f storeFlags) error {
	county, err := c.read(ctx, t, f)
	if err != nil {
		return err
	}
	if c.Out == "" {
		return exchange.WriteJSON(t.out, county)
	}
	return writeFile(c.Out, county)
}

// writeFile leaves either the whole file or what was there before.
func writeFile(name string, county *snapshot.County) error {
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if err := writeBuffered(f, county); err != nil {
		_ = f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

func writeBuffered(w io.Writer, county *snapshot.County) error {
	b := bufio.NewWriter(w)
	if err := exchange.WriteJSON(b, county); err != nil {
		return err
	}
	return b.Flush()
}
