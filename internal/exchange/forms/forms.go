package forms

import (
	"slices"

	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Options say what the sheets themselves may not.
type Options struct {
	// Township is the key or name of the township whose lists they are; "全县" = every township of the county. Empty = as
	// the title above the headers says, else the name of the sheet.
	Township string
	// Department is the key or name of the department that keeps a catalogue; empty = as the title says.
	Department string
	// Document is the title of the document that the lists are from; empty = the title above the headers.
	Document string
	// Edition is the edition of the county's aspects and domains that the groups are of; empty = the one that has them all.
	Edition string
	// Mode and MaxRemoved are those of sheets.Options: in a replacement a duty that a list no longer has loses its listing
	// there, unless more than the share would.
	Mode       sheets.Mode
	MaxRemoved int
}

// Of reads the public forms in a book against a county, for [sheets.Options].Forms of one Plan of the same book and
// county: what one sheet says is weighed against the county's record and the other sheets. It is empty where the book has
// none. A nil base is a county yet to be made, whose townships no title can name.
func Of(base *snapshot.County, book workbook.Book, o Options) []sheets.Form {
	r := &reader{Options: o, record: newRecord(base)}
	for _, s := range book.Sheets {
		r.lists = append(r.lists, r.open(s)...)
	}
	if len(r.lists) == 0 {
		return nil
	}
	r.settle()
	out := form{}
	for _, l := range r.lists {
		all := out[l.sheet]
		all.Rows = append(all.Rows, l.reading.Rows...)
		all.Problems = append(all.Problems, l.reading.Problems...)
		all.Notes = append(all.Notes, l.reading.Notes...)
		out[l.sheet] = all
	}
	return []sheets.Form{out}
}

// form is what was made of each sheet, by its name.
type form map[string]sheets.Reading

func (f form) Read(s workbook.Sheet) (sheets.Reading, bool) {
	reading, ok := f[s.Name]
	return reading, ok
}

// reader is the state of reading one book.
type reader struct {
	Options
	*record
	lists []*list
}

// list is one sheet, or a portion of one, as one of the forms.
type list struct {
	kind     *kind
	sheet    string
	before   *list   // the one before it on the sheet
	further  bool    // titles stand before its own
	several  bool    // the sheet has other lists
	above    []title // titles of the whole sheet, where it has several lists
	document string
	source   string // key of its source
	article  string
	keeper   string // key of the department that keeps it; empty = the township's own
	// townships are keys; none and not everywhere = it could not be told, so that nothing is made of the list.
	townships  []string
	everywhere bool
	edition    string
	header     header
	items      []*item
	groups     []*group
	rows       []workbook.Row
	dropped    []*duty
	byDuty     map[*duty][]*item
	mayMean    map[string]bool // keys of duties that items with problems may be about
	reading    sheets.Reading
}

// item is one 事项 of a list, from one or several rows.
type item struct {
	name       string
	row        int
	group      [2]*group
	parts      []part
	content    texts
	townships  string
	where      []string // keys, of a catalogue that names them
	everywhere bool
	bad        bool // a problem keeps it out
	stated     []*stated
	duty       *duty
}

// part is what one row of an item says of departments.
type part struct {
	row                         int
	departments, duty, combined string
}

// open takes a sheet for one or several of the forms; none where no portion of it is one.
func (r *reader) open(s workbook.Sheet) []*list {
	if standardName(s.Name) && !unlikeStandard(s) {
		return nil
	}
	portions := r.portionsOf(s)
	var above []title // what stands over all lists of the sheet
	var out []*list
	bare := false // the first titles and headers are those of all
	if len(portions) > 1 {
		h, found := findHeader(s)
		above = titlesOf(s, h, found)
		if len(portions[0].rows) == portions[0].head {
			portions, bare = portions[1:], true
		} else if i := slices.IndexFunc(above, func(t title) bool { return kindNamed(t.text) != nil }); i >= 0 {
			above = above[:i]
		}
	}
	known := false
	for i, p := range portions {
		l := &list{sheet: s.Name, above: above, further: i > 0 || bare, several: len(portions) > 1 || bare, byDuty: map[*duty][]*item{}, mayMean: map[string]bool{}}
		if i > 0 {
			l.before = out[i-1]
		}
		r.openList(l, workbook.Sheet{Name: s.Name, Rows: p.rows})
		known = known || l.kind != nil
		out = append(out, l)
	}
	if !known {
		return nil
	}
	for _, l := range out {
		if l.kind == nil {
			l.untold()
		}
	}
	return out
}

// openList reads the rows of one list; its kind stays nil where they are none.
func (r *reader) openList(l *list, s workbook.Sheet) {
	h, found := findHeader(s)
	titles := titlesOf(s, h, found)
	l.header = h
	if l.kind = l.kindOf(titles, h, found); l.kind == nil {
		return
	}
	if !found {
		l.fail(workbook.Place{Sheet: s.Name}, "", nil, gov.Errorf(gov.CodeInvalid, "%[1]s中没有找到栏目名称", "no headers were found in the %[2]s", l.kind.name.ZH, l.kind.name.EN).
			Advise("保留栏目名称一行，至少有：%[1]s", "keep the row of headers; it needs at least: %[1]s", l.kind.needs()))
		return
	}
	l.rows = s.Rows[h.next:]
	r.head(l, titles)
	l.noteUnknown(s)
	if l.lacks(s) {
		l.everywhere, l.townships = false, nil
		return
	}
	l.walk(slices.DeleteFunc(titles, func(t title) bool { return slices.Contains(l.above, t) }))
	r.edit(l)
	for _, it := range l.items {
		r.readDepartments(l, it)
		r.readTownships(l, it)
	}
}

// kindOf is the form of a list. The sheet's name tells only the first; a further one without a title of its own may be
// more of a list that has none but the common columns.
func (l *list) kindOf(titles []title, h header, found bool) *kind {
	if !l.further {
		return kindOf(titles, l.sheet, h, found)
	}
	k := kindOf(titles, "", h, found)
	if k == nil && l.before != nil && l.before.kind != nil && !l.before.header.ours {
		return l.before.kind
	}
	return k
}

// untold reports rows of which neither title nor headers tell the form.
func (l *list) untold() {
	l.kind = &basic
	l.everywhere, l.townships = false, nil
	l.fail(workbook.Place{Sheet: l.sheet, Row: l.header.number, Column: -1}, "", nil,
		gov.Errorf(gov.CodeInvalid, "从第%[1]d行起的清单没有写明是哪一种", "it can't be told which list begins in row %[1]d", l.header.number).
			Advise("在栏目名称上方写明标题，如“%[1]s”", "put a title above the headers, such as %[1]s", supporting.name.ZH))
}

func (l *list) at(row int, of role) workbook.Place {
	return workbook.Place{Sheet: l.sheet, Row: row, Column: l.header.at[of]}
}

func (l *list) fail(at workbook.Place, value string, suggestions []string, err *gov.Error) {
	l.reading.Problems = append(l.reading.Problems, sheets.Problem{Place: at, Value: value, Suggestions: suggestions, Err: err})
}

func (l *list) note(at workbook.Place, zh, en string, args ...any) {
	l.reading.Notes = append(l.reading.Notes, workbook.Note{Place: at, Text: gov.Textf(zh, en, args...)})
}

// placed says whether it is known whose list it is.
func (l *list) placed() bool { return l.everywhere || len(l.townships) > 0 }
