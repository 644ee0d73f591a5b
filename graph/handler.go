package graph

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"tiaokuai/graph/internal/exec"
	"tiaokuai/graph/internal/fault"
	"tiaokuai/graph/internal/limit"
	"tiaokuai/graph/internal/transport"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/casework"
	"tiaokuai/internal/desk"
	"tiaokuai/internal/proposal"
)

// Config is what the API needs.
type Config struct {
	Atlas       *atlas.Atlas
	Desk        *desk.Desk         // on the same atlas; default one of its own
	Proposer    *proposal.Proposer // shared, so that equal questions are answered once; default one of its own
	Log         *slog.Logger
	Version     string                   // of the program, for viewer
	Reference   func() string            // mints a short id that ties an INTERNAL answer to its log line
	Mint        func() string            // mints the id of a commit that its caller gave none; default random
	AllowOrigin func(*http.Request) bool // pages of other hosts that may open a websocket; none by default
	Stopping    <-chan struct{}          // closed when the server stops, so that those who follow something are let go
}

// weights price the fields that do more than read: counterfactuals recompute a finding for each edge, paths and
// neighbourhoods walk the county. A mutation may bring thousands of edits and ends on the disk, so one request has a few.
var weights = map[string]float64{
	"Overlap.counterfactuals": 500,
	"County.paths":            2000,
	"County.neighborhood":     500,
	"County.matrix":           2000,
	"County.meeting":          500,
	"County.quality":          500,
	"SearchHit.node":          50,
	"Mutation.applyEdits":     20_000,
	"Mutation.revert":         20_000,
	"Mutation.decideCase":     5_000,

	// Plans are simulated edit by edit, the frontier is solved.
	"County.proposals":             20_000,
	"County.frontier":              20_000,
	"Query.compare":                5_000,
	"Scenario.completeness":        500,
	"Scenario.tracker":             5_000,
	"Mutation.createScenario":      10_000,
	"Mutation.editScenario":        10_000,
	"Mutation.rebaseScenario":      10_000,
	"Mutation.submitScenario":      10_000,
	"Mutation.reviewScenario":      5_000,
	"Mutation.withdrawScenario":    5_000,
	"Mutation.reopenScenario":      5_000,
	"Mutation.applyScenario":       20_000,
	"Mutation.deleteScenario":      5_000,
	"Mutation.fileAdmission":       5_000,
	"Mutation.amendAdmission":      5_000,
	"Mutation.recordAdmissionStep": 20_000,
}

// New is the handler of /graphql: POST, GET for queries, websockets and server-sent events.
func New(c Config) http.Handler {
	presenter := fault.New(c.Log, c.Reference)
	root := &Root{atlas: c.Atlas, version: c.Version, mint: c.Mint}
	if root.mint == nil {
		root.mint = rand.Text
	}
	root.desk, root.proposer = c.Desk, c.Proposer
	if root.desk == nil {
		root.desk = desk.New(desk.Config{Atlas: c.Atlas, Mint: MintKey})
	}
	if root.proposer == nil {
		root.proposer = proposal.New()
	}
	root.proposals, _ = lru.New[planKey, []proposal.Proposal](cachedPlans)
	root.frontiers, _ = lru.New[planKey, []proposal.FrontierPoint](cachedPlans)
	root.books, _ = lru.New[bookKey, *casework.Book](cachedBooks) // fails only on a size below 1
	schema := exec.NewExecutableSchema(exec.Config{Resolvers: root})
	root.schema = schema.Schema()
	server := handler.New(schema)
	server.AddTransport(transport.WebSocket{AllowOrigin: c.AllowOrigin, Stopping: c.Stopping})
	server.AddTransport(transport.SSE{Stopping: c.Stopping})
	server.AddTransport(transport.HTTP{})
	server.SetErrorPresenter(presenter.Present)
	server.SetRecoverFunc(presenter.Recover)
	server.Use(extension.Introspection{})
	limits := limit.Standard()
	limits.Weights = weights
	limit.New(limits).Install(server)
	server.AroundOperations(root.pin)
	server.AroundResponses(root.pinEvent)
	return fault.Negotiate(server)
}

// MintKey makes the key of a scenario or an application.
func MintKey() string { return strings.ToLower(rand.Text()[:13]) }

// pin gives a query or mutation the view of the moment it starts. Where there is none yet, the fields say so.
func (r *Root) pin(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	if graphql.GetOperationContext(ctx).Operation.Operation == ast.Subscription {
		return next(ctx)
	}
	if v, err := r.atlas.View(); err == nil {
		ctx = withView(ctx, v)
	}
	return next(ctx)
}

// pinEvent gives each event of a subscription a view of its own: that of the first field read, since gqlgen comes here
// before it waits for the event.
func (r *Root) pinEvent(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	if graphql.HasOperationContext(ctx) {
		if o := graphql.GetOperationContext(ctx).Operation; o != nil && o.Operation == ast.Subscription {
			ctx = context.WithValue(ctx, momentKey{}, new(moment))
		}
	}
	return next(ctx)
}
