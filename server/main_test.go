package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/rogpeppe/go-internal/testscript"

	"tiaokuai/internal/neo4jtest"
)

// TestMain lets scripts run the real main as the command server.
func TestMain(m *testing.M) {
	testscript.Main(neo4jtest.Around{M: m}, map[string]func(){"server": func() { os.Exit(run()) }, "weigh": weigh})
}

// TestScripts runs the program from outside. Each script has a data folder, a free address and a language of its own.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:   "testdata/script",
		Setup: func(e *testscript.Env) error { return setup(t, e) },
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"ready": ready, "listening": listening, "graphql": graphql, "http": fetch, "neo4j": startNeo4j, "cypher": runCypher,
		},
	})
}

func setup(t *testing.T, e *testscript.Env) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	defer l.Close()
	e.Vars = append(e.Vars, "TIAOKUAI_DATA="+e.WorkDir+"/data", "TIAOKUAI_LISTEN="+l.Addr().String(), "TIAOKUAI_LANG=zh", "ADDR="+l.Addr().String())
	e.Values["test"] = t
	return nil
}

// ready waits until the example county is there.
func ready(ts *testscript.TestScript, _ bool, _ []string) {
	until(ts, func() bool {
		answer, err := http.Post("http://"+ts.Getenv("ADDR")+"/graphql", "application/json", strings.NewReader(`{"query":"{ county(code: \"410185\") { revision } }"}`))
		if err != nil {
			return false
		}
		defer answer.Body.Close()
		body, _ := io.ReadAll(answer.Body)
		return bytes.Contains(body, []byte(`"revision":5`))
	})
}

// listening waits until the server answers at all.
func listening(ts *testscript.TestScript, _ bool, _ []string) {
	until(ts, func() bool {
		answer, err := http.Get("http://" + ts.Getenv("ADDR") + "/healthz")
		if err != nil {
			return false
		}
		return answer.Body.Close() == nil
	})
}

// until asks again and again, for a minute at most.
func until(ts *testscript.TestScript, met func() bool) {
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); <-time.After(20 * time.Millisecond) {
		if met() {
			return
		}
	}
	ts.Fatalf("the server does not answer as it should")
}

// graphql sends a query and prints the answer.
func graphql(ts *testscript.TestScript, _ bool, args []string) {
	body, err := json.Marshal(map[string]string{"query": strings.Join(args, " ")})
	ts.Check(err)
	answer, err := http.Post("http://"+ts.Getenv("ADDR")+"/graphql", "application/json", bytes.NewReader(body))
	ts.Check(err)
	defer answer.Body.Close()
	_, err = io.Copy(ts.Stdout(), answer.Body)
	ts.Check(err)
}

// fetch sends METHOD PATH [@FILE] [Header:value …], the file as the body, and prints status, headers that matter and body.
func fetch(ts *testscript.TestScript, _ bool, args []string) {
	var body io.Reader
	if len(args) > 2 && strings.HasPrefix(args[2], "@") {
		body, args = strings.NewReader(ts.ReadFile(args[2][1:])), append(args[:2:2], args[3:]...)
	}
	request, err := http.NewRequest(args[0], "http://"+ts.Getenv("ADDR")+args[1], body)
	ts.Check(err)
	for _, h := range args[2:] {
		name, value, _ := strings.Cut(h, ":")
		request.Header.Set(name, strings.TrimSpace(value))
	}
	answer, err := http.DefaultClient.Do(request)
	ts.Check(err)
	defer answer.Body.Close()
	fmt.Fprintln(ts.Stdout(), answer.StatusCode)
	for _, h := range []string{"Access-Control-Allow-Origin", "Content-Security-Policy", "X-Content-Type-Options", "Allow"} {
		fmt.Fprintf(ts.Stdout(), "%s: %s\n", h, answer.Header.Get(h))
	}
	_, err = io.Copy(ts.Stdout(), answer.Body)
	ts.Check(err)
}

// startNeo4j sets NEO4J to the address of an empty database.
func startNeo4j(ts *testscript.TestScript, _ bool, _ []string) {
	t := ts.Value("test").(*testing.T)
	db := neo4jtest.Shared(t)
	db.Empty(t)
	ts.Setenv("NEO4J", db.URI())
}

// runCypher changes the graph as somebody at Neo4j Browser would.
func runCypher(ts *testscript.TestScript, _ bool, args []string) {
	t := ts.Value("test").(*testing.T)
	driver, err := neo4j.NewDriverWithContext(ts.Getenv("NEO4J"), neo4j.NoAuth())
	ts.Check(err)
	defer driver.Close(t.Context())
	_, err = neo4j.ExecuteQuery(t.Context(), driver, strings.Join(args, " "), nil, neo4j.EagerResultTransformer)
	ts.Check(err)
}
