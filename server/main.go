// Command server serves the governance graph of counties as GraphQL. It is the composition root: flags and environment
// are read here and nowhere else.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"tiaokuai/internal/gov"
)

// version is set by the linker for releases.
var version = "0.1.0-dev"

// commands are the program's subcommands; serve is what it does without one.
type commands struct {
	storeFlags
	Lang      string           `help:"Language of messages: zh or en. 消息语言。" enum:"zh,en," default:"" env:"TIAOKUAI_LANG" placeholder:"zh|en"`
	Serve     serveCommand     `cmd:"" default:"withargs" help:"Serve the API (what happens without a command). 启动服务（缺省命令）。"`
	Load      loadCommand      `cmd:"" help:"Load a county from the embedded seed or from an exported file. 载入内置示例或导出文件。"`
	Import    importCommand    `cmd:"" help:"Import tables (.xlsx, .csv, .zip) into a county. 导入表格。"`
	Template  templateCommand  `cmd:"" help:"Write the empty tables to fill in and import. 生成填报模板。"`
	Export    exportCommand    `cmd:"" help:"Write a county as a file: JSON that load reads back, tables, graphs, linked data. 导出一个县的全部数据。"`
	Check     checkCommand     `cmd:"" help:"Show a county's overlaps and data quality. 显示一个县的重叠与数据质量。"`
	Reconcile reconcileCommand `cmd:"" help:"Adopt what others changed directly in Neo4j. 采纳在 Neo4j 中直接所作的改动。"`
	Version   versionCommand   `cmd:"" help:"Show the version. 显示版本。"`
}

// terminal is where a command writes, and in which language.
type terminal struct {
	out, err io.Writer
	language gov.Language
}

func main() { os.Exit(run()) }

// run is main with an exit code: 0 done, 1 failed, 2 called wrongly.
func run() int {
	var c commands
	parser, err := kong.New(&c, kong.Name("server"), kong.Description(description), kong.UsageOnError(), kong.Vars(vars), kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		panic(err) // the struct above is wrong
	}
	call, err := parser.Parse(os.Args[1:])
	if err != nil {
		fmt.Fprintf(os.Stderr, "server: %v\n试试 / try: server --help\n", err)
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	t := terminal{os.Stdout, os.Stderr, languageOf(c.Lang, os.Getenv)}
	call.BindTo(ctx, (*context.Context)(nil))
	if err := call.Run(t, c.storeFlags); err != nil {
		t.fail(err)
		return 1
	}
	return 0
}

const description = `条块 Tiaokuai: the governance relations of Chinese counties as GraphQL.
县乡机构、对口、分管与职责关系的图数据服务。

Neo4j credentials come from the environment alone: TIAOKUAI_NEO4J_USER and TIAOKUAI_NEO4J_PASSWORD, or
TIAOKUAI_NEO4J_PASSWORD_FILE. Neo4j 的用户名和密码只从环境变量读取。`

// languageOf is the language asked for, else that of the environment, else Chinese.
func languageOf(asked string, getenv func(string) string) gov.Language {
	if asked == "" {
		for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
			if v := getenv(name); len(v) >= 2 {
				asked = v[:2]
				break
			}
		}
	}
	if asked == "en" {
		return gov.LanguageEN
	}
	return gov.LanguageZH
}

// fail says what went wrong, where, and what to do about it.
func (t terminal) fail(err error) {
	var problems gov.Problems
	var one *gov.Error
	switch {
	case errors.As(err, &problems):
		for _, p := range problems {
			t.complain(p)
		}
	case errors.As(err, &one):
		t.complain(one)
	default:
		fmt.Fprintf(t.err, "server: %v\n", err)
	}
}

func (t terminal) complain(e *gov.Error) {
	fmt.Fprintf(t.err, "server: %s", e.Message.In(t.language))
	if len(e.Path) > 0 {
		fmt.Fprintf(t.err, "  %v", e.Path)
	}
	if e.Cause != nil {
		fmt.Fprintf(t.err, " (%v)", e.Cause)
	}
	fmt.Fprintln(t.err)
	if hint := e.Hint.In(t.language); hint != "" {
		fmt.Fprintf(t.err, "        %s\n", hint)
	}
}

type versionCommand struct{}

// Run prints the version.
func (versionCommand) Run(t terminal) error {
	_, err := fmt.Fprintln(t.out, "tiaokuai", version)
	return err
}
