package transport

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
)

// eventSize is the size of one event, small against what a socket's buffers hold.
const eventSize = 64 << 10

// A client that stops reading is cut off; its subscription ends at once. When it reads on it gets what was sent and why
// it was cut off. The server has never held more than one event for each subscription.
func TestSlowSocketLearnsWhy(t *testing.T) {
	const operations = 3
	l := listen(t, nil, WebSocket{WriteTimeout: 100 * time.Millisecond})
	p := l.greeted()
	for i := range operations {
		p.send(subscribe(fmt.Sprint(i), fmt.Sprintf("subscription { flood(size: %d) }", eventSize)))
	}
	for range operations {
		if cause := l.cause(); !errors.Is(cause, closeSlow) {
			t.Fatal(cause)
		}
	}
	got := p.closed(4413, "slow consumer 读取过慢")
	if held := l.source.taken.Load() - got; held > operations {
		t.Errorf("%d events were held", held)
	}
}

// A client that never reads again is cut off without a word, and its memory is free.
func TestSlowSocketIsCut(t *testing.T) {
	l := listen(t, nil, WebSocket{WriteTimeout: 50 * time.Millisecond, CloseTimeout: 50 * time.Millisecond})
	p := l.greeted()
	before := heap()
	p.send(subscribe("1", fmt.Sprintf("subscription { flood(size: %d) }", eventSize)))
	if cause := l.cause(); !errors.Is(cause, closeSlow) {
		t.Fatal(cause)
	}
	l.until("the socket to be cut", func() bool { return l.requests.Load() == 0 })
	l.until("memory", func() bool { return heap() < before+1<<20 })
	for {
		if _, _, err := p.conn.Read(p.ctx); err != nil {
			if websocket.CloseStatus(err) != -1 {
				t.Error(err)
			}
			return
		}
	}
}

// heap is what is in use after a collection, in bytes.
func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func TestSlowEventStreamIsCut(t *testing.T) {
	l := listen(t, nil, SSE{WriteTimeout: 50 * time.Millisecond})
	conn, err := net.Dial("tcp", l.at.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_, err = fmt.Fprintf(conn, "GET /graphql?query=subscription{flood(size:%d)} HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n", eventSize)
	if err != nil {
		t.Fatal(err)
	}
	if cause := l.cause(); cause == nil {
		t.Fatal("the subscription came to a good end")
	}
	l.until("the request to end", func() bool { return l.requests.Load() == 0 })
	got, events := int64(0), bufio.NewReader(conn)
	for {
		line, err := events.ReadString('\n')
		if strings.HasPrefix(line, "event: complete") {
			t.Error("a stream that was cut is not complete")
		}
		if strings.HasPrefix(line, "event: next") {
			got++
		}
		if err != nil {
			break // the end, or a reset
		}
	}
	if held := l.source.taken.Load() - got; held > 1 {
		t.Errorf("%d events were held", held)
	}
}
