package main

import (
	"compress/gzip"
	"encoding/json"
	"encoding/xml"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiaokuai/graph"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/exchange"
	"tiaokuai/internal/store/bolt"
)

// exporting is a server with the example county.
func exporting(t *testing.T) *httptest.Server {
	t.Helper()
	s, err := bolt.Open(filepath.Join(t.TempDir(), "tiaokuai.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeStore(t.Context(), s) })
	a := atlas.New(atlas.Config{Store: s})
	if err := a.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := loadSeed(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(routes(a, graph.Config{Atlas: a, Log: slog.New(slog.DiscardHandler), Reference: func() string { return "r1" }}, "127.0.0.1:0", nil))
	t.Cleanup(server.Close)
	return server
}

// TestExport asks one server, since loading the example takes a second.
func TestExport(t *testing.T) {
	server := exporting(t)
	for name, test := range map[string]func(*testing.T, *httptest.Server){
		"Formats":        testExportFormats,
		"IsDated":        testExportIsDated,
		"Versions":       testExportVersions,
		"IsNotSentAgain": testExportIsNotSentAgain,
		"Refuses":        testExportRefuses,
		"List":           testExportList,
	} {
		t.Run(name, func(t *testing.T) { test(t, server) })
	}
}

// reply is an answer whose body was read.
type reply struct {
	status int
	header http.Header
}

// ask sends one request without compression unless a header asks for it; headers are name, value, name, value.
func ask(t *testing.T, server *httptest.Server, method, path string, headers ...string) (reply, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, server.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", "identity")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return reply{answer.StatusCode, answer.Header}, string(body)
}

// testExportFormats: every format comes with its media type and a file name in Chinese, and HEAD says the same.
func testExportFormats(t *testing.T, server *httptest.Server) {
	for _, f := range exchange.Formats() {
		path := "/export/410185." + f.Extension
		answer, body := ask(t, server, http.MethodGet, path)
		if answer.status != http.StatusOK || !strings.HasPrefix(answer.header.Get("Content-Type"), f.MediaType) || !f.Binary && !strings.Contains(body, "农业服务中心") {
			t.Errorf("%s: %d %s, %d bytes", path, answer.status, answer.header.Get("Content-Type"), len(body))
		}
		_, parameters, err := mime.ParseMediaType(answer.header.Get("Content-Disposition"))
		if err != nil || parameters["filename"] != "登封市-第5版."+f.Extension {
			t.Errorf("%s: %v %q", path, err, answer.header.Get("Content-Disposition"))
		}
		head, nothing := ask(t, server, http.MethodHead, path)
		if head.status != http.StatusOK || nothing != "" {
			t.Errorf("HEAD %s: %d %q", path, head.status, nothing)
		}
		for _, name := range []string{"ETag", "Content-Type", "Content-Disposition"} {
			if head.header.Get(name) != answer.header.Get(name) || head.header.Get(name) == "" {
				t.Errorf("HEAD %s: %s is %q", path, name, head.header.Get(name))
			}
		}
	}
}

// testExportIsDated: the GEXF of the store's log has the days of the reform.
func testExportIsDated(t *testing.T, server *httptest.Server) {
	_, body := ask(t, server, http.MethodGet, "/export/410185.gexf")
	var file struct {
		Graph struct {
			Mode  string `xml:"mode,attr"`
			Nodes []struct {
				Start string `xml:"start,attr"`
				End   string `xml:"end,attr"`
			} `xml:"nodes>node"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal([]byte(body), &file); err != nil {
		t.Fatal(err)
	}
	ended := 0
	for _, n := range file.Graph.Nodes {
		if n.Start == "" {
			t.Error("a node without a beginning")
		}
		if n.End == "2022-12-30" {
			ended++
		}
	}
	if file.Graph.Mode != "dynamic" || ended != 55 {
		t.Errorf("%s, %d nodes ended with the reform", file.Graph.Mode, ended)
	}
}

// testExportVersions: a revision, a day and a choice of bases each give another file with another tag.
func testExportVersions(t *testing.T, server *httptest.Server) {
	seen := map[string]string{}
	for _, query := range []string{"", "?revision=1", "?revision=2", "?basis=DOCUMENT", "?basis=DOCUMENT&basis=INFERRED"} {
		answer, body := ask(t, server, http.MethodGet, "/export/410185.json"+query)
		if other, ok := seen[answer.header.Get("ETag")]; ok || answer.status != http.StatusOK {
			t.Errorf("%s: %d, the tag of %q", query, answer.status, other)
		}
		if other, ok := seen[body]; ok {
			t.Errorf("%s: the file of %q", query, other)
		}
		seen[answer.header.Get("ETag")], seen[body] = query, query
	}
	_, first := ask(t, server, http.MethodGet, "/export/410185.json?revision=1")
	for _, time := range []string{"2019-12-31", "2022-12-30", "2022-12-30T15:00:00Z"} {
		if _, body := ask(t, server, http.MethodGet, "/export/410185.json?time="+time); body != first {
			t.Errorf("%s is not the first revision", time)
		}
	}
	if answer, _ := ask(t, server, http.MethodGet, "/export/410185.json?name=%E5%A4%87%E4%BB%BD"); !strings.Contains(answer.header.Get("Content-Disposition"), "filename*=utf-8''%E5%A4%87%E4%BB%BD.json") {
		t.Error(answer.header.Get("Content-Disposition"))
	}
}

// testExportIsNotSentAgain to who has it, and is sent compressed to who takes that.
func testExportIsNotSentAgain(t *testing.T, server *httptest.Server) {
	const path = "/export/410185.graphml"
	answer, body := ask(t, server, http.MethodGet, path)
	tag := answer.header.Get("ETag")
	for _, have := range []string{tag, `"x", ` + tag, strings.TrimPrefix(tag, "W/"), "*"} {
		again, nothing := ask(t, server, http.MethodGet, path, "If-None-Match", have)
		if again.status != http.StatusNotModified || nothing != "" || again.header.Get("ETag") != tag {
			t.Errorf("%s: %d", have, again.status)
		}
	}
	if again, _ := ask(t, server, http.MethodGet, path, "If-None-Match", `"x"`); again.status != http.StatusOK {
		t.Error("another tag:", again.status)
	}
	if again, _ := ask(t, server, http.MethodGet, path+"?revision=99", "If-None-Match", "*"); again.status != http.StatusNotFound {
		t.Error("no such revision:", again.status)
	}
	packed, bytes := ask(t, server, http.MethodGet, path, "Accept-Encoding", "gzip")
	if packed.header.Get("Content-Encoding") != "gzip" || packed.header.Get("ETag") != tag || !slices.Contains(packed.header.Values("Vary"), "Accept-Encoding") {
		t.Errorf("%v", packed.header)
	}
	z, err := gzip.NewReader(strings.NewReader(bytes))
	if err != nil {
		t.Fatal(err)
	}
	if unpacked, err := io.ReadAll(z); err != nil || string(unpacked) != body || len(bytes) > len(body)/4 {
		t.Errorf("%d bytes are %d, %v", len(bytes), len(unpacked), err)
	}
}

// testExportRefuses with the place, the code and what to do, in the language of the request.
func testExportRefuses(t *testing.T, server *httptest.Server) {
	for _, c := range []struct {
		path     string
		status   int
		code     string
		zh, en   string
		argument string
	}{
		{"/export/999999.json", 404, "NOT_FOUND", "没有代码为 \"999999\" 的县", "no county with code", ""},
		{"/export/999999", 404, "NOT_FOUND", "没有代码为", "no county with code", ""},
		{"/export/410185.docx", 404, "NOT_FOUND", "没有 \"docx\" 格式", "no format", ""},
		{"/export/410185.json?revision=99", 404, "NOT_FOUND", "版", "revision", ""},
		{"/export/410185.json?revision=0", 400, "INVALID", "从 1 起", "from 1", "revision"},
		{"/export/410185.json?revision=1&revision=2", 400, "INVALID", "只能出现一次", "twice", "revision"},
		{"/export/410185.json?revision=1&time=2022-01-01", 400, "INVALID", "二选一", "either", "time"},
		{"/export/410185.json?time=2022-13-01", 400, "INVALID", "日期", "date", "time"},
		{"/export/410185.json?time=2001-01-01", 404, "NOT_FOUND", "最早", "earliest", ""},
		{"/export/410185.json?basis=RUMOUR", 400, "INVALID", "RUMOUR", "RUMOUR", "basis"},
		{"/export/410185.json?base=DOCUMENT", 400, "INVALID", "没有参数", "no parameter", "base"},
		{"/export/410185.json?name=..%2Fx", 400, "INVALID", "文件名", "file name", "name"},
		{"/export/410185.json?%zz", 400, "INVALID", "查询字符串", "query string", ""},
	} {
		for language, says := range map[string]string{"zh-CN": c.zh, "en": c.en} {
			answer, body := ask(t, server, http.MethodGet, c.path, "Accept-Language", language)
			var told struct {
				Errors []struct {
					Message    string
					Extensions struct {
						Code     string
						Hint     string
						Argument []any
					}
				}
			}
			if err := json.Unmarshal([]byte(body), &told); err != nil || len(told.Errors) != 1 {
				t.Errorf("%s: %v in %s", c.path, err, body)
				continue
			}
			e := told.Errors[0]
			if answer.status != c.status || e.Extensions.Code != c.code || !strings.Contains(e.Message, says) {
				t.Errorf("%s: %d %s", c.path, answer.status, body)
			}
			if c.argument != "" && (len(e.Extensions.Argument) != 1 || e.Extensions.Argument[0] != c.argument) {
				t.Errorf("%s: at %v", c.path, e.Extensions.Argument)
			}
		}
	}
	if _, body := ask(t, server, http.MethodGet, "/export/410185.docx"); !strings.Contains(body, "cyjs, dot, gexf, graphml") {
		t.Errorf("the formats are not named: %s", body)
	}
	if answer, _ := ask(t, server, http.MethodPost, "/export/410185.json"); answer.status != http.StatusMethodNotAllowed || answer.header.Get("Allow") != "GET, HEAD" {
		t.Errorf("POST: %d %q", answer.status, answer.header.Get("Allow"))
	}
}

// testExportList: a county without an extension lists its formats, each at an address that answers.
func testExportList(t *testing.T, server *httptest.Server) {
	_, body := ask(t, server, http.MethodGet, "/export/410185", "Accept-Language", "en")
	var list struct {
		County  string
		Formats []struct{ Extension, Title, Href string }
	}
	if err := json.Unmarshal([]byte(body), &list); err != nil || list.County != "410185" || len(list.Formats) != len(exchange.Formats()) {
		t.Fatalf("%v: %s", err, body)
	}
	for _, f := range list.Formats {
		if answer, _ := ask(t, server, http.MethodHead, f.Href); answer.status != http.StatusOK || f.Title == "" {
			t.Errorf("%s: %d", f.Href, answer.status)
		}
	}
}
