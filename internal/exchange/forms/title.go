package forms

import (
	"regexp"
	"slices"
	"strings"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/search"
)

// title is one line above the headers.
type title struct {
	text string
	at   workbook.Place
}

// titlesOf are the lines above the headers; the first ones of a sheet without headers.
func titlesOf(s workbook.Sheet, h header, found bool) []title {
	end := min(3, len(s.Rows))
	if found {
		end = h.row
	}
	var out []title
	for _, row := range s.Rows[:end] {
		column := slices.IndexFunc(row.Cells, func(c string) bool { return strings.TrimSpace(c) != "" })
		text := strings.Join(strings.Fields(strings.Join(row.Cells, " ")), "")
		if column >= 0 && !aside.MatchString(text) {
			out = append(out, title{text, workbook.Place{Sheet: s.Name, Row: row.Number, Column: column}})
		}
	}
	return out
}

var (
	aside      = regexp.MustCompile(`^(附件|附表|附)[\d一二三四五六七八九十]*[:：]?$|^(单位|填报|填表|制表|编制|公布|发布|日期|时间|截至)[^：:]*[:：]|^[(（]?(20\d\d年[\d月日]*|续表?)[)）]?$`)
	appendix   = regexp.MustCompile(`^(附件|附表)[\d一二三四五六七八九十]*[-－]?[\d]*[:：]?\s*`)
	everywhere = regexp.MustCompile(`全县|全市|全区|(各|所有|全部)?(乡镇|镇街|街镇|乡|镇|街道)`)
	all        = regexp.MustCompile(`全[县市区]|各|所有|全部`)
	leftover   = regexp.MustCompile(`^(全县|全市|全区|各|所有|全部|乡镇|镇街|街镇|街道|街|乡|镇|办事处|[()、/和])+$`)
	placeName  = regexp.MustCompile(`\p{Han}{1,8}?(镇|乡|街道)`)
	filler     = regexp.MustCompile(`人民政府|政府|党委|党工委|中共|委员会|办事处|20\d\d年(版|度|修订)?|[(](试行|草案|征求意见稿|公开版|修订版|\d*版|第.批|共?\d+项)[)]|[《》]|` +
		`(履行|履职|职责|事项|任务|清单|目录|一览|基本|配合|承担|上级|县级|市级|区级|部门|收回|取消|责任|表|的|及|汇总)+`)
)

// head tells the document, the keeper and the townships of a list.
func (r *reader) head(l *list, titles []title) {
	text := documentOf(titles)
	inherits := l.further && r.silent(text)
	if inherits && len(l.above) > 0 {
		text = documentOf(append(slices.Clone(l.above), titles...))
		inherits = r.silent(text)
	}
	told := text
	if kindNamed(told) == nil && told == "" {
		told = l.sheet
	}
	inherits = inherits && l.before != nil
	if l.keeper = r.keeperOf(told); inherits {
		l.keeper = l.before.keeper
	}
	if r.Department != "" {
		l.keeper = r.stated("department", gov.NodeDepartment, r.Department, l)
	}
	if inherits && r.Township == "" && l.before.placed() {
		l.townships, l.everywhere = l.before.townships, l.before.everywhere
		text = l.composed(r, cmpOr(text, l.kind.name.ZH))
	} else {
		if r.whose(l, titles, told); l.several && text != "" && l.keeper == "" && r.silent(text) {
			text = l.composed(r, text)
		}
	}
	r.unkept(l, titles, told)
	l.document = cmpOr(r.Document, text, l.composed(r, l.kind.name.ZH))
	if l.keeper != "" && r.keeperOf(l.document) != l.keeper {
		l.document = r.nodes[l.keeper].NodeName() + l.document
	}
	if r.Document != "" && len(l.townships) == 1 && l.keeper == "" && !strings.Contains(search.Fold(l.document), search.Fold(r.nodes[l.townships[0]].NodeName())) {
		l.article = r.nodes[l.townships[0]].NodeName()
	}
	l.source = r.sourceOf(l.document, l.article)
}

// documentOf is the title of a document in one line: without 附件 and （共n项）, and without the number of a list among
// several: 大冶镇履职事项清单（配合履职事项清单）.
func documentOf(titles []title) string {
	text := ""
	for _, t := range titles {
		line := inBrackets.ReplaceAllString(appendix.ReplaceAllString(t.text, ""), "")
		if bare := ordinal.ReplaceAllString(line, ""); bare != line && kindNamed(line) != nil {
			if line = bare; text != "" {
				line = "（" + bare + "）"
			}
		}
		text += line
	}
	return strings.Trim(text, "《》")
}

func cmpOr(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// composed is a title for a list that names no township: 大冶镇配合履职事项清单.
func (l *list) composed(r *reader, title string) string {
	if len(l.townships) == 1 {
		return r.nodes[l.townships[0]].NodeName() + title
	}
	return title
}

// stated finds what an option names; what it does not name is a problem of the list.
func (r *reader) stated(option string, kind gov.NodeKind, text string, l *list) string {
	if keys := r.names.Find(kind, text); len(keys) == 1 {
		return keys[0]
	}
	l.fail(workbook.Place{Sheet: l.sheet}, text, r.names.Nearest(kind, text, suggestions),
		gov.Errorf(gov.CodeInvalid, "没有名为“%[1]s”的%[2]s", "there is no %[3]s called %[1]q", text, map[gov.NodeKind]string{gov.NodeTownship: "乡镇", gov.NodeDepartment: "县直部门"}[kind], option))
	return ""
}

const suggestions = 3

// whose tells the townships of a list: as the option says, as a title or the sheet's name says. A catalogue that names
// none is of all townships; its rows may name them.
func (r *reader) whose(l *list, titles []title, told string) {
	switch {
	case r.Township != "" && everywhere.ReplaceAllString(r.Township, "") == "":
		l.everywhere = true
		return
	case r.Township != "":
		if key := r.stated("township", gov.NodeTownship, r.Township, l); key != "" {
			l.townships = []string{key}
		}
		return
	}
	for _, text := range []string{told, l.sheet} {
		if l.townships = r.townshipsIn(text); len(l.townships) > 0 {
			return
		}
	}
	for _, text := range []string{told, l.sheet} {
		rest := r.rest(text)
		if leftover.MatchString(rest) && everywhere.MatchString(rest) {
			l.everywhere = true
			l.note(placeOf(titles, l), "标题没有写明乡镇，按各乡镇通用的清单导入", "the title names no township; the list was read as that of every township")
			return
		}
	}
	if l.keeper != "" || l.kind == &catalogue {
		l.everywhere = true
		return
	}
	r.unplaced(l, titles, told)
}

func placeOf(titles []title, l *list) workbook.Place {
	if len(titles) > 0 {
		return titles[len(titles)-1].at
	}
	return workbook.Place{Sheet: l.sheet}
}

// unplaced reports a title that names no township of the county.
func (r *reader) unplaced(l *list, titles []title, told string) {
	candidate := placeName.FindString(r.rest(told))
	if candidate == "" {
		l.fail(placeOf(titles, l), told, nil, gov.Errorf(gov.CodeInvalid, "不能确定这是哪个乡镇的%[1]s", "it can't be told which township's %[2]s this is", l.kind.name.ZH, l.kind.name.EN).
			Advise("在标题或工作表名称中写明乡镇，或导入时指定乡镇；各乡镇通用的写“全县”", "name the township in the title or the sheet's name, or state it with the import; 全县 for all"))
		return
	}
	l.fail(placeOf(titles, l), candidate, r.names.Nearest(gov.NodeTownship, candidate, suggestions),
		gov.Errorf(gov.CodeInvalid, "本县没有名为“%[1]s”的乡镇", "the county has no township called %[1]q", candidate))
}

// unkept reports a catalogue of no department that the county has.
func (r *reader) unkept(l *list, titles []title, told string) {
	if l.kind != &catalogue || l.keeper != "" || l.header.has(departments) || l.header.has(combined) {
		return
	}
	l.everywhere, l.townships = false, nil
	l.fail(placeOf(titles, l), told, r.names.Nearest(gov.NodeDepartment, r.rest(told), suggestions),
		gov.Errorf(gov.CodeInvalid, "不能确定这是哪个部门的清单", "it can't be told which department's list this is").
			Advise("在标题或工作表名称中写明部门，或导入时指定部门", "name the department in the title or the sheet's name, or state it with the import"))
}

// rest is what a title says beside the county, the list and the year, folded.
func (r *reader) rest(text string) string {
	text = search.Fold(text)
	for _, name := range r.regions {
		text = strings.Replace(text, name, "", 1)
	}
	return filler.ReplaceAllString(text, "")
}

// townshipsIn are the townships that a text names; a name within a longer one that it names is none.
func (r *reader) townshipsIn(text string) []string { return named(r.townshipNames, text) }

// keeperOf is the department that a title names, if it names one.
func (r *reader) keeperOf(title string) string {
	keeper, known := r.keepers[title]
	if !known {
		if keys := named(r.departmentNames, title); len(keys) == 1 {
			keeper = keys[0]
		}
		r.keepers[title] = keeper
	}
	return keeper
}

// named are the keys of the names that a text has in it; names are sorted, the longest first.
func named(names []nameOf, text string) []string {
	text = search.Fold(text)
	var out []string
	for _, n := range names {
		if strings.Contains(text, n.name) {
			text = strings.ReplaceAll(text, n.name, "\x00")
			if !slices.Contains(out, n.key) {
				out = append(out, n.key)
			}
		}
	}
	slices.Sort(out)
	return out
}
