package transport

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"sync"

	"github.com/99designs/gqlgen/graphql"

	"tiaokuai/internal/gov"
)

// largestKept is the largest buffer that goes back to the pool, in bytes.
const largestKept = 1 << 20

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// answer writes what GraphQL says, with the status its media type asks for.
func answer(w http.ResponseWriter, media string, response *graphql.Response) {
	status := http.StatusOK
	if media == mediaGraphQL && len(response.Data) == 0 {
		status = requestError(response)
	}
	write(w, status, response)
}

// requestError is the status of a request error by its first error's code.
func requestError(response *graphql.Response) int {
	if len(response.Errors) == 0 {
		return http.StatusInternalServerError
	}
	switch response.Errors[0].Extensions["code"] {
	case gov.CodeUnauthenticated:
		return http.StatusUnauthorized
	case gov.CodeForbidden:
		return http.StatusForbidden
	case gov.CodeUnavailable:
		return http.StatusServiceUnavailable
	case gov.CodeInternal:
		return http.StatusInternalServerError
	}
	return http.StatusBadRequest
}

// write sends a response in one piece.
func write(w http.ResponseWriter, status int, response *graphql.Response) {
	lend(func(b *bytes.Buffer) {
		encode(b, response)
		w.Header().Set("Content-Length", strconv.Itoa(b.Len()))
		w.WriteHeader(status)
		_, _ = w.Write(b.Bytes()) // an error means the client is gone
	})
}

// lend gives an empty buffer away for a while.
func lend(use func(*bytes.Buffer)) {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	use(b)
	if b.Cap() <= largestKept {
		buffers.Put(b)
	}
}

// encode puts errors, data and extensions together; data is finished JSON and is copied once.
func encode(b *bytes.Buffer, response *graphql.Response) {
	separator := byte('{')
	key := func(name string) {
		b.WriteByte(separator)
		b.WriteString(name)
		separator = ','
	}
	if len(response.Errors) > 0 {
		key(`"errors":`)
		value(b, response.Errors)
	}
	if len(response.Data) > 0 {
		key(`"data":`)
		b.Write(response.Data)
	}
	if len(response.Extensions) > 0 {
		key(`"extensions":`)
		value(b, response.Extensions)
	}
	if separator == '{' {
		b.WriteByte('{')
	}
	b.WriteByte('}')
}

// value encodes one part; it panics on a type JSON cannot hold, which is a mistake of ours.
func value(b *bytes.Buffer, v any) {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	b.Truncate(b.Len() - 1) // the encoder's line feed
}
