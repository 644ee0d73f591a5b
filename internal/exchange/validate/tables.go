package validate

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Sheet is what a foreign reader found in one sheet of a workbook, or in one .csv of a .zip.
type Sheet struct {
	Name     string
	Hidden   bool
	Frozen   string // the first cell that scrolls
	Filter   string // the range that is filtered
	Rows     [][]Cell
	Comments map[string]string   // by cell
	Choices  map[string][]string // what drop-down lists offer, by the range of cells that have them
}

// Cell is a cell's kind and text. The kinds are openpyxl's: s text, n number, f formula, and none of an empty cell.
type Cell [2]string

// Tables has every .xlsx in a folder read by openpyxl and every .csv.zip by Python; the sheets are by file name.
func (t *Tools) Tables(ctx context.Context, folder string) (map[string][]Sheet, error) {
	out := map[string][]Sheet{}
	err := t.tables(ctx, &out, "read", folder)
	return out, err
}

// Edit is one cell to be overwritten: a text or a number.
type Edit struct {
	Sheet, Cell string
	Value       any
}

// Save has openpyxl load a workbook, overwrite some cells and save it as another file.
func (t *Tools) Save(ctx context.Context, from, to string, edits ...Edit) error {
	list := [][3]any{}
	for _, e := range edits {
		list = append(list, [3]any{e.Sheet, e.Cell, e.Value})
	}
	text, err := json.Marshal(list)
	if err != nil {
		return err
	}
	return t.tables(ctx, new(any), "save", from, to, string(text))
}

// tables runs tables.py and decodes what it printed.
func (t *Tools) tables(ctx context.Context, into any, args ...string) error {
	c := exec.CommandContext(ctx, t.python, append([]string{"-c", text("tables.py")}, args...)...)
	c.Env = append(c.Environ(), "PYTHONPATH="+t.packages, "PYTHONUTF8=1")
	var complaints bytes.Buffer
	c.Stderr = &complaints
	out, err := c.Output()
	if err == nil {
		err = json.Unmarshal(out, into)
	}
	if err != nil {
		return fmt.Errorf("validate: tables.py: %w\n%s", err, complaints.Bytes())
	}
	return nil
}

// Office is LibreOffice Calc, where it is installed (localc comes with it, soffice with any part of LibreOffice); it is
// not asked for.
func Office() (program string, ok bool) {
	program, err := exec.LookPath("localc")
	return program, err == nil
}

// SaveByOffice has LibreOffice load a workbook and save it as a file of the same name in another folder.
func SaveByOffice(ctx context.Context, program, from, folder string) error {
	profile, err := os.MkdirTemp("", "validate-office-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(profile)
	return run(ctx, folder, program, "-env:UserInstallation=file://"+filepath.ToSlash(profile), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
		"--outdir", folder, from)
}
