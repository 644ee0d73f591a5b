package workbook_test

import (
	"bytes"
	"fmt"
	"runtime"
	"testing"

	"tiaokuai/internal/exchange/workbook"
)

// large is a table of 100,000 rows and 15 columns, two of them numbers, as a county's assignments look; with -short a hundredth.
func large() workbook.Table {
	rows := 100_000
	if testing.Short() {
		rows /= 100
	}
	t := workbook.Table{Name: "事项"}
	for i := range 15 {
		t.Columns = append(t.Columns, workbook.Column{Header: fmt.Sprintf("第 %d 列", i+1), Number: i == 3 || i == 7})
	}
	for i := range rows {
		row := make([]string, 15)
		for j := range row {
			switch j {
			case 0:
				row[j] = fmt.Sprintf("D%06d", i)
			case 1:
				row[j] = fmt.Sprintf("组织开展第 %d 项安全生产监督检查和隐患排查治理工作", i)
			case 3, 7:
				row[j] = fmt.Sprint(i * j)
			default:
				row[j] = fmt.Sprintf("乡镇街道办事处%d", (i*j)%3000)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// BenchmarkRead reports the time to read 100,000 × 15 and, as peak-MB, the most memory that the heap held over what it
// held before, looked at after every thousand rows (garbage not yet collected included).
func BenchmarkRead(b *testing.B) {
	table := large()
	for name, write := range map[string]func(*bytes.Buffer) error{
		"xlsx": func(w *bytes.Buffer) error {
			return workbook.WriteXLSX(w, []workbook.Table{table}, workbook.Options{})
		},
		"csv": func(w *bytes.Buffer) error { return workbook.WriteCSV(w, table) },
	} {
		b.Run(name, func(b *testing.B) {
			var file bytes.Buffer
			if err := write(&file); err != nil {
				b.Fatal(err)
			}
			var base, now runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&base)
			peak := uint64(0)
			limits := workbook.StandardLimits()
			limits.Progress = func(string, int) {
				runtime.ReadMemStats(&now)
				peak = max(peak, now.HeapInuse)
			}
			for b.Loop() {
				if _, err := workbook.Read("x."+name, file.Bytes(), limits); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(peak-base.HeapInuse)/(1<<20), "peak-MB")
			b.ReportMetric(float64(file.Len())/(1<<20), "file-MB")
		})
	}
}

// BenchmarkWriteXLSX writes 100,000 × 15.
func BenchmarkWriteXLSX(b *testing.B) {
	table := large()
	for b.Loop() {
		var file bytes.Buffer
		if err := workbook.WriteXLSX(&file, []workbook.Table{table}, workbook.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
