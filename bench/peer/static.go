package peer

import (
	"net/http"
	"strconv"
)

// Static is the handler that has every answer ready, by query and request: GET /<query>/<n>. It shows what the machine,
// net/http and the load generator take by themselves.
type Static map[string][][]byte

// StaticPath is where the n-th answer of a query stands, below the handler's own prefix.
func StaticPath(query string, n int) string { return "/" + query + "/" + strconv.Itoa(n) }

// Handler answers.
func (s Static) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{query}/{n}", func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(r.PathValue("n"))
		answers := s[r.PathValue("query")]
		if err != nil || n < 0 || n >= len(answers) {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.Header().Set("Content-Length", strconv.Itoa(len(answers[n])))
		_, _ = w.Write(answers[n])
	})
	return mux
}
