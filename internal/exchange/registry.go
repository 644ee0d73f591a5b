package exchange

import (
	"io"
	"slices"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/snapshot"
)

// Format is one kind of file that a county can be written as.
type Format struct {
	Extension   string // of the file's name, without a leading dot: graphml, csv.zip
	MediaType   string
	Title       gov.Text
	Description gov.Text
	Dated       bool // Write uses the history; others are given none
	Proposing   bool // Write uses the proposals; others are given none
	Binary      bool // the file is no text, and is compressed already
	// Write writes the county; the same county and what is beside it give the same bytes.
	Write func(w io.Writer, c *snapshot.County, b Beside) error
}

// Beside is what some formats write that a snapshot does not tell.
type Beside struct {
	History   History
	Proposals []proposal.Proposal // of the whole county, the best first
}

// formats are all formats in the order of their extensions.
var formats = [...]Format{
	csvZip,
	cytoscape,
	dot,
	gexf,
	graphML,
	plainJSON,
	jsonLD,
	xlsx,
}

// Formats are all formats in the order of their extensions.
func Formats() []Format { return slices.Clone(formats[:]) }

// Lookup is the format of an extension, whatever its case; false for none.
func Lookup(extension string) (Format, bool) {
	for _, f := range formats {
		if strings.EqualFold(f.Extension, extension) {
			return f, true
		}
	}
	return Format{}, false
}

// Named is the format that a file's name ends in, and the name without that ending; false for none.
func Named(name string) (stem string, f Format, ok bool) {
	for _, f := range formats {
		if n := len(name) - len(f.Extension) - 1; n > 0 && name[n] == '.' && strings.EqualFold(name[n+1:], f.Extension) {
			return name[:n], f, true
		}
	}
	return name, Format{}, false
}

// Extensions are the extensions of all formats, for messages.
func Extensions() []string {
	out := make([]string, len(formats))
	for i, f := range formats {
		out[i] = f.Extension
	}
	return out
}
