package main

import (
	"context"
	"embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/namebook"
	"tiaokuai/internal/reform"
)

//go:embed testdata/reforms.json
var committed embed.FS

// shared is where the whole file of cases lies beside a checkout; a fresh clone has its own copy.
const shared = "../shared/seed/reforms.json"

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	cancel()
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "reforms:", err)
		os.Exit(1)
	}
}

// defaults are the product's default weights, a system counting as much as a department.
func defaults() setting {
	return setting{
		Weights: reform.Weights{Interfaces: gov.One, Duties: gov.One, Span: gov.One / 2, Integration: reform.DefaultIntegration},
		System:  gov.One, Limit: gov.DefaultDepartmentLimit,
	}
}

// fitted is the setting that the report is made with and that fits the cases best (-loo): the default but for span, since
// the touches that a name gives are not the counterparts that its limit is meant for.
func fitted() setting {
	s := defaults()
	s.Weights.Span = 0
	return s
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("reforms", flag.ContinueOnError)
	flags.SetOutput(stderr)
	path := flags.String("cases", "", "file of cases (default "+shared+" where it is, else the copy in this program)")
	asJSON := flags.Bool("json", false, "figures, plans and what was left out, as JSON")
	leave := flags.Bool("loo", false, "fit the weights by grid, in sample and with each case left out")
	s := fitted()
	alpha := flags.Float64("alpha", s.Weights.Integration.Float(), "α, the weight of integration")
	duties := flags.Float64("w2", s.Weights.Duties.Float(), "weight of led duties")
	span := flags.Float64("w3", s.Weights.Span.Float(), "weight of span")
	beta := flags.Float64("beta", 0, "β, of each organ dissolved")
	system := flags.Float64("system", s.System.Float(), "what facing a system counts, a department being 1")
	limit := flags.Int("limit", s.Limit, "departments and systems that one organ may face")
	if err := flags.Parse(args); err != nil {
		return err
	}
	s.Weights.Integration, s.Weights.Duties, s.Weights.Span = micro(*alpha), micro(*duties), micro(*span)
	s.Weights.Dissolution, s.System, s.Limit = micro(*beta), micro(*system), *limit
	c, err := open(*path)
	if err != nil {
		return err
	}
	trials, none := trialsOf(c)
	if *leave {
		f, err := leaveOneOut(ctx, trials, none, namebook.Default(), fullGrid())
		if err != nil {
			return err
		}
		return show(stdout, *asJSON, f)
	}
	r, err := reportOf(ctx, trials, none, s)
	if err != nil {
		return err
	}
	return show(stdout, *asJSON, r)
}

func micro(units float64) gov.Micro { return gov.Micro(units*float64(gov.One) + 0.5) }

// open reads the cases at a path; of none, those beside the checkout, else the copy here.
func open(path string) (cases, error) {
	if path != "" {
		return readCases(os.ReadFile, path)
	}
	if c, err := readCases(os.ReadFile, shared); !errors.Is(err, fs.ErrNotExist) {
		return c, err
	}
	return readCases(committed.ReadFile, "testdata/reforms.json")
}

func show(w io.Writer, asJSON bool, what interface{ print(io.Writer) }) error {
	if !asJSON {
		what.print(w)
		return nil
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(what)
}
