package limit

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// Guard holds every request of a server to its limits.
type Guard struct {
	limits    Limits
	documents *Documents
	schema    *ast.Schema
	census    map[string]float64
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationParameterMutator
	graphql.OperationContextMutator
	graphql.ResponseInterceptor
} = (*Guard)(nil)

// New makes a guard with its own query cache.
func New(limits Limits) *Guard {
	return &Guard{limits: limits, documents: NewDocuments()}
}

// Install puts the guard, its query cache, its token limit and its validation rules into a server.
func (g *Guard) Install(srv *handler.Server) {
	srv.SetParserTokenLimit(g.limits.Tokens)
	srv.SetDisableSuggestion(true)
	srv.SetValidationRulesFn(g.Rules)
	srv.SetQueryCache(g.documents)
	srv.Use(g)
}

// ExtensionName is the guard's name in gqlgen.
func (*Guard) ExtensionName() string { return "Limits" }

// Validate takes the schema; gqlgen calls it once, when the guard is installed.
func (g *Guard) Validate(schema graphql.ExecutableSchema) error {
	g.schema = schema.Schema()
	g.census = takeCensus(g.schema)
	return nil
}

// MutateOperationParameters refuses a request before its document is validated: the document for what it would cost, and
// the variables for all that is wrong with them.
func (g *Guard) MutateOperationParameters(ctx context.Context, request *graphql.RawParams) *gqlerror.Error {
	if err := g.limits.variables(request.Variables); err != nil {
		return gqlerror.Wrap(err)
	}
	doc, known := g.documents.Get(ctx, request.Query)
	if !known {
		var refused *gqlerror.Error
		if doc, refused = g.parse(request.Query); doc == nil {
			return refused
		}
	}
	if op := doc.Operations.ForName(request.OperationName); op != nil {
		if p := g.checkVariables(op, request.Variables); len(p) > 0 {
			return gqlerror.Wrap(p)
		}
	}
	return nil
}

// parse reads a document within the limits; without one the error says why, where it is not the executor's to report.
func (g *Guard) parse(query string) (*ast.QueryDocument, *gqlerror.Error) {
	if len(query) > g.limits.Bytes {
		return nil, gqlerror.Wrap(tooComplex("查询文档字节数", "bytes of the document", g.limits.Bytes))
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, g.limits.Tokens)
	if err != nil {
		return nil, g.unparsed(err)
	}
	if err := count(doc).exceeded(g.limits); err != nil {
		return nil, gqlerror.Wrap(err)
	}
	return doc, nil
}

// unparsed is the refusal where the parser stopped at a limit; a syntax error is left to the executor to report.
func (g *Guard) unparsed(err error) *gqlerror.Error {
	switch {
	case strings.Contains(err.Error(), "exceeded token limit"):
		return gqlerror.Wrap(tooComplex("词元数", "number of tokens", g.limits.Tokens))
	case strings.Contains(err.Error(), "exceeded maximum nesting depth"):
		return gqlerror.Wrap(tooComplex("嵌套层数", "depth", g.limits.Depth))
	}
	return nil
}

// MutateOperationContext refuses a valid request whose answer could be too large.
func (g *Guard) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	return g.checkPrice(op)
}

// InterceptResponse cuts the list of errors, and says how many were left out.
func (g *Guard) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	response := next(ctx)
	if response == nil || len(response.Errors) <= MaxErrors {
		return response
	}
	if response.Extensions == nil {
		response.Extensions = map[string]any{}
	}
	response.Extensions["errorsOmitted"] = len(response.Errors) - MaxErrors
	response.Errors = response.Errors[:MaxErrors]
	return response
}
