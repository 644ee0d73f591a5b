package graph

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"

	"tiaokuai/graph/internal/exec"
	"tiaokuai/graph/internal/fault"
	"tiaokuai/graph/internal/limit"
	"tiaokuai/graph/internal/transport"
	"tiaokuai/internal/atlas"
)

// Config is what the API needs.
type Config struct {
	Atlas     *atlas.Atlas
	Log       *slog.Logger
	Version   string        // of the program, for viewer
	Reference func() string // mints a short id that ties an INTERNAL answer to its log line
	Mint      func() string // mints the id of a commit that its caller gave none; default random
}

// weights price the fields that do more than read: counterfactuals recompute a finding for each edge, paths and
// neighbourhoods walk the county. A mutation may bring thousands of edits and ends on the disk, so one request has a few.
var weights = map[string]float64{
	"Overlap.counterfactuals": 500,
	"County.paths":            2000,
	"County.neighborhood":     500,
	"County.matrix":           2000,
	"County.quality":          500,
	"SearchHit.node":          50,
	"Mutation.applyEdits":     20_000,
	"Mutation.revert":         20_000,
}

// New is the handler of /graphql: POST, and GET for queries.
func New(c Config) http.Handler {
	presenter := fault.New(c.Log, c.Reference)
	root := &Root{atlas: c.Atlas, version: c.Version, mint: c.Mint}
	if root.mint == nil {
		root.mint = rand.Text
	}
	schema := exec.NewExecutableSchema(exec.Config{Resolvers: root})
	root.schema = schema.Schema()
	server := handler.New(schema)
	server.AddTransport(transport.HTTP{})
	server.SetErrorPresenter(presenter.Present)
	server.SetRecoverFunc(presenter.Recover)
	server.Use(extension.Introspection{})
	limits := limit.Standard()
	limits.Weights = weights
	limit.New(limits).Install(server)
	server.AroundOperations(root.pin)
	return fault.Negotiate(server)
}

// pin gives each operation the view of the moment it starts. Where there is none yet, the fields say so.
func (r *Root) pin(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	if v, err := r.atlas.View(); err == nil {
		ctx = withView(ctx, v)
	}
	return next(ctx)
}
