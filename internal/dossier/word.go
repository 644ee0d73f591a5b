package dossier

import "encoding/xml"

// The elements of WordprocessingML (ECMA-376 part 1, section 17) that a dossier is made of. Their fields are in the order
// that the schema wants.

type wordDocument struct {
	XMLName xml.Name `xml:"w:document"`
	W       string   `xml:"xmlns:w,attr"`
	R       string   `xml:"xmlns:r,attr"`
	Body    wordBody `xml:"w:body"`
}

type wordBody struct {
	Blocks  []any // paragraphs and tables
	Section wordSection
}

type wordParagraph struct {
	XMLName    xml.Name `xml:"w:p"`
	Properties wordParagraphProperties
	Runs       []wordRun
}

type wordParagraphProperties struct {
	XMLName xml.Name   `xml:"w:pPr"`
	Style   value      `xml:"w:pStyle"`
	Indent  *wordChars `xml:"w:ind"`
}

// wordChars is an indent of the first line in hundredths of a character, and in twips for readers that know no characters.
type wordChars struct {
	Chars int `xml:"w:firstLineChars,attr"`
	Twips int `xml:"w:firstLine,attr"`
}

type wordRun struct {
	XMLName xml.Name           `xml:"w:r"`
	Style   *wordRunProperties `xml:"w:rPr"`
	Text    wordText           `xml:"w:t"`
}

type wordRunProperties struct {
	Style value `xml:"w:rStyle"`
}

type wordText struct {
	Space string `xml:"xml:space,attr"`
	Text  string `xml:",chardata"`
}

type value struct {
	Val string `xml:"w:val,attr"`
}

type wordTable struct {
	XMLName    xml.Name `xml:"w:tbl"`
	Properties wordTableProperties
	Grid       []wordColumn `xml:"w:tblGrid>w:gridCol"`
	Rows       []wordRow
}

type wordTableProperties struct {
	XMLName xml.Name  `xml:"w:tblPr"`
	Style   value     `xml:"w:tblStyle"`
	Width   wordWidth `xml:"w:tblW"`
	Layout  wordType  `xml:"w:tblLayout"`
}

type wordType struct {
	Type string `xml:"w:type,attr"`
}

type wordWidth struct {
	Width int    `xml:"w:w,attr"`
	Type  string `xml:"w:type,attr"`
}

type wordColumn struct {
	Width int `xml:"w:w,attr"`
}

type wordRow struct {
	XMLName xml.Name `xml:"w:tr"`
	Whole   struct{} `xml:"w:trPr>w:cantSplit"` // not broken over two pages
	Head    *string  `xml:"w:trPr>w:tblHeader"` // repeated on each page
	Cells   []wordCell
}

type wordCell struct {
	XMLName xml.Name  `xml:"w:tc"`
	Width   wordWidth `xml:"w:tcPr>w:tcW"`
	Align   value     `xml:"w:tcPr>w:vAlign"`
	Text    wordParagraph
}

type wordSection struct {
	XMLName xml.Name     `xml:"w:sectPr"`
	Footers []wordFooter `xml:"w:footerReference"`
	Size    wordSize     `xml:"w:pgSz"`
	Margins wordMargins  `xml:"w:pgMar"`
}

type wordFooter struct {
	Type string `xml:"w:type,attr"`
	ID   string `xml:"r:id,attr"`
}

type wordSize struct {
	Width  int `xml:"w:w,attr"`
	Height int `xml:"w:h,attr"`
}

type wordMargins struct {
	Top    int `xml:"w:top,attr"`
	Right  int `xml:"w:right,attr"`
	Bottom int `xml:"w:bottom,attr"`
	Left   int `xml:"w:left,attr"`
	Header int `xml:"w:header,attr"`
	Footer int `xml:"w:footer,attr"`
	Gutter int `xml:"w:gutter,attr"`
}
