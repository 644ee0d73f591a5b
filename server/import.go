package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/exchange/forms"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/gov"
	"tiaokuai/seed"
)

type importCommand struct {
	File           string   `arg:"" help:".xlsx, .csv, or a .zip of .csv files: the template filled in, or public lists of duties. 模板填报表或公开的履职事项清单。" type:"existingfile"`
	County         string   `help:"Code of the county. 县代码。" default:"${seedCounty}"`
	Mode           string   `help:"update adds and changes; replace also removes what the file's sheets leave out. update 补充更新，replace 以文件为准替换。" enum:"update,replace" default:"update"`
	Township       []string `help:"Townships, by name or key, that a replacement is bounded to. 替换的范围。" placeholder:"NAME"`
	MaxRemoved     int      `help:"Percent of a sheet's things that a replacement may remove; 100 allows all. 替换时最多删除的百分比。" default:"20"`
	Create         bool     `help:"Rows without a key whose names are only near one on record are new things. 名称相近而无编号的行一律作为新增。"`
	FormTownship   string   `help:"Township whose list a public form is, where its title does not say. 清单所属乡镇（标题未写明时）。" placeholder:"NAME"`
	FormDepartment string   `help:"Department that keeps the catalogue. 清单所属部门。" placeholder:"NAME"`
	FormDocument   string   `help:"Title of the document that the lists are from. 清单所据文件。" placeholder:"TITLE"`
	DryRun         bool     `help:"Say what would be done, and do nothing. 只试算，不写入。"`
	Actor          string   `help:"Who imports, for the log. 变更人。" default:"import"`
	Reason         string   `help:"Why, for the log. 变更理由。"`
	Date           gov.Date `help:"Day it takes effect, 2006-01-02. Default: today. 生效日期。"`
	ID             string   `name:"commit-id" help:"Kept when the same import is sent again, which is then done once. 变更编号。" placeholder:"ID"`
	Approval       approval `embed:"" prefix:"approval-"`
	Server         string   `help:"Send the file to the running server at this address instead of opening the store. 经由运行中的服务导入。" env:"TIAOKUAI_SERVER" placeholder:"URL"`
}

// approval is the document that approved what a file does to organs.
type approval struct {
	Authority string   `help:"Who approved the organs that the file creates, merges, abolishes or re-ranks. 批准机关。" placeholder:"NAME"`
	Document  string   `help:"Number of the document of approval. 批准文号。" placeholder:"NUMBER"`
	Date      gov.Date `help:"Day of approval. 批准日期。"`
}

// Run imports a file, and fails where anything is wrong with it: then nothing was changed.
func (c importCommand) Run(ctx context.Context, t terminal, f storeFlags) error {
	data, err := os.ReadFile(c.File)
	if err != nil {
		return err
	}
	var done imported
	if c.Server != "" {
		done, err = c.send(ctx, t, data)
	} else {
		done, err = c.here(ctx, t, f, data)
	}
	if err != nil {
		return throughServer(err)
	}
	t.imported(c, done)
	if n := len(done.Errors) + done.OmittedErrors; n > 0 {
		return gov.Errorf(gov.CodeInvalid, "文件有 %d 处问题，未作任何修改", "there are %d problems with the file; nothing was changed", n)
	}
	return nil
}

func (c importCommand) here(ctx context.Context, t terminal, f storeFlags, data []byte) (done imported, err error) {
	job := importing{
		File: filepath.Base(c.File), Data: data, County: c.County, DryRun: c.DryRun, Actor: c.Actor, Reason: c.Reason, Date: c.Date,
		Approval: change.RecordApproval{Authority: c.Approval.Authority, Document: c.Approval.Document, Date: c.Approval.Date},
		ID:       c.ID, Writing: t.language, Hear: t.progress(), Shown: listedEdits,
		Sheets: sheets.Options{Mode: sheets.Mode(strings.ToUpper(c.Mode)), Townships: c.Township, MaxRemoved: c.MaxRemoved, Create: c.Create},
		Forms:  forms.Options{Township: c.FormTownship, Department: c.FormDepartment, Document: c.FormDocument},
	}
	err = f.with(ctx, func(a *atlas.Atlas) error {
		done, err = job.run(ctx, a)
		return err
	})
	return done, err
}

// progress tells on the terminal how far the work is, a line a stage that is written over.
func (t terminal) progress() func(stage string, done, total int) {
	names := map[string]gov.Text{
		stageRead: {ZH: "读取", EN: "reading"}, stagePlan: {ZH: "比对", EN: "comparing"}, stageCommit: {ZH: "写入", EN: "recording"},
	}
	file, ok := t.err.(*os.File)
	if !ok || !interactive(file) {
		return nil
	}
	return func(stage string, done, total int) {
		fmt.Fprintf(t.err, "\r\x1b[K%s", names[stage].In(t.language))
		switch {
		case total > 0:
			fmt.Fprintf(t.err, " %d/%d", done, total)
		case done > 0:
			fmt.Fprintf(t.err, " %d", done)
		}
		if stage == stageCommit || total > 0 && done == total {
			fmt.Fprint(t.err, "\r\x1b[K")
		}
	}
}

// interactive says whether somebody sits before a file.
func interactive(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// listedEdits is how many edits the command lists.
const listedEdits = 20

// imported says what an import did, or would do.
func (t terminal) imported(c importCommand, done imported) {
	say := func(zh, en string, args ...any) { fmt.Fprintln(t.out, gov.Textf(zh, en, args...).In(t.language)) }
	for _, s := range done.Sheets {
		say("%[1]s：读取 %[3]d 行，新增 %[4]d，修改 %[5]d，删除 %[6]d，未变 %[7]d", "%[2]s: %[3]d rows, %[4]d added, %[5]d changed, %[6]d removed, %[7]d unchanged",
			s.Sheet, s.Kind, s.Rows, s.Added, s.Changed, s.Removed, s.Unchanged)
	}
	for _, n := range done.Notes {
		say("提示 %s%s：%s", "note %s%s: %s", n.Sheet, placeOf(n.Cell), n.Message)
	}
	for _, e := range done.Edits {
		fmt.Fprintln(t.out, "  "+e.Sentence)
	}
	if more := done.EditCount - len(done.Edits); more > 0 {
		say("  ……另有 %d 项", "  … and %d more", more)
	}
	for _, e := range done.Errors {
		say("问题 %s：%s%s", "problem %s: %s%s", t.placed(e, filepath.Base(c.File)), e.Message, hintOf(e))
	}
	switch {
	case len(done.Errors) > 0:
	case done.Commit != nil:
		say("%[1]s 已导入为第 %[2]d 版：%[3]d 项变更", "%[1]s is at revision %[2]d: %[3]d edits", c.County, done.Commit.Revision, done.EditCount)
	case done.EditCount == 0:
		say("与现有数据一致，无需变更", "nothing differs from what is on record")
	default:
		say("试算：共 %d 项变更，未写入", "dry run: %d edits, nothing was written", done.EditCount)
	}
}

func placeOf(cell any) string {
	if cell == nil || cell == "" {
		return ""
	}
	return fmt.Sprint("!", cell)
}

func hintOf(e shownError) string {
	if hint, ok := e.Extensions["hint"]; ok {
		return fmt.Sprintf("（%v）", hint)
	}
	return ""
}

// vars are what the help texts show.
var vars = map[string]string{"seedCounty": seed.County}
