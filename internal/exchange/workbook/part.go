package workbook

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// A part of real workbooks nests some ten deep, and its longest token is a cell's text.
const (
	maxDepth = 64
	maxToken = 1 << 20
)

var (
	errDeep    = errors.New("XML nests too deep")
	errToken   = errors.New("an XML token is longer than 1 MiB")
	errDTD     = errors.New("XML with a document type")
	errNesting = errors.New("XML elements are not closed in order")
)

// part reads one XML part as a stream. It never holds more than one token, of at most maxToken bytes; names are those
// without prefix, so that strict and transitional OOXML read alike. A document type, and so any entity of its own, is
// refused.
type part struct {
	file io.Closer
	dec  *xml.Decoder
	src  *meter
	open []string
}

func openPart(f *zip.File) (*part, error) {
	rc, err := f.Open()
	if err != nil {
		return nil, err
	}
	src := &meter{Reader: bufio.NewReaderSize(rc, 64<<10)}
	return &part{file: rc, dec: xml.NewDecoder(src), src: src}, nil
}

func (p *part) Close() error { return p.file.Close() }

// token is the next start, end or text. A text is valid until the next call.
func (p *part) token() (xml.Token, error) {
	for {
		p.src.left = maxToken
		t, err := p.dec.RawToken()
		if err != nil {
			return nil, p.ended(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(p.open) == maxDepth {
				return nil, errDeep
			}
			p.open = append(p.open, t.Name.Local)
			return t, nil
		case xml.EndElement:
			if len(p.open) == 0 || p.open[len(p.open)-1] != t.Name.Local {
				return nil, errNesting
			}
			p.open = p.open[:len(p.open)-1]
			return t, nil
		case xml.CharData:
			return t, nil
		case xml.Directive:
			return nil, errDTD
		}
	}
}

// ended tells the end of the part from one in the midst of it.
func (p *part) ended(err error) error {
	switch {
	case p.src.spent:
		return errToken
	case len(p.open) > 0:
		return unexpected(err)
	}
	return err
}

// document calls visit with the part's root element, which must have the given name, and reads on to the end of the
// part, so that its checksum is compared.
func (p *part) document(root string, visit func() error) error {
	entered := false
	for {
		t, err := p.token()
		if errors.Is(err, io.EOF) && entered {
			return nil
		}
		if err != nil {
			return unexpected(err)
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		if entered || e.Name.Local != root {
			return errors.New("the root element is no " + root)
		}
		entered = true
		if err := visit(); err != nil {
			return err
		}
		if err := p.leave(0); err != nil {
			return err
		}
	}
}

// unexpected is the error for an end where none may be.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// children calls visit with each child of the element just entered; what visit leaves unread is passed over.
func (p *part) children(visit func(xml.StartElement) error) error {
	depth := len(p.open)
	for {
		t, err := p.token()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			if err := visit(e); err != nil {
				return err
			}
			if err := p.leave(depth); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// leave reads on until no more than depth elements are open.
func (p *part) leave(depth int) error {
	for len(p.open) > depth {
		if _, err := p.token(); err != nil {
			return err
		}
	}
	return nil
}

// text appends the text directly in the element just entered to b, up to limit bytes in all; more is passed over.
func (p *part) text(b []byte, limit int) ([]byte, error) {
	depth := len(p.open)
	for {
		t, err := p.token()
		if err != nil {
			return b, err
		}
		switch t := t.(type) {
		case xml.CharData:
			if len(p.open) == depth {
				b = append(b, t[:min(len(t), max(0, limit-len(b)))]...)
			}
		case xml.EndElement:
			if len(p.open) < depth {
				return b, nil
			}
		}
	}
}

// attr is the value of an attribute without a prefix.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// flag is a boolean attribute as XML Schema writes it.
func flag(e xml.StartElement, name string) bool {
	v := strings.ToLower(attr(e, name))
	return v == "1" || v == "true" || v == "on"
}

// meter is a reader that ends with errToken when more than left bytes are read of it.
type meter struct {
	*bufio.Reader
	left  int
	spent bool
}

// ReadByte makes the decoder read byte by byte here instead of through a buffer of its own.
func (m *meter) ReadByte() (byte, error) {
	if m.left--; m.left < 0 {
		m.spent = true
		return 0, errToken
	}
	return m.Reader.ReadByte()
}
