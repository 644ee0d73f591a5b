package explorer_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"tiaokuai/explorer"
)

// answer is what came back, unpacked.
type answer struct {
	status int
	header http.Header
	text   string
}

func get(t *testing.T, path, encoding string) answer {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("Accept-Encoding", encoding)
	w := httptest.NewRecorder()
	explorer.Handler().ServeHTTP(w, r)
	var body io.Reader = w.Body
	if w.Header().Get("Content-Encoding") == "gzip" {
		var err error
		if body, err = gzip.NewReader(w.Body); err != nil {
			t.Fatal(err)
		}
	}
	text, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{w.Code, w.Header(), string(text)}
}

var linked = regexp.MustCompile(`(?:src|href)="(/[^"]+)"`)

// TestPages: every view's address gives the page, whose scripts and styles are all there, compressed or not, and none of
// which stands in the page itself or comes from elsewhere.
func TestPages(t *testing.T) {
	for _, path := range []string{"/", "/overlaps", "/no/such/view", "/graphiql/", "/graphiql"} {
		for _, encoding := range []string{"gzip, br", ""} {
			a := get(t, path, encoding)
			policy, page := a.header.Get("Content-Security-Policy"), a.text
			if a.status != http.StatusOK || !strings.HasPrefix(policy, "default-src 'self'") || strings.Contains(policy, "script-src") {
				t.Errorf("%s: %d, %q", path, a.status, policy)
			}
			if strings.Contains(page, "<style") || strings.Contains(page, "style=") || strings.Contains(page, "//") && !strings.HasPrefix(page, "<!doctype html>") {
				t.Errorf("%s: %s", path, page)
			}
			files := linked.FindAllStringSubmatch(page, -1)
			if len(files) < 3 || strings.Count(page, "<script") == 0 || strings.Contains(page, "http") {
				t.Errorf("%s links %v", path, files)
			}
			for _, f := range files {
				a := get(t, f[1], encoding)
				if a.status != http.StatusOK || a.text == "" || !strings.Contains(a.header.Get("Cache-Control"), "immutable") {
					t.Errorf("%s: %d", f[1], a.status)
				}
			}
		}
	}
}

func TestMissing(t *testing.T) {
	for _, path := range []string{"/assets/none.js", "/../explorer.go", "/index.html.gz", "/assets/"} {
		if a := get(t, path, "gzip"); a.status != http.StatusNotFound && !strings.Contains(a.text, `id="root"`) {
			t.Errorf("%s: %d %.40q", path, a.status, a.text)
		}
	}
}
