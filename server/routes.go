package main

import (
	"net/http"
	"time"

	"github.com/rs/cors"

	"tiaokuai/explorer"
	"tiaokuai/graph"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/desk"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
)

// requestTimeout bounds one request; loading the largest county takes well under it. GraphQL operations bound themselves.
const requestTimeout = 30 * time.Second

// routes is everything the server answers.
func routes(a *atlas.Atlas, api graph.Config, listen string, origins []string) http.Handler {
	allowed := allowOrigins(origins)
	api.AllowOrigin = allowed.OriginAllowed
	if api.Desk == nil {
		api.Desk = desk.New(desk.Config{Atlas: a, Mint: graph.MintKey})
	}
	if api.Proposer == nil {
		api.Proposer = proposal.New()
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", compressed(graph.New(api)))
	mux.Handle("POST /import/{county}", newImports(a, api.Log, api.Reference))
	mux.HandleFunc("GET /import/{file}", sendTemplate)
	mux.Handle("GET /export/{file}", newExports(a, api.Log, api.Reference))
	mux.Handle("GET /dossier/{county}/{file}", newDossiers(a, api.Desk, api.Proposer, api.Log, api.Reference))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) {
		if err := a.Ready(); err != nil {
			answer(w, http.StatusServiceUnavailable, string(gov.CodeOf(err)))
			return
		}
		answer(w, http.StatusOK, "ready")
	})
	mux.Handle("/", explorer.Handler())
	return ownHosts(refusals{api.Log, api.Reference}, listen, origins, allowed.Handler(secure(mux)))
}

// allowOrigins lets pages of the listed origins read the answers, and no others.
func allowOrigins(origins []string) *cors.Cors {
	options := cors.Options{
		AllowedOrigins: origins,
		AllowedMethods: []string{http.MethodGet, http.MethodPost},
		AllowedHeaders: []string{"Content-Type", "Accept", "Accept-Language", importHeader},
		ExposedHeaders: []string{"ETag", "Content-Disposition"},
		MaxAge:         600,
	}
	if len(origins) == 0 {
		options.AllowOriginFunc = func(string) bool { return false } // an empty list would mean every origin
	}
	return cors.New(options)
}

func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}

func answer(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text + "\n"))
}
