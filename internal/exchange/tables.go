package exchange

import (
	"io"

	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// The standard tables, in the two kinds of file that sheets.Plan reads back.
var (
	csvZip = Format{
		Extension: "csv.zip", MediaType: "application/zip", Binary: true, Proposing: true,
		Title:       gov.Text{ZH: "CSV 表格（压缩包）", EN: "CSV tables (zip)"},
		Description: gov.Text{ZH: "各标准表一个 csv 文件，另有重叠、建议两表，可改后导入", EN: "one csv file for each standard table and for overlaps and proposals; can be changed and imported"},
		Write: func(w io.Writer, c *snapshot.County, b Beside) error {
			return workbook.WriteCSVZip(w, sheets.Export(c, b.Proposals))
		},
	}
	xlsx = Format{
		Extension: "xlsx", MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Binary: true, Proposing: true,
		Title:       gov.Text{ZH: "Excel 工作簿", EN: "Excel workbook"},
		Description: gov.Text{ZH: "各标准表一个工作表，另有重叠、建议两表，可改后导入", EN: "one sheet for each standard table and those of overlaps and of proposals; can be changed and imported"},
		Write: func(w io.Writer, c *snapshot.County, b Beside) error {
			return workbook.WriteXLSX(w, sheets.Export(c, b.Proposals), workbook.Options{Title: c.Name, Modified: c.UpdatedAt()})
		},
	}
)
