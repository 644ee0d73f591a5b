// Package explorer is the web app that the server carries: analysts and planners read, compare and change a county in it.
//
// The app is written in TypeScript (src, with its own README); dist is what `npm run build` makes of it, and is committed,
// so that the server builds with Go alone. A check in CI builds it anew and compares. This package serves dist. It imports
// the standard library only.
package explorer

import (
	"bytes"
	"compress/gzip"
	"embed"
	"io"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"
)

// dist holds files compressed by gzip, under their names with .gz added.
//
//go:embed all:dist
var dist embed.FS

// The policies let nothing come from elsewhere and no script stand in a page. Styles may be set by script, as the widgets
// do; GraphiQL's editor runs workers and carries a font.
const (
	policy         = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'"
	graphiqlPolicy = policy + "; worker-src 'self' blob:; font-src 'self' data:"
)

// Handler answers with the app's files; any path that names no file is a view of the app and gets its page.
func Handler() http.Handler { return http.HandlerFunc(serve) }

func serve(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	switch {
	case name == "graphiql":
		name = "graphiql/index.html"
	case path.Ext(name) == "":
		name = "index.html"
	}
	pressed, err := dist.ReadFile("dist/" + name + ".gz")
	if err != nil {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", mediaType(name))
	h.Set("Vary", "Accept-Encoding")
	switch {
	case strings.HasPrefix(name, "assets/"): // named after their content
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	case strings.HasPrefix(name, "graphiql/"):
		h.Set("Cache-Control", "no-cache")
		h.Set("Content-Security-Policy", graphiqlPolicy)
	default:
		h.Set("Cache-Control", "no-cache")
		h.Set("Content-Security-Policy", policy)
	}
	send(w, r, pressed)
}

// mediaType does not ask the machine, which may know others.
func mediaType(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".ttf":
		return "font/ttf"
	}
	return mime.TypeByExtension(path.Ext(name))
}

// send gives the file as it is embedded, or inflated to the rare client that can't.
func send(w http.ResponseWriter, r *http.Request, pressed []byte) {
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		w.Header().Set("Content-Encoding", "gzip")
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(pressed))
		return
	}
	plain, err := gzip.NewReader(bytes.NewReader(pressed))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	_, _ = io.Copy(w, plain)
}
