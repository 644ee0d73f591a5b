package dossier

import (
	"archive/zip"
	"embed"
	"encoding/xml"
	"io"
	"time"
)

// A .docx is written here by hand, part by part. What Go has of libraries for it is no longer kept (gomutex/godocx, since
// 2024, with forks that nobody uses), not free to embed (fumiama/go-docx is AGPL, unioffice is sold) or just begun; and
// none writes named styles with East Asian fonts, character indents and footers for odd and even pages, which are all
// that 公文 layout is. The few elements needed stand in word.go; everything that no dossier changes stands in parts/.

//go:embed parts
var parts embed.FS

// fixedParts are the parts that every dossier has alike, by their names in the package.
var fixedParts = []struct{ name, file string }{
	{"[Content_Types].xml", "content_types.xml"},
	{"_rels/.rels", "rels.xml"},
	{"docProps/app.xml", "app.xml"},
	{"word/_rels/document.xml.rels", "document_rels.xml"},
	{"word/fontTable.xml", "font_table.xml"},
	{"word/footer1.xml", "footer1.xml"},
	{"word/footer2.xml", "footer2.xml"},
	{"word/settings.xml", "settings.xml"},
	{"word/styles.xml", "styles.xml"},
}

// packed is the time of every part, so that one dossier is the same bytes always: the first that a .zip can tell.
var packed = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// DOCX writes a dossier as an editable document in 公文 layout (GB/T 9704), with real styles and outline levels. Word, WPS
// and LibreOffice open it.
func DOCX(w io.Writer, d Dossier) error {
	z := zip.NewWriter(w)
	for _, p := range fixedParts {
		data, err := parts.ReadFile("parts/" + p.file)
		if err != nil {
			return err
		}
		if err := pack(z, p.name, data); err != nil {
			return err
		}
	}
	for _, p := range []struct {
		name    string
		content any
	}{{"docProps/core.xml", d.core()}, {"word/document.xml", d.document()}} {
		data, err := xml.Marshal(p.content)
		if err != nil {
			return err
		}
		if err := pack(z, p.name, append([]byte(xml.Header), data...)); err != nil {
			return err
		}
	}
	return z.Close()
}

func pack(z *zip.Writer, name string, data []byte) error {
	f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: packed})
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return err
}

// core is what the document says of itself.
type core struct {
	XMLName  xml.Name `xml:"cp:coreProperties"`
	CP       string   `xml:"xmlns:cp,attr"`
	DC       string   `xml:"xmlns:dc,attr"`
	Terms    string   `xml:"xmlns:dcterms,attr"`
	XSI      string   `xml:"xmlns:xsi,attr"`
	Title    string   `xml:"dc:title"`
	Subject  string   `xml:"dc:subject"`
	Language string   `xml:"dc:language"`
	Created  stamp    `xml:"dcterms:created"`
	Modified stamp    `xml:"dcterms:modified"`
}

type stamp struct {
	Type string `xml:"xsi:type,attr"`
	Time string `xml:",chardata"`
}

func (d Dossier) core() core {
	at := stamp{"dcterms:W3CDTF", string(d.Date) + "T00:00:00Z"}
	return core{
		CP: "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", DC: "http://purl.org/dc/elements/1.1/",
		Terms: "http://purl.org/dc/terms/", XSI: "http://www.w3.org/2001/XMLSchema-instance",
		Title: d.Title, Subject: d.Subtitle, Language: tag(d), Created: at, Modified: at,
	}
}
