package exchange_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// stages are a small county over three years: a merger, a counterpart that ends and begins again, an organ that is
// removed for good, and one that was there for a day.
var stages = []struct {
	day  gov.Date
	text string
}{
	{"2019-01-01", `county 410185 登封市 CITY
source 实施意见 article=第三条 quote="一办多能 <&>"
department 农业农村局 GOVERNMENT sections=种植业科 dispatches 农技站@大冶镇
township 大冶镇 TOWN LARGE
  organ 农业办 OFFICE basis=DOCUMENT source=实施意见 -> 农业农村局[种植业科] leads 防汛
  organ 林业办 OFFICE -> 农业农村局
  organ 农技站 DISPATCHED
  organ 临时办 OFFICE
  leader 甲 副镇长 leads 农业办
duty 防汛 ENFORCEMENT list=BASIC`},
	{"2020-07-01", `county 410185 登封市 CITY
source 实施意见 article=第三条 quote="一办多能 <&>"
department 农业农村局 GOVERNMENT sections=种植业科 dispatches 农技站@大冶镇
township 大冶镇 TOWN LARGE
  organ 农业办 OFFICE basis=DOCUMENT source=实施意见 leads 防汛
  organ 农技站 DISPATCHED
  former 林业办 ORGAN MERGED revision=2 source=实施意见 -> 农业办
  leader 甲 副镇长 leads 农业办
duty 防汛 ENFORCEMENT list=BASIC`},
	{"2022-01-01", `county 410185 登封市 CITY
source 实施意见 article=第三条 quote="一办多能 <&>"
department 农业农村局 GOVERNMENT sections=种植业科 dispatches 农技站@大冶镇
township 大冶镇 TOWN LARGE
  organ 农业办 OFFICE plates=林业站 posts=ADMINISTRATIVE:5 staff=4 mandatory basis=DOCUMENT source=实施意见 -> 农业农村局[种植业科]:BUSINESS leads 防汛
  organ 农技站 DISPATCHED
  former 林业办 ORGAN MERGED revision=2 source=实施意见 -> 农业办
  leader 甲 副镇长,政法委员 leads 农业办 assists 农技站
duty 防汛 ENFORCEMENT list=BASIC`},
}

// small is the county of the stages with its history.
func small(t testing.TB) validated {
	t.Helper()
	var v validated
	for i, stage := range stages {
		g, err := countytest.ReadGraph(stage.text)
		if err != nil {
			t.Fatal(err)
		}
		next, err := snapshot.Build(g, snapshot.Meta{Revision: int64(i) + 1, Effective: stage.day})
		if err != nil {
			t.Fatal(err)
		}
		v.history.Add(gov.Commit{Revision: int64(i) + 1, Effective: stage.day, Delta: snapshot.Diff(v.county, next)})
		v.county = next
	}
	return v
}

// TestGolden: each format of the small county is the file beside this test; what is no text has a test of its own.
func TestGolden(t *testing.T) {
	v := small(t)
	for _, f := range exchange.Formats() {
		if f.Binary {
			continue
		}
		t.Run(f.Extension, func(t *testing.T) {
			countytest.Golden(t, filepath.Join("testdata", "small."+f.Extension), write(t, f, v))
		})
	}
}

func write(t interface{ Fatal(...any) }, f exchange.Format, v validated) []byte {
	var b bytes.Buffer
	if err := f.Write(&b, v.county, v.beside()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestSameBytes: a county gives the same file however its graph was put together, and a well-formed one. A binary
// format takes long over a county, so it is asked once.
func TestSameBytes(t *testing.T) {
	all := exchange.Formats()
	texts := slices.DeleteFunc(slices.Clone(all), func(f exchange.Format) bool { return f.Binary })
	for _, f := range all {
		if f.Binary && !bytes.Equal(write(t, f, small(t)), write(t, f, small(t))) {
			t.Errorf("%s: the same county gives two files", f.Extension)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		g := countytest.RandomGraph(countytest.Rapid(t))
		turned := g.Clone()
		slices.Reverse(turned.Nodes)
		slices.Reverse(turned.Edges)
		f := rapid.SampledFrom(texts).Draw(t, "format")
		first, again := write(t, f, validated{county: build(t, g)}), write(t, f, validated{county: build(t, turned)})
		if !bytes.Equal(first, again) {
			t.Fatalf("%s: the same county gives two files", f.Extension)
		}
		if strings.HasSuffix(f.MediaType, "json") && !json.Valid(first) {
			t.Fatalf("%s is no JSON", f.Extension)
		}
	})
}

func build(t *rapid.T, g gov.Graph) *snapshot.County {
	c, err := snapshot.Build(g, snapshot.Meta{Revision: 1})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestControlCharacters: what a file of text or XML can't hold is U+FFFD there, tab and line ends stay, and JSON keeps all.
func TestControlCharacters(t *testing.T) {
	c, err := snapshot.Build(gov.Graph{Nodes: []gov.Node{
		&gov.County{Key: "1", Name: "某县"},
		&gov.Source{Key: "s", Document: "文\x00件\x1f\x0b\u0085\ufffe", Quote: "甲\t乙\n丙\r丁\xff"},
	}}, snapshot.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	for _, extension := range []string{"graphml", "gexf"} {
		f, _ := exchange.Lookup(extension)
		if got := xmlTexts(t, write(t, f, validated{county: c})); !slices.Contains(got, "文\ufffd件\ufffd\ufffd\u0085\ufffd") || !slices.Contains(got, "甲\t乙\n丙\r丁\ufffd") {
			t.Errorf("%s: %q", extension, got)
		}
	}
	f, _ := exchange.Lookup("dot")
	if got := string(write(t, f, validated{county: c})); !strings.Contains(got, "label=\"文\ufffd件\ufffd\ufffd\ufffd\ufffe\"") || !strings.Contains(got, "quote=\"甲\t乙\n丙\r丁\ufffd\"") {
		t.Errorf("dot: %q", got)
	}
	f, _ = exchange.Lookup("cyjs")
	if got := string(write(t, f, validated{county: c})); !strings.Contains(got, `"文\u0000件\u001f\u000b`+"\u0085") {
		t.Errorf("cyjs: %q", got)
	}
}

// xmlTexts are all texts and attribute values of a document.
func xmlTexts(t *testing.T, document []byte) []string {
	t.Helper()
	var out []string
	d := xml.NewDecoder(bytes.NewReader(document))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.CharData:
			out = append(out, string(token))
		case xml.StartElement:
			for _, a := range token.Attr {
				out = append(out, a.Value)
			}
		}
	}
}

// TestIDsAreOfOneKey: no two keys share an id in GraphML or in JSON-LD.
func TestIDsAreOfOneKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.StringOfN(rapid.RuneFrom([]rune(`/_|:%5f7c~-.aé办（〇𠮷`)), 1, 8, -1)
		a, b := key.Draw(t, "a"), key.Draw(t, "b")
		if a != b && (exchange.Token(a) == exchange.Token(b) || exchange.LDID(a) == exchange.LDID(b)) {
			t.Fatalf("%q and %q share an id: %s %s", a, b, exchange.Token(a), exchange.LDID(a))
		}
	})
}

// TestAttributesOfDOT: no attribute of ours is one that Graphviz or Cytoscape reads.
func TestAttributesOfDOT(t *testing.T) {
	// https://graphviz.org/doc/info/attrs.html, those of nodes and edges but label; then Cytoscape's own.
	taken := strings.Fields(`area class color colorscheme comment distortion fillcolor fixedsize fontcolor fontname fontsize gradientangle group height
		href id image imagepos imagescale labelloc layer margin nojustify ordering orientation penwidth peripheries pin pos rects regular root samplepoints
		shape shapefile showboxes sides skew sortv style target tooltip URL vertices width xlabel z arrowhead arrowsize arrowtail constraint decorate dir
		edgehref edgetarget edgetooltip edgeURL head_lp headclip headhref headlabel headport labelangle labeldistance labelfloat lhead lp ltail minlen
		samehead sametail tail_lp tailclip taillabel tailport weight xlp source parent`)
	for _, name := range exchange.Columns() {
		if slices.Contains(taken, name) {
			t.Errorf("%s is taken", name)
		}
	}
}

// TestLookup: a format is found by its extension and by a file's name.
func TestLookup(t *testing.T) {
	for i, f := range exchange.Formats() {
		if got, ok := exchange.Lookup(strings.ToUpper(f.Extension)); !ok || got.Extension != f.Extension {
			t.Error(f.Extension)
		}
		if stem, got, ok := exchange.Named("a.b." + f.Extension); !ok || stem != "a.b" || got.Extension != f.Extension {
			t.Error(f.Extension)
		}
		if i > 0 && exchange.Formats()[i-1].Extension >= f.Extension {
			t.Errorf("%s is out of order", f.Extension)
		}
		if f.MediaType == "" || f.Title.ZH == "" || f.Title.EN == "" || f.Description.ZH == "" || f.Description.EN == "" {
			t.Errorf("%s is not described", f.Extension)
		}
	}
	for _, name := range []string{"", "json", ".json", "a", "a.exe", "a.json."} {
		if _, f, ok := exchange.Named(name); ok {
			t.Errorf("%q is %s", name, f.Extension)
		}
	}
}
