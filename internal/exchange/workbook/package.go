package workbook

import (
	"archive/zip"
	"encoding/xml"
	"path"
	"strings"

	"tiaokuai/internal/gov"
)

// relation is one line of a .rels part.
type relation struct {
	id, kind string // kind is the last segment of the type: worksheet, sharedStrings
	target   string // a part's name from the zip's root; empty where it lies outside of the file
}

// sheetEntry is a sheet as the workbook part lists it.
type sheetEntry struct {
	name, state, relation string
}

// workbookPart is the table of contents of an .xlsx.
type workbookPart struct {
	archive   *archive
	name      string
	relations []relation
	sheets    []sheetEntry
	date1904  bool
}

// openWorkbook finds the workbook part and reads which sheets there are and where.
func openWorkbook(a *archive) (*workbookPart, error) {
	w := &workbookPart{archive: a, name: "xl/workbook.xml"}
	root, err := readRelations(a, "")
	if err != nil {
		return nil, err
	}
	for _, r := range root {
		if r.kind == "officeDocument" && r.target != "" {
			w.name = r.target
		}
	}
	switch lower := strings.ToLower(w.name); {
	case path.Ext(lower) == ".bin":
		return nil, otherFormat(".xlsb")
	case strings.HasPrefix(lower, "word/"), strings.HasPrefix(lower, "ppt/"):
		return nil, noTable()
	}
	if w.relations, err = readRelations(a, w.name); err != nil {
		return nil, err
	}
	return w, w.read()
}

func (w *workbookPart) read() error {
	return w.archive.parse(w.name, "workbook", func(p *part) error {
		return p.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "workbookPr":
				w.date1904 = flag(e, "date1904")
			case "sheets":
				return p.children(func(e xml.StartElement) error {
					w.sheets = append(w.sheets, sheetEntry{clean(attr(e, "name")), attr(e, "state"), relationID(e)})
					return tooMany(len(w.sheets))
				})
			}
			return nil
		})
	})
}

// relationID is r:id, whatever prefix stands for r.
func relationID(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// related is the part of the first relation of a kind; empty where there is none.
func (w *workbookPart) related(kind string) string {
	for _, r := range w.relations {
		if r.kind == kind && r.target != "" {
			return r.target
		}
	}
	return ""
}

// relation is the one with an id.
func (w *workbookPart) relation(id string) relation {
	for _, r := range w.relations {
		if r.id == id {
			return r
		}
	}
	return relation{}
}

// readRelations reads the relations of a part, or of the whole file where the part is empty.
func readRelations(a *archive, of string) ([]relation, error) {
	name := path.Join(path.Dir(of), "_rels", path.Base(of)+".rels")
	if of == "" {
		name = "_rels/.rels"
	}
	if !a.has(name) {
		return nil, nil
	}
	var out []relation
	err := a.parse(name, "Relationships", func(p *part) error {
		return p.children(func(e xml.StartElement) error {
			r := relation{id: attr(e, "Id"), kind: path.Base(attr(e, "Type"))}
			if attr(e, "TargetMode") != "External" {
				r.target = resolve(path.Dir(of), attr(e, "Target"))
			}
			out = append(out, r)
			return tooMany(len(out))
		})
	})
	return out, err
}

// resolve is a target seen from a folder of the zip. It names a part, never a file outside.
func resolve(folder, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return strings.TrimPrefix(path.Join("/", folder, target), "/")
}

// parse reads a part with the given root element.
func (a *archive) parse(name, root string, read func(*part) error) error {
	f := a.byName[foldPart(name)]
	if f == nil {
		return invalid("文件不完整：缺少 %s", "the file is incomplete: %s is missing", name).
			Advise("用 Excel 或 WPS 打开后另存为 .xlsx 再导入", "open it in Excel or WPS and save it again as .xlsx")
	}
	return a.parseFile(f, root, read)
}

func (a *archive) parseFile(f *zip.File, root string, read func(*part) error) error {
	p, err := openPart(f)
	if err != nil {
		return damaged(f.Name, err)
	}
	defer p.Close()
	if err := p.document(root, func() error { return read(p) }); err != nil {
		return damaged(f.Name, err)
	}
	return nil
}

// maxItems is how long a list in the smaller parts may be: sheets, relations, cell formats. Excel allows 65,490 formats.
const maxItems = 1 << 16

func tooMany(items int) error {
	if items > maxItems {
		return bomb("表、关联或格式超过 %d 个", "there are more than %d sheets, relations or formats", maxItems)
	}
	return nil
}

// damaged names the part in which an error of zip or XML was found; other errors stay.
func damaged(part string, err error) error {
	if gov.CodeOf(err) == gov.CodeInvalid {
		return err
	}
	return invalid("文件已损坏：%s 无法读取", "the file is damaged: %s cannot be read", part).
		Advise("用 Excel 或 WPS 打开后另存为 .xlsx 再导入", "open it in Excel or WPS and save it again as .xlsx").Because(err)
}
