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

func get(t *testing.T, path, encoding string) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("Accept-Encoding", encoding)
	w := httptest.NewRecorder()
	explorer.Handler().ServeHTTP(w, r)
	var body io.Reader = w.Body
	if w.Result().Header.Get("Content-Encoding") == "gzip" {
		var err error
		if body, err = gzip.NewReader(w.Body); err != nil {
			t.Fatal(err)
		}
	}
	text, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Result(), string(text)
}

var linked = regexp.MustCompile(`(?:src|href)="(/[^"]+)"`)

// TestPages: every view's address gives the page, whose scripts and styles are all there, compressed or not, and none of
// which stands in the page itself or comes from elsewhere.
func TestPages(t *testing.T) {
	for _, path := range []string{"/", "/overlaps", "/no/such/view", "/graphiql/", "/graphiql"} {
		for _, encoding := range []string{"gzip, br", ""} {
			response, page := get(t, path, encoding)
			policy := response.Header.Get("Content-Security-Policy")
			if response.StatusCode != http.StatusOK || !strings.HasPrefix(policy, "default-src 'self'") || strings.Contains(policy, "script-src") {
				t.Errorf("%s: %s, %q", path, response.Status, policy)
			}
			if strings.Contains(page, "<style") || strings.Contains(page, "style=") || strings.Contains(page, "//") && !strings.HasPrefix(page, "<!doctype html>") {
				t.Errorf("%s: %s", path, page)
			}
			files := linked.FindAllStringSubmatch(page, -1)
			if len(files) < 3 || strings.Count(page, "<script") == 0 || strings.Contains(page, "http") {
				t.Errorf("%s links %v", path, files)
			}
			for _, f := range files {
				response, text := get(t, f[1], encoding)
				if response.StatusCode != http.StatusOK || text == "" || !strings.Contains(response.Header.Get("Cache-Control"), "immutable") {
					t.Errorf("%s: %s", f[1], response.Status)
				}
			}
		}
	}
}

func TestMissing(t *testing.T) {
	for _, path := range []string{"/assets/none.js", "/../explorer.go", "/index.html.gz", "/assets/"} {
		if response, text := get(t, path, "gzip"); response.StatusCode != http.StatusNotFound && !strings.Contains(text, `id="root"`) {
			t.Errorf("%s: %s %.40q", path, response.Status, text)
		}
	}
}
