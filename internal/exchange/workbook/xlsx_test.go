package workbook_test

import (
	"strings"
	"testing"
)

// TestCells: what one cell, written as XML, reads as.
func TestCells(t *testing.T) {
	// Formats by index: 1 date, 2 date and time, 3 percent, 4 000000, 5 [h]:mm, 6 h:mm, 7 built-in 31, 8 0.00E+00,
	// 9 General in Chinese editions, 10 built-in 22, 11 month and day, 12 mm:ss.0
	styles := `<styleSheet ` + spreadsheetML + `><numFmts>
		<numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="165" formatCode="yyyy/m/d\ h:mm;@"/>
		<numFmt numFmtId="166" formatCode="0.0%"/><numFmt numFmtId="167" formatCode="000000"/><numFmt numFmtId="168" formatCode="[h]:mm"/>
		<numFmt numFmtId="169" formatCode="[$-804]上午/下午h&quot;时&quot;mm&quot;分&quot;"/><numFmt numFmtId="170" formatCode="0.00E+00"/>
		<numFmt numFmtId="171" formatCode="G/通用格式"/><numFmt numFmtId="172" formatCode="[Red]m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="173" formatCode="mm:ss.0"/>
		</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/>
		<xf numFmtId="169"/><xf numFmtId="31"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="22"/><xf numFmtId="172"/><xf numFmtId="173"/></cellXfs></styleSheet>`
	shared := `<sst ` + spreadsheetML + `><si><t xml:space="preserve"> 农业　</t></si>
		<si><r><rPr><b/></rPr><t>党建办</t></r><r><t>（人大办）</t></r><rPh sb="0" eb="1"><t>ダン</t></rPh><phoneticPr fontId="1"/></si>
		<si><t>'=1+1</t></si><si><t>a_x000D__x000a_b_x005F_x000D_</t></si><si/><si><t>` + strings.Repeat("长", 32768) + `</t></si></sst>`
	for cell, want := range map[string]string{
		// text
		`<c r="A1" t="s"><v>0</v></c>`:                                                   "A1=农业",
		`<c r="A1" t="s"><v>1</v></c>`:                                                   "A1=党建办（人大办）",
		`<c r="A1" t="s"><v>2</v></c>`:                                                   "A1==1+1",
		`<c r="A1" t="s"><v>3</v></c>`:                                                   "A1=a\nb_x000D_",
		`<c r="A1" t="s"><v>4</v></c>`:                                                   "",
		`<c r="A1" t="s"><v>5</v></c>`:                                                   "! [f 表 A1] 单元格超过 32767 字",
		`<c r="A1" t="s"><v>6</v></c>`:                                                   "! [f 表 A1] 单元格的文字不在文件里",
		`<c r="A1" t="s"><v>-1</v></c>`:                                                  "! [f 表 A1] 单元格的文字不在文件里",
		`<c r="A1" t="inlineStr"><is><t>１２ａ</t></is></c>`:                                "A1=12a",
		`<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>`:            "A1=甲乙",
		`<c r="A1" t="inlineStr"><is><r><t>_</t></r><r><t>x4E00_</t></r></is></c>`:       "A1=_x4E00_",
		`<c r="A1" t="str"><v>_x4E00__xD83D_</v></c>`:                                    "A1=一_xD83D_",
		`<c r="A1" t="inlineStr"><is><t>a<!-- x -->&#x4E00;<![CDATA[<b>]]></t></is></c>`: "A1=a一<b>",
		`<c r="A1" t="inlineStr"><is><t>` + strings.Repeat("𠀀", 16384) + `</t></is></c>`: "! [f 表 A1] 单元格超过 32767 字",
		`<c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t>乙</t></is></c>`:   "A1=甲\nB1=乙",
		`<c r="AB1" t="inlineStr"><is><t>甲</t></is></c>`:                                 "AB1=甲",
		// numbers
		`<c r="A1"><v>12</v></c>`:                        "A1=12",
		`<c r="A1"><v>12.000000001</v></c>`:              "A1=12",
		`<c r="A1"><v>0.30000000000000004</v></c>`:       "A1=0.3",
		`<c r="A1"><v>1.2345678901234E3</v></c>`:         "A1=1234.5678901",
		`<c r="A1"><v>-5</v></c>`:                        "A1=-5",
		`<c r="A1"><v>-0</v></c>`:                        "A1=0",
		`<c r="A1"><v>0.00012</v></c>`:                   "A1=0.00012",
		`<c r="A1" s="8"><v>1E+5</v></c>`:                "A1=100000",
		`<c r="A1" s="9"><v>3.5</v></c>`:                 "A1=3.5",
		`<c r="A1" s="3"><v>0.125</v></c>`:               "A1=12.5%",
		`<c r="A1" s="3"><v>0.57999999999999996</v></c>`: "A1=58%",
		`<c r="A1" s="4"><v>123</v></c>`:                 "A1=000123",
		`<c r="A1"><v>110101199003070000</v></c>`:        "A1=110101199003070000\n# 表 A1: 数字超过 15 位，末位可能已不准；编号请设为文本格式",
		`<c r="A1"><v>NaN</v></c>`:                       "! [f 表 A1] “NaN”不是数字",
		`<c r="A1"><v>1e999</v></c>`:                     "! [f 表 A1] “1e999”不是数字",
		`<c r="A1"><v>0x1p4</v></c>`:                     "! [f 表 A1] “0x1p4”不是数字",
		`<c r="A1"><v/></c>`:                             "",
		// dates
		`<c r="A1" s="1"><v>44197</v></c>`:                "A1=2021-01-01",
		`<c r="A1" s="1"><v>59</v></c>`:                   "A1=1900-02-28",
		`<c r="A1" s="1"><v>61</v></c>`:                   "A1=1900-03-01",
		`<c r="A1" s="1"><v>2958465.9</v></c>`:            "A1=9999-12-31",
		`<c r="A1" s="1"><v>60</v></c>`:                   "! [f 表 A1] 60 不是有效的日期或时间",
		`<c r="A1" s="1"><v>-1</v></c>`:                   "! [f 表 A1] -1 不是有效的日期或时间",
		`<c r="A1" s="1"><v>1e300</v></c>`:                "! [f 表 A1] 1e+300 不是有效的日期或时间",
		`<c r="A1" s="2"><v>44197.5</v></c>`:              "A1=2021-01-01 12:00",
		`<c r="A1" s="2"><v>44197</v></c>`:                "A1=2021-01-01",
		`<c r="A1" s="2"><v>44197.99999999</v></c>`:       "A1=2021-01-02",
		`<c r="A1" s="10"><v>44197.000011574</v></c>`:     "A1=2021-01-01 00:00:01",
		`<c r="A1" s="7"><v>44197</v></c>`:                "A1=2021-01-01",
		`<c r="A1" s="11"><v>44197</v></c>`:               "A1=2021-01-01",
		`<c r="A1" s="5"><v>1.25</v></c>`:                 "A1=30:00",
		`<c r="A1" s="6"><v>0.6041666667</v></c>`:         "A1=14:30",
		`<c r="A1" s="12"><v>0.000694444</v></c>`:         "A1=00:01",
		`<c r="A1" t="d"><v>2021-01-01</v></c>`:           "A1=2021-01-01",
		`<c r="A1" t="d"><v>2021-01-01T08:30:00Z</v></c>`: "A1=2021-01-01 08:30",
		`<c r="A1" t="d"><v>明天</v></c>`:                   "! [f 表 A1] “明天”不是日期",
		// truth, errors, formulas
		`<c r="A1" t="b"><v>1</v></c>`:                                "A1=TRUE",
		`<c r="A1" t="b"><v>0</v></c>`:                                "A1=FALSE",
		`<c r="A1" t="e"><v>#N/A</v></c>`:                             "! [f 表 A1] 单元格是错误值 #N/A",
		`<c r="A1"><f>SUM(B1:B9)</f><v>42</v></c>`:                    "A1=42\n# 表 A1: 公式，取其上次计算结果",
		`<c r="A1" t="str"><f>cmd|' /C calc'!A0</f><v>=甲</v></c>`:     "A1==甲\n# 表 A1: 公式，取其上次计算结果",
		`<c r="A1" t="str"><f>""</f><v></v></c>`:                      "# 表 A1: 公式，取其上次计算结果",
		`<c r="A1"><f>SUM(B1:B9)</f></c>`:                             "! [f 表 A1] 公式没有计算结果",
		`<c r="A1"><f>SUM(B1:B9)</f><v></v></c>`:                      "! [f 表 A1] 公式没有计算结果",
		`<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`:                "! [f 表 A1] 单元格是错误值 #DIV/0!",
		`<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="b"><v>1</v></c>`: "B1=TRUE\n! [f 表 A1] 单元格是错误值 #N/A",
	} {
		file := pack(t, parts(`<sheetData><row r="1">`+cell+`</row></sheetData>`,
			map[string]string{"xl/styles.xml": styles, "xl/sharedStrings.xml": shared}))
		t.Run(cell[:min(len(cell), 80)], func(t *testing.T) { check(t, file, want) })
	}
}

// inline is a text cell.
func inline(ref, text string) string {
	return `<c r="` + ref + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
}

// TestMerged cells: down into each filled row, across into the first column only.
func TestMerged(t *testing.T) {
	check(t, pack(t, parts(`<sheetData>
		<row r="1">`+inline("A1", "清单")+inline("C1", "被盖")+`</row>
		<row r="3">`+inline("A3", "农业")+inline("B3", "一")+`</row>
		<row r="4">`+inline("B4", "二")+inline("C4", "三")+`</row>
		<row r="5"><c r="A5"/><c r="B5" s="1"/></row>
		<row r="6">`+inline("A6", "整行")+inline("B6", "两格")+`</row>
		</sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A3:A5"/><mergeCell ref="B4:C5"/><mergeCell ref="A6:A7"/><mergeCell ref="B6:B7"/>
		<mergeCell ref="D1:E9"/><mergeCell ref="B2"/><mergeCell ref="ZZZZ1:A2"/></mergeCells>`, nil)),
		"A1=清单", "A3=农业", "B3=一", "A4=农业", "B4=二", "A6=整行", "B6=两格",
		"# 表 A1: 合并单元格 A1:C1：其值用于所含各行",
		"# 表 A3: 合并单元格 A3:A5：其值用于所含各行",
		"# 表 B4: 合并单元格 B4:C5：其值用于所含各行",
		"# 表 A6: 合并单元格 A6:A7：其值用于所含各行",
		"# 表 B6: 合并单元格 B6:B7：其值用于所含各行")
}

// TestHidden rows, columns and sheets are read with a note.
func TestHidden(t *testing.T) {
	check(t, pack(t, parts(`<cols><col min="2" max="16384" hidden="1"/></cols><sheetData>
		<row r="1">`+inline("A1", "甲")+`</row><row r="2" hidden="1"><c r="A2"/></row><row r="3" hidden="true">`+inline("B3", "乙")+`</row></sheetData>`,
		map[string]string{"xl/workbook.xml": workbookXML(`<sheet name="表" state="hidden" r:id="rId1"/>`)})),
		"A1=甲", "B3=乙",
		"# 表: 隐藏的表，也已读入",
		"# 表 3: 隐藏的行也已读入，共 1 行，这是第一行",
		"# 表: 隐藏的列也已读入：B")
}

// TestStrict OOXML, prefixes on every element, absolute and backslashed targets, dates from 1904.
func TestStrict(t *testing.T) {
	check(t, pack(t, map[string]string{
		"[Content_Types].xml":    `<Types/>`,
		"_rels/.rels":            `<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/Book/wb.xml"/></Relationships>`,
		"Book/wb.xml":            `<?xml version="1.0" encoding="UTF-8"?><x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:rel="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="表" sheetId="1" rel:id="s"/></x:sheets></x:workbook>`,
		"Book/_rels/wb.xml.rels": `<Relationships><Relationship Id="s" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="Sheets\A.xml"/><Relationship Id="t" Type="x/styles" Target="/Book/../st.xml"/></Relationships>`,
		"st.xml":                 `<x:styleSheet><x:cellXfs><x:xf numFmtId="14"/></x:cellXfs></x:styleSheet>`,
		`Book\Sheets\a.xml`:      `<x:worksheet><x:sheetData><x:row><x:c s="0"><x:v>0</x:v></x:c><x:c t="d"><x:v>2024-02-29</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
	}), "A1=1904-01-01", "B1=2024-02-29")
}

// TestNothingFollowed: macros, links, embedded objects and sheets that are none are said, and never used.
func TestNothingFollowed(t *testing.T) {
	check(t, pack(t, parts(`<sheetData><row r="1">`+inline("A1", "甲")+`</row></sheetData>`, map[string]string{
		"xl/vbaProject.bin":                  "x",
		"xl/externalLinks/externalLink1.xml": `<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>`,
		"xl/embeddings/oleObject1.bin":       "x",
		"xl/_rels/workbook.xml.rels":         packageRels + rel("rId1", "worksheet", "worksheets/sheet1.xml") + rel("rId2", "chartsheet", "c.xml") + `</Relationships>`,
		"xl/workbook.xml":                    workbookXML(`<sheet name="表" r:id="rId1"/><sheet name="图" r:id="rId2"/>`),
	})), "A1=甲", "# : 文件含宏，宏没有运行", "# : 文件含外部链接（或 DDE），没有打开", "# : 文件含嵌入对象，没有打开", "# 图: 不是数据表（图表或宏表），没有读")
	outside := `<Relationship Id="rId1" Type="` + officeRels + `worksheet" TargetMode="External" Target="file:///etc/passwd"/>`
	check(t, pack(t, parts(``, map[string]string{"xl/_rels/workbook.xml.rels": packageRels + outside + `</Relationships>`})), "! [f 表] 表的内容不在文件里")
	above := `<Relationship Id="rId1" Type="` + officeRels + `worksheet" Target="../../../etc/passwd"/>`
	check(t, pack(t, parts(``, map[string]string{"xl/_rels/workbook.xml.rels": packageRels + above + `</Relationships>`})), "! [f 表] 文件不完整：缺少 etc/passwd")
}
