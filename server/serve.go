package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"tiaokuai/graph"
	"tiaokuai/internal/atlas"
	"tiaokuai/internal/gov"
)

type serveCommand struct {
	Listen  string   `help:"Address to listen on. 监听地址。" default:"127.0.0.1:8080" env:"TIAOKUAI_LISTEN" placeholder:"HOST:PORT"`
	Open    bool     `help:"Allow an address that others can reach: there is no log-in, so whoever reaches it reads and changes everything. 允许非本机地址（没有登录，能访问者即可读取和修改全部数据）。" env:"TIAOKUAI_OPEN"`
	Seed    bool     `help:"Load the example county where it is missing. 缺少示例县时载入。" default:"true" negatable:"" env:"TIAOKUAI_SEED"`
	Origin  []string `help:"Origins whose pages may read the API (CORS), e.g. https://example.gov.cn. 允许跨域的来源。" env:"TIAOKUAI_ORIGIN" placeholder:"URL"`
	Cache   int      `help:"Bound of the snapshot cache in MiB. 快照缓存上限。" default:"512" env:"TIAOKUAI_CACHE" placeholder:"MIB"`
	LogJSON bool     `name:"log-json" help:"Write logs as JSON. 以 JSON 输出日志。" env:"TIAOKUAI_LOG_JSON"`
	Verbose bool     `short:"v" help:"Log more. 更详细的日志。" env:"TIAOKUAI_VERBOSE"`
}

// shutdownTime is how long requests under way may take once the server is asked to stop.
const shutdownTime = 10 * time.Second

// Run serves until it is interrupted.
func (c serveCommand) Run(ctx context.Context, t terminal, f storeFlags) error {
	if err := c.checkAddress(); err != nil {
		return err
	}
	log := c.logger(t)
	s, err := f.open(ctx, log, true)
	if err != nil {
		return err
	}
	defer closeStore(ctx, s)
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return gov.Errorf(gov.CodeUnavailable, "无法监听 %s", "can't listen on %s", c.Listen).Because(err).
			Advise("端口可能被占用，请用 --listen 换一个，例如 127.0.0.1:8081", "the port may be taken; choose another with --listen, e.g. 127.0.0.1:8081")
	}
	a := atlas.New(atlas.Config{Store: s, Log: log, CacheBytes: int64(c.Cache) << 20})
	var background sync.WaitGroup
	working, stop := context.WithCancel(ctx)
	defer background.Wait()
	defer stop()
	background.Go(func() { a.Run(working) })
	if c.Seed {
		background.Go(func() { seedWhenReady(working, a, log) })
	}
	api := graph.Config{Stopping: ctx.Done(), Atlas: a, Log: log, Version: version, Reference: func() string { return rand.Text()[:10] }}
	t.announce(listener.Addr(), f.place())
	return serveHTTP(ctx, listener, routes(a, api, c.Listen, c.Origin), log)
}

// checkAddress refuses an address that others can reach unless that was said in plain words.
func (c serveCommand) checkAddress() error {
	host, _, err := net.SplitHostPort(c.Listen)
	if err != nil {
		return gov.Errorf(gov.CodeInvalid, "--listen 应写作 地址:端口", "--listen must be HOST:PORT").Because(err)
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	if host == "localhost" || ip != nil && ip.IsLoopback() || c.Open {
		return nil
	}
	return gov.Errorf(gov.CodeForbidden, "%s 可被其他机器访问，而本程序没有登录", "%s can be reached from other machines, and this program has no log-in", c.Listen).
		Advise("若确要对外开放，请加 --open", "add --open if whoever reaches it may read and change everything")
}

func (c serveCommand) logger(t terminal) *slog.Logger {
	options := &slog.HandlerOptions{Level: slog.LevelInfo}
	if c.Verbose {
		options.Level = slog.LevelDebug
	}
	if c.LogJSON {
		return slog.New(slog.NewJSONHandler(t.err, options))
	}
	return slog.New(slog.NewTextHandler(t.err, options))
}

// announce says where the server listens and what to try.
func (t terminal) announce(at net.Addr, store string) {
	text := gov.Textf("条块已启动：http://%[1]s\n  数据：%[2]s\n  试试：curl -s http://%[1]s/graphql -H 'Content-Type: application/json' -d '{\"query\":\"%[3]s\"}'\n  按 Ctrl-C 停止\n",
		"Tiaokuai listens on http://%[1]s\n  data: %[2]s\n  try:  curl -s http://%[1]s/graphql -H 'Content-Type: application/json' -d '{\"query\":\"%[3]s\"}'\n  Ctrl-C stops it\n",
		at.String(), store, `{ county(code: \"410185\") { name overlaps(first: 3) { totalCost nodes { explanation } } } }`)
	fmt.Fprint(t.out, text.In(t.language))
}

// serveHTTP answers until the context ends, then lets what is under way finish.
func serveHTTP(ctx context.Context, l net.Listener, h http.Handler, log *slog.Logger) error {
	var underWay sync.WaitGroup // also of sockets, which the server itself does not wait for
	server := &http.Server{
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			underWay.Add(1)
			defer underWay.Done()
			h.ServeHTTP(w, r)
		}),
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: requestTimeout + 5*time.Second,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Info("stopping")
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
	defer cancel()
	if err := server.Shutdown(closing); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	await(closing, &underWay)
	return nil
}

// await waits for what is under way until the context ends.
func await(ctx context.Context, underWay *sync.WaitGroup) {
	gone := make(chan struct{})
	go func() {
		underWay.Wait()
		close(gone)
	}()
	select {
	case <-gone:
	case <-ctx.Done():
	}
}
