package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/change"
	"tiaokuai/internal/exchange"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

type loadCommand struct {
	File    string   `arg:"" optional:"" help:"An exported county (JSON); without one the embedded seed. 导出的县数据文件；缺省为内置示例。" type:"existingfile"`
	Replace bool     `help:"Bring a county that is there to what the file says, as one commit. 已有该县时，以一次变更改成文件所载。"`
	Actor   string   `help:"Who loads, for the log. 变更人。" default:"load"`
	Reason  string   `help:"Why, for the log. 变更理由。"`
	Date    gov.Date `help:"Day it takes effect, 2006-01-02. Default: the file's, else today. 生效日期。"`
}

// Run loads the seed or a file.
func (c loadCommand) Run(ctx context.Context, t terminal, f storeFlags) error {
	err := f.with(ctx, func(a *atlas.Atlas) error {
		code, err := c.load(ctx, a)
		if err != nil {
			return err
		}
		return t.loaded(ctx, a, code, f.place())
	})
	return advised(err, gov.Textf("若是运行中的服务，请先停止它再载入；不停止服务时，可用 import --server 经由它导入表格",
		"if that is a running server, stop it first; tables can be brought in while it runs: import --server"))
}

func (c loadCommand) load(ctx context.Context, a *atlas.Atlas) (string, error) {
	if c.File == "" {
		return seed.County, persist(func() error { return loadSeed(ctx, a) })
	}
	return c.loadFile(ctx, a)
}

// attempts is how often a change is sent to a store that is busy.
const attempts = 4

// persist sends a change again while the store is UNAVAILABLE; the change's id makes that safe.
func persist(send func() error) error {
	err := send()
	for range attempts - 1 {
		if gov.CodeOf(err) != gov.CodeUnavailable {
			break
		}
		err = send()
	}
	return err
}

// loadFile commits what turns the county as it is (or nothing) into the county of the file.
func (c loadCommand) loadFile(ctx context.Context, a *atlas.Atlas) (string, error) {
	file, err := os.Open(c.File)
	if err != nil {
		return "", err
	}
	defer file.Close()
	want, err := exchange.ReadJSON(file)
	if err != nil {
		return "", c.unlike(err)
	}
	v, err := a.View()
	if err != nil {
		return "", err
	}
	var have *snapshot.County
	base := int64(0)
	if h, err := v.Head(want.Key); err == nil {
		if !c.Replace {
			return "", gov.Errorf(gov.CodeConflict, "%s %s 已存在（第 %d 版）", "%s %s is there already (revision %d)", want.Key, want.Name, h.Revision).
				Advise("加 --replace 可将其改成文件所载，作为一次变更记录", "add --replace to bring it to what the file says, as one commit")
		}
		base = h.Revision
		if have, err = v.County(ctx, want.Key); err != nil {
			return "", err
		}
	}
	edits := change.Between(have, want)
	if len(edits) == 0 {
		return want.Key, nil
	}
	wanted := atlas.Change{ID: "load-" + rand.Text(), County: want.Key, Base: base, Edits: edits, Actor: c.Actor, Reason: c.Reason, Effective: c.day(have, want), History: true}
	return want.Key, persist(func() error {
		_, err := a.Commit(ctx, wanted)
		return err
	})
}

// unlike says of what is wrong with a file which file it is, and what to do.
func (c loadCommand) unlike(err error) error {
	problems, err := problemsOf(err)
	if err != nil {
		return err
	}
	name := filepath.Base(c.File)
	out := problems.At(name)
	out[0].Message = gov.Textf("%[1]s 无法载入：%[2]s", "%[1]s can't be loaded: %[3]s", name, out[0].Message.ZH, out[0].Message.EN)
	out[len(out)-1] = out[len(out)-1].Advise("只能载入 export 写出的县数据文件：请用 export -o 县.json 重新导出；表格（.xlsx、.csv）用 import 导入", "only a county as export writes it can be loaded: write it again with export -o COUNTY.json; tables (.xlsx, .csv) are brought in by import")
	return out
}

// day is when the load takes effect: as asked, else the file's day unless the county is past it.
func (c loadCommand) day(have, want *snapshot.County) gov.Date {
	if c.Date != "" || have != nil && want.Effective() < have.Effective() {
		return c.Date
	}
	return want.Effective()
}

func (t terminal) loaded(ctx context.Context, a *atlas.Atlas, code, place string) error {
	v, err := a.View()
	if err != nil {
		return err
	}
	county, err := v.County(ctx, code)
	if err != nil {
		return err
	}
	text := gov.Textf("%[1]s %[2]s：第 %[3]d 版，%[4]d 个乡镇，%[5]d 个机构，已在 %[6]s\n", "%[1]s %[2]s: revision %[3]d, %[4]d townships, %[5]d organs, in %[6]s\n",
		county.Name, county.Key, county.Revision(), len(county.Townships()), len(county.Organs()), place)
	_, err = fmt.Fprint(t.out, text.In(t.language))
	return err
}
