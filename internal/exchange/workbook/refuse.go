package workbook

import (
	"bytes"

	"tiaokuai/internal/gov"
)

// refuseOLE tells apart the two kinds of file in Microsoft's old container: .xls and anything behind a password.
func refuseOLE(data []byte) error {
	if bytes.Contains(data, wide("EncryptedPackage")) {
		return invalid("文件有打开密码", "the file is locked with a password").
			Advise("用 Excel 或 WPS 打开，取消密码（文件 → 信息 → 保护工作簿），保存后再导入",
				"open it, take the password off (File → Info → Protect Workbook), save it and import it again")
	}
	return otherFormat(".xls/.et")
}

// otherFormat refuses a spreadsheet in a format that is not read here.
func otherFormat(format string) *gov.Error {
	return invalid("这是 %s 格式的文件", "this is a file in the format %s", format).
		Advise("用 Excel 或 WPS 打开，另存为 .xlsx 再导入", "open it in Excel or WPS, save it as .xlsx and import that")
}

// refuseKnown refuses what begins like a file that is no text: it would only be read as one long line of rubbish.
func refuseKnown(data []byte) error {
	head := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\ufeff")), " \t\r\n"))
	switch {
	case hasAnyPrefix(head, "<html", "<!doctype", "<table", "<?xml", "<workbook"):
		return otherFormat("HTML/XML") // what many systems export under the name of .xls
	case hasAnyPrefix(head, "%pdf", "\x89png", "\xff\xd8\xff", "gif8", "rar!", "7z\xbc\xaf", "\x1f\x8b", "{\\rtf"):
		return noTable()
	}
	return nil
}

func noTable() *gov.Error {
	return invalid("这不是表格文件", "this is no file of tables").
		Advise("请选择 .xlsx、.csv 或内含 .csv 的 .zip 文件", "choose a file .xlsx, .csv, or a .zip of .csv files")
}

// wide is an ASCII text as the old container writes the names of its streams.
func wide(ascii string) []byte {
	var out []byte
	for i := range len(ascii) {
		out = append(out, ascii[i], 0)
	}
	return out
}
