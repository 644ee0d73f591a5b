package workbook

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// packer is a zip writer that gives the same bytes for the same parts in whatever order they come (excelize writes its
// sheets in the order of a map): it packs each part when it comes and writes all of them by name at the end.
type packer struct {
	out   io.Writer
	parts []*packedPart
}

// packedPart is one part, packed as far as it has been written.
type packedPart struct {
	header zip.FileHeader
	data   bytes.Buffer
	flate  *flate.Writer
}

func newPacker(w io.Writer) excelize.ZipWriter { return &packer{out: w} }

// Create begins a part; the one before is finished.
func (p *packer) Create(name string) (io.Writer, error) {
	if err := p.finish(); err != nil {
		return nil, err
	}
	part := &packedPart{header: zip.FileHeader{Name: name, Method: zip.Deflate, Modified: packedAt}}
	var err error
	part.flate, err = flate.NewWriter(&part.data, flate.DefaultCompression)
	p.parts = append(p.parts, part)
	return part, err
}

// AddFS is asked for by excelize's interface and never called.
func (p *packer) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Write packs more of the part.
func (p *packedPart) Write(b []byte) (int, error) {
	p.header.CRC32 = crc32.Update(p.header.CRC32, crc32.IEEETable, b)
	p.header.UncompressedSize64 += uint64(len(b))
	return p.flate.Write(b)
}

func (p *packer) finish() error {
	if len(p.parts) == 0 {
		return nil
	}
	return p.parts[len(p.parts)-1].flate.Close()
}

// Close writes the zip.
func (p *packer) Close() error {
	if err := p.finish(); err != nil {
		return err
	}
	slices.SortFunc(p.parts, func(a, b *packedPart) int { return strings.Compare(a.header.Name, b.header.Name) })
	z := zip.NewWriter(p.out)
	for _, part := range p.parts {
		part.header.CompressedSize64 = uint64(part.data.Len())
		w, err := z.CreateRaw(&part.header)
		if err != nil {
			return err
		}
		if _, err := part.data.WriteTo(w); err != nil {
			return err
		}
	}
	return z.Close()
}
