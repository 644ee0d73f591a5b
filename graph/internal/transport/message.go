package transport

import (
	"bytes"
	"encoding/json"

	"tiaokuai/internal/gov"
)

// longestID bounds the id of an operation, in bytes; it comes back in every message of the operation.
const longestID = 128

// The types of messages of graphql-transport-ws.
const (
	typeInit      = "connection_init"
	typeAck       = "connection_ack"
	typePing      = "ping"
	typePong      = "pong"
	typeSubscribe = "subscribe"
	typeNext      = "next"
	typeError     = "error"
	typeComplete  = "complete"
)

// message is what a client may send over a socket.
type message struct {
	kind    string
	id      string                     // of subscribe and complete, never empty
	payload json.RawMessage            // one JSON object, or nil
	fields  map[string]json.RawMessage // of the payload
}

// decodeMessage reads a message of a client, or says what is wrong with it.
func decodeMessage(b []byte) (message, *refusal) {
	fields, bad := object(b, gov.Text{ZH: "消息", EN: "the message"})
	if bad != nil {
		return message{}, bad
	}
	var m message
	if decode(fields["type"], &m.kind) != nil {
		return message{}, malformed("消息缺少 type", "the message has no type")
	}
	switch m.kind {
	case typeInit, typePing, typePong:
	case typeSubscribe, typeComplete:
		if decode(fields["id"], &m.id) != nil || m.id == "" || len(m.id) > longestID {
			return message{}, malformed("id 须为 1 至 %d 字节的字符串", "id must be a string of 1 to %d bytes", longestID)
		}
	default:
		return message{}, malformed("未知的消息类型", "unknown type of message")
	}
	if raw, ok := fields["payload"]; ok && string(raw) != "null" {
		m.payload = raw
		m.fields, bad = object(raw, gov.Text{ZH: "payload", EN: "payload"})
	}
	return m, bad
}

// encodeMessage puts a message of ours together; id and payload may be absent.
func encodeMessage(b *bytes.Buffer, kind, id string, payload func(*bytes.Buffer)) {
	b.WriteString(`{"type":"` + kind + `"`)
	if id != "" {
		b.WriteString(`,"id":`)
		value(b, id)
	}
	if payload != nil {
		b.WriteString(`,"payload":`)
		payload(b)
	}
	b.WriteByte('}')
}
