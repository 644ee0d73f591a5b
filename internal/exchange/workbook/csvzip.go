package workbook

import (
	"archive/zip"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// readCSVZip reads each .csv of a zip as a sheet, in the order of the zip's directory.
func (r *reader) readCSVZip(a *archive) error {
	for _, f := range a.parts {
		name := entryName(f)
		switch ext := strings.ToLower(path.Ext(name)); {
		case f.FileInfo().IsDir(), strings.HasPrefix(name, "__MACOSX/"), strings.HasPrefix(path.Base(name), "."):
		case ext != ".csv" && ext != ".tsv" && ext != ".txt":
			r.note(Place{}, "压缩包内的 %s 不是 .csv，没有读", "%s in the zip is no .csv; it was not read", name)
		default:
			if err := r.readEntry(f, tableName(name)); err != nil {
				return err
			}
		}
	}
	if len(r.sheets) == 0 {
		return invalid("压缩包里没有 .csv 文件", "there is no .csv file in the zip").
			Advise("请选择 .xlsx、.csv 或内含 .csv 的 .zip 文件", "choose a file .xlsx, .csv, or a .zip of .csv files")
	}
	return nil
}

func (r *reader) readEntry(f *zip.File, table string) error {
	rc, err := f.Open()
	if err != nil {
		return damaged(table, err)
	}
	defer rc.Close()
	data, err := io.ReadAll(io.LimitReader(rc, r.File+1))
	if err != nil {
		return r.fail(Place{Sheet: table}, damaged(table, err))
	}
	if int64(len(data)) > r.File {
		return r.fail(Place{Sheet: table}, bomb("%s 解压后过大", "%s is too large unpacked", table))
	}
	return r.readCSV(table, data)
}

// entryName is a part's name: UTF-8, or GB18030 as Chinese editions of Windows write it.
func entryName(f *zip.File) string {
	name := f.Name
	if !utf8.ValidString(name) {
		if decoded, err := simplifiedchinese.GB18030.NewDecoder().String(name); err == nil {
			name = decoded
		}
	}
	return Normal(strings.ReplaceAll(name, `\`, "/"))
}
