package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"
)

// request is one request as the bytes that are sent, with the body that must come back.
type request struct {
	raw  []byte
	want []byte
}

func newRequest(method, address, path string, body, want []byte) request {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s HTTP/1.1\r\nHost: %s\r\n", method, path, address)
	if body != nil {
		fmt.Fprintf(&b, "Content-Type: application/json\r\nContent-Length: %d\r\n", len(body))
	}
	b.WriteString("\r\n")
	b.Write(body)
	return request{b.Bytes(), want}
}

// client asks over connections that each have one request under way.
type client struct {
	address     string
	concurrency int
}

// answered is what one round of a task took: each request, unsorted, and all together. What is under way when the time is
// up is finished and counted, so all together may take longer than was asked for.
type answered struct {
	each []time.Duration
	all  time.Duration
}

// ask sends requests in turn for some time. An answer of another length than the one expected, or other bytes with compare
// set, is an error.
func (c client) ask(ctx context.Context, requests []request, during time.Duration, compare bool) (answered, error) {
	start := time.Now()
	ctx, cancel := context.WithTimeout(ctx, during)
	defer cancel()
	took := make([][]time.Duration, c.concurrency)
	failed := make([]error, c.concurrency)
	var all sync.WaitGroup
	for i := range c.concurrency {
		all.Go(func() { took[i], failed[i] = c.loop(ctx, requests, i, compare) })
	}
	all.Wait()
	for _, err := range failed {
		if err != nil {
			return answered{}, err
		}
	}
	return answered{slices.Concat(took...), time.Since(start)}, nil
}

// loop is one connection, which starts at its own place among the requests.
func (c client) loop(ctx context.Context, requests []request, first int, compare bool) ([]time.Duration, error) {
	conn, err := net.Dial("tcp", c.address)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	r := bufio.NewReaderSize(conn, 32<<10)
	var took []time.Duration
	for n := first * 7; ctx.Err() == nil; n++ {
		q := requests[n%len(requests)]
		start := time.Now()
		if _, err := conn.Write(q.raw); err != nil {
			return nil, err
		}
		if err := q.read(r, compare); err != nil {
			return nil, err
		}
		took = append(took, time.Since(start))
	}
	return took, nil
}

func (q request) read(r *bufio.Reader, compare bool) error {
	response, err := http.ReadResponse(r, nil)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK || response.ContentLength != int64(len(q.want)) {
		body, _ := io.ReadAll(response.Body)
		return fmt.Errorf("%.60q: %s, %d bytes, not %d: %.600s", q.raw, response.Status, response.ContentLength, len(q.want), body)
	}
	if !compare {
		_, err = io.Copy(io.Discard, response.Body)
		return err
	}
	body, err := io.ReadAll(response.Body)
	if err == nil && !bytes.Equal(body, q.want) {
		err = fmt.Errorf("%.60q answers other bytes than the product", q.raw)
	}
	return err
}
