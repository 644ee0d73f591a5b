package neo4j

import (
	"context"
	"errors"
	"fmt"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tiaokuai/internal/gov"
)

func TestErrorsAreInOurOwnWords(t *testing.T) {
	s := &Store{config: Config{URI: "bolt://here:7687"}}
	answer := func(code string) error { return fmt.Errorf("wrapped: %w", &driver.Neo4jError{Code: code}) }
	for _, c := range []struct {
		err  error
		want gov.Code
		hint bool
	}{
		{answer("Neo.ClientError.Security.Unauthorized"), gov.CodeUnavailable, true},
		{answer("Neo.ClientError.Database.DatabaseNotFound"), gov.CodeInvalid, true},
		{answer("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"), gov.CodeUnavailable, true},
		{answer("Neo.TransientError.General.DatabaseUnavailable"), gov.CodeUnavailable, true},
		{&driver.ConnectivityError{Inner: errors.New("refused")}, gov.CodeUnavailable, true},
		{answer("Neo.ClientError.Statement.SyntaxError"), gov.CodeInternal, false},
		{gov.Errorf(gov.CodeConflict, "冲突", "conflict"), gov.CodeConflict, false},
	} {
		var said *gov.Error
		if err := s.explain(t.Context(), c.err); !errors.As(err, &said) || said.Code != c.want || (said.Hint.ZH != "") != c.hint {
			t.Errorf("%v is said as %v, want %s", c.err, err, c.want)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.explain(ended, &driver.ConnectivityError{}); !errors.Is(err, context.Canceled) || gov.CodeOf(err) != gov.CodeUnavailable {
		t.Errorf("given up: %v", err)
	}
	if err := s.explain(t.Context(), errAnswered); !errors.Is(err, errAnswered) {
		t.Errorf("a signal became %v", err)
	}
}
