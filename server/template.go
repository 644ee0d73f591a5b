package main

import (
	"context"
	"io"
	"mime"
	"net/http"
	"path/filepath"
	"strings"

	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// templates are the empty tables by the ending of the file's name.
var templates = []struct {
	extension, mediaType string
	write                func(io.Writer) error
}{
	{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", func(w io.Writer) error {
		return workbook.WriteXLSX(w, sheets.Template(), workbook.Options{Title: "条块数据填报模板"})
	}},
	{"csv.zip", "application/zip", func(w io.Writer) error { return workbook.WriteCSVZip(w, sheets.Template()) }},
}

// sendTemplate answers GET /import/template.xlsx and /import/template.csv.zip.
func sendTemplate(w http.ResponseWriter, r *http.Request) {
	for _, t := range templates {
		if r.PathValue("file") == "template."+t.extension {
			w.Header().Set("Content-Type", t.mediaType)
			w.Header().Set("Cache-Control", "no-cache")
			w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": "填报模板." + t.extension}))
			_ = t.write(w) // an error means the client is gone
			return
		}
	}
	http.NotFound(w, r)
}

type templateCommand struct {
	Out string `arg:"" optional:"" help:"File to write, .xlsx or .csv.zip. 输出文件。" default:"template.xlsx"`
}

// Run writes the empty tables to be filled in and imported.
func (c templateCommand) Run(_ context.Context, _ terminal) error {
	for _, t := range templates {
		if strings.HasSuffix(strings.ToLower(filepath.Base(c.Out)), "."+t.extension) {
			return writeFile(c.Out, t.write)
		}
	}
	return gov.Errorf(gov.CodeInvalid, "模板文件名应以 .xlsx 或 .csv.zip 结尾", "a template's name ends in .xlsx or .csv.zip").At("out")
}
