package transport

import (
	"bytes"
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// mediaStream is the media type of an event stream.
const mediaStream = "text/event-stream"

// events writes one event stream. Nothing is queued: who writes waits for the client, at most for the time-out.
type events struct {
	w       http.ResponseWriter
	control *http.ResponseController
	timeout time.Duration
	cancel  context.CancelFunc // ends the operation when the client is gone or too slow

	mu sync.Mutex
}

// open sends the head of the stream. From then on each event has its own time, in place of the server's for an answer.
func (e *events) open() error {
	if err := e.control.SetWriteDeadline(time.Now().Add(e.timeout)); err != nil {
		return err
	}
	h := e.w.Header()
	h.Set("Content-Type", mediaStream+"; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no") // nginx would keep events back
	e.write([]byte(":\n\n"))
	return nil
}

// next sends one answer.
func (e *events) next(response *graphql.Response) (ok bool) {
	lend(func(b *bytes.Buffer) {
		b.WriteString("event: next\ndata: ")
		start := b.Len()
		encode(b, response)
		oneLine(b.Bytes()[start:])
		b.WriteString("\n\n")
		ok = e.write(b.Bytes())
	})
	return ok
}

// complete ends the stream: with its event, which browsers see only with data, unless the stream was broken off.
func (e *events) complete(ctx context.Context) {
	if ctx.Err() == nil {
		e.write([]byte("event: complete\ndata:\n\n"))
		return
	}
	_ = e.control.SetWriteDeadline(time.Now().Add(e.timeout)) // for the end of the response
}

// write sends a piece that ends an event. An error means that the client is gone or slow; no close frame can say so.
func (e *events) write(b []byte) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	err := e.control.SetWriteDeadline(time.Now().Add(e.timeout))
	if err == nil {
		_, err = e.w.Write(b)
	}
	if err == nil {
		err = e.control.Flush()
	}
	if err != nil {
		e.cancel()
	}
	return err == nil
}

// oneLine replaces line breaks, which JSON has between tokens only, so that an event stays one event.
func oneLine(b []byte) {
	for i, c := range b {
		if c == '\n' || c == '\r' {
			b[i] = ' '
		}
	}
}
