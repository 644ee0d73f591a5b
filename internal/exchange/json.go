package exchange

import (
	"encoding/json"
	"io"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// plainJSON is the whole county as load reads it back.
var plainJSON = Format{
	Extension: "json", MediaType: "application/json",
	Title:       gov.Text{ZH: "县数据 JSON", EN: "county JSON"},
	Description: gov.Text{ZH: "全县数据，可用 load 原样载回", EN: "the whole county, which load reads back without loss"},
	Write:       func(w io.Writer, c *snapshot.County, _ Beside) error { return WriteJSON(w, c) },
}

// jsonFormat names the format; jsonVersion counts its changes.
const (
	jsonFormat  = "tiaokuai-county"
	jsonVersion = 1
)

// maxJSON is the largest file that ReadJSON takes, in bytes: a county of 30 townships is about 3 MB.
const maxJSON = 256 << 20

type jsonFile struct {
	Format    string    `json:"format"`
	Version   int       `json:"version"`
	County    string    `json:"county"`
	Revision  int64     `json:"revision,omitempty"`
	Effective gov.Date  `json:"effective,omitempty"`
	Graph     gov.Graph `json:"graph"`
}

// WriteJSON writes a county whole: the same county gives the same bytes.
func WriteJSON(w io.Writer, c *snapshot.County) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(jsonFile{jsonFormat, jsonVersion, c.Key, c.Revision(), c.Effective(), c.Graph()})
}

// ReadJSON reads what WriteJSON wrote and links it. Errors are INVALID and name the place in the file.
func ReadJSON(r io.Reader) (*snapshot.County, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxJSON+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxJSON {
		return nil, gov.Errorf(gov.CodeInvalid, "文件超过 %d MB", "the file is larger than %d MB", maxJSON>>20)
	}
	var f jsonFile
	if err := gov.DecodeStrict(data, &f); err != nil {
		return nil, err
	}
	if f.Format != jsonFormat || f.Version != jsonVersion {
		return nil, gov.Errorf(gov.CodeInvalid, "这不是县数据文件，或其格式版本不是 %[2]d", "this is no county file (%[1]s) of format version %[2]d", jsonFormat, jsonVersion).At("format")
	}
	if problems := check(f.Graph); problems != nil {
		return nil, problems
	}
	c, err := snapshot.Build(f.Graph, snapshot.Meta{Revision: f.Revision, Effective: f.Effective})
	if err != nil {
		return nil, err
	}
	if c.Key != f.County {
		return nil, gov.Errorf(gov.CodeInvalid, "县代码不一致：%s 与 %s", "the file names two counties: %s and %s", f.County, c.Key).At("county")
	}
	return c, nil
}

// check reports every field of every node and edge that is wrong in itself.
func check(g gov.Graph) error {
	var problems gov.Problems
	for _, n := range g.Nodes {
		problems = append(problems, n.Check().At("graph", "nodes", string(n.NodeKind()), n.NodeKey())...)
	}
	for _, e := range g.Edges {
		problems = append(problems, e.Check().At("graph", "edges", gov.EdgeKey(e))...)
	}
	return problems.Err()
}
