package neo4j

import (
	"context"
	"errors"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

const duplicate = "Neo.ClientError.Schema.ConstraintValidationFailed"

// explain puts what driver and server say into the program's own words. An error of our own passes.
func (s *Store) explain(ctx context.Context, err error) error {
	var known *gov.Error
	var answer *driver.Neo4jError
	switch {
	case err == nil || errors.As(err, &known) || isSignal(err):
		return err
	case ctx.Err() != nil:
		return store.GivenUp(ctx)
	case errors.As(err, &answer) && strings.HasPrefix(answer.Code, "Neo.ClientError.Security."):
		return gov.Errorf(gov.CodeUnavailable, "Neo4j（%s）拒绝了用户名或密码", "Neo4j at %s refused user or password", s.config.URI).
			Advise("请检查 TIAOKUAI_NEO4J_USER 和 TIAOKUAI_NEO4J_PASSWORD（或 …_PASSWORD_FILE）",
				"check TIAOKUAI_NEO4J_USER and TIAOKUAI_NEO4J_PASSWORD (or …_PASSWORD_FILE)").Because(err)
	case errors.As(err, &answer) && answer.Code == "Neo.ClientError.Database.DatabaseNotFound":
		return gov.Errorf(gov.CodeInvalid, "Neo4j（%s）没有名为 %q 的数据库", "Neo4j at %s has no database %q", s.config.URI, s.config.Database).
			Advise("请先建立该数据库，或不指定数据库名", "create it, or name no database").Because(err)
	case errors.As(err, &answer) && tookTooLong(answer):
		return gov.Errorf(gov.CodeUnavailable, "Neo4j（%s）正忙，操作超时", "Neo4j at %s is busy, the call took too long", s.config.URI).
			Advise("请稍后重试；变更请沿用同一编号重发", "try again later, a commit with the same id").Because(err)
	case errors.As(err, &answer) && !answer.IsRetriable():
		return gov.Errorf(gov.CodeInternal, "Neo4j 未能执行语句", "Neo4j refused a statement").Because(err)
	}
	return gov.Errorf(gov.CodeUnavailable, "无法连接 Neo4j（%s）", "Neo4j at %s can't be reached", s.config.URI).
		Advise("请确认 Neo4j 已启动、地址正确、网络畅通；恢复后自动重连，变更请沿用同一编号重发",
			"check that Neo4j runs, that the address is right and the network up; it reconnects by itself, send a commit again with the same id").Because(err)
}

// isDuplicate says whether a statement made what must be unique twice.
func isDuplicate(err error) bool {
	var answer *driver.Neo4jError
	return errors.As(err, &answer) && answer.Code == duplicate
}

// isSignal says whether work gave up on purpose.
func isSignal(err error) bool {
	var ours signal
	return errors.As(err, &ours) && ours != errLate
}
