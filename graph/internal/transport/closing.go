package transport

import (
	"unicode/utf8"

	"github.com/coder/websocket"

	"tiaokuai/internal/gov"
)

// longestReason is the room for a reason in a close frame, in bytes (RFC 6455, 5.5).
const longestReason = 123

// closing is why a socket ends: the code and reason of its close frame.
type closing struct {
	code   websocket.StatusCode
	reason string
}

func (c *closing) Error() string { return c.reason }

// The codes from 4400 are those of graphql-transport-ws, except 4413 and the second use of 4408: after both a client
// should connect again.
var (
	closeGone         = &closing{websocket.StatusNormalClosure, ""}
	closeGoingAway    = &closing{websocket.StatusGoingAway, "the server is stopping 服务器正在停止"}
	closeUnauthorized = &closing{4401, "Unauthorized 尚未初始化连接"}
	closeInitTimeout  = &closing{4408, "Connection initialisation timeout 未按时初始化连接"}
	closeSilent       = &closing{4408, "no answer to ping 心跳无应答"}
	closeSlow         = &closing{4413, "slow consumer 读取过慢"}
	closeInitAgain    = &closing{4429, "Too many initialisation requests 重复初始化连接"}
	closeInternal     = &closing{4500, "Internal server error 服务器内部错误"}
)

func closeInvalid(bad *gov.Error) *closing {
	return &closing{4400, clipped("Invalid message 消息无效: " + bad.Message.EN + " " + bad.Message.ZH)}
}

func closeInUse(id string) *closing {
	return &closing{4409, clipped("Subscriber for " + id + " already exists 编号已在使用")}
}

// clipped makes a reason fit into a close frame.
func clipped(reason string) string {
	if len(reason) <= longestReason {
		return reason
	}
	cut := longestReason - len("…")
	for !utf8.RuneStart(reason[cut]) {
		cut--
	}
	return reason[:cut] + "…"
}
