package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/exchange"
	"tiaokuai/internal/snapshot"
)

// Counties whose workbooks have about 10,000 and 100,000 rows, nearly all of them duties carried by organs and departments.
var (
	tenThousandRows     = countytest.Size{Townships: 15, Organs: 14, Leaders: 6, Duties: 540, Departments: 60, Sections: 3}
	hundredThousandRows = countytest.Size{Townships: 30, Organs: 14, Leaders: 6, Duties: 3050, Departments: 60, Sections: 3}
)

// What an import of 100,000 rows may cost.
const (
	mostSeconds = 30
	mostMiB     = 500
)

// TestImportOfManyRows imports a workbook of 10,000 rows into an empty store with the real program, from the command
// line and over HTTP: both record the whole of it within the memory that ten times as many rows may take, and the one
// over HTTP tells on its way how far it is. BenchmarkImport does the same of 100,000 rows.
func TestImportOfManyRows(t *testing.T) {
	t.Parallel()
	program := alias(t, "server")
	data, rows := bigWorkbook(t, tenThousandRows)
	for name, through := range importWays {
		t.Run(name, func(t *testing.T) {
			cost := through(t, program, data, rows)
			if cost.mib > mostMiB {
				t.Errorf("%d MiB for %d rows", cost.mib, rows)
			}
		})
	}
}

// BenchmarkImport imports 100,000 rows in one go, as TestImportOfManyRows does fewer, and fails where it takes longer or
// needs more memory than such an import may (with -short it is the smaller one, on any machine): go test ./server -run xxx -bench Import -benchtime 5x
func BenchmarkImport(b *testing.B) {
	program, size := alias(b, "server"), hundredThousandRows
	if testing.Short() {
		size = tenThousandRows
	}
	data, rows := bigWorkbook(b, size)
	for name, through := range importWays {
		b.Run(name, func(b *testing.B) {
			var worst importCost
			for b.Loop() {
				cost := through(b, program, data, rows)
				worst.mib, worst.wall = max(worst.mib, cost.mib), max(worst.wall, cost.wall)
			}
			b.ReportMetric(float64(rows), "rows")
			b.ReportMetric(float64(len(data))/(1<<20), "file-MiB")
			b.ReportMetric(float64(worst.mib), "most-MiB")
			b.ReportMetric(worst.wall.Seconds(), "longest-s")
			if worst.mib > mostMiB || worst.wall > mostSeconds*time.Second && !testing.Short() {
				b.Errorf("%d rows took %v and %d MiB, more than %d s or %d MiB", rows, worst.wall, worst.mib, mostSeconds, mostMiB)
			}
		})
	}
}

// importWays are the ways for a file to reach the program.
var importWays = map[string]func(t testing.TB, program string, data []byte, rows int) importCost{"command": importByCommand, "http": importOverHTTP}

// importCost is what an import took: of the command from start to end, over HTTP from the first byte sent to the last
// received; and the most memory that the process held, as the system counts it.
type importCost struct {
	wall time.Duration
	mib  int64
}

// alias is this test under a name by which it is a program: see TestMain.
func alias(t testing.TB, name string) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), name)
	if err := os.Symlink(self, program); err != nil {
		t.Fatal(err)
	}
	return program
}

// weigh runs a program and says at the end of its output how much memory it held at most. The system counts for a new
// process what the one that started it held, and a test that made a large county holds much: so this one does it.
func weigh() {
	c := exec.Command(os.Args[1], os.Args[2:]...)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	err := c.Run()
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		fmt.Printf("\nheld %d KiB\n", usage.Maxrss)
	}
	if err != nil {
		os.Exit(1)
	}
}

// bigWorkbook is the .xlsx of a made-up county, and how many rows import is to read of it.
func bigWorkbook(t testing.TB, size countytest.Size) (data []byte, rows int) {
	t.Helper()
	g := countytest.Large(size)
	c, err := snapshot.Build(g, snapshot.Meta{Revision: 1})
	if err != nil {
		t.Fatal(err)
	}
	xlsx, _ := exchange.Lookup("xlsx")
	var b bytes.Buffer
	if err := xlsx.Write(&b, c, exchange.Beside{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), len(g.Nodes) + len(g.Edges)
}

// importByCommand runs the command on an empty store.
func importByCommand(t testing.TB, program string, data []byte, _ int) importCost {
	t.Helper()
	folder := t.TempDir()
	file := filepath.Join(folder, "全县.xlsx")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	c := exec.Command(alias(t, "weigh"), program, "--data", folder, "--lang", "en", "import", file)
	text, err := c.CombinedOutput()
	wall := time.Since(start)
	if err != nil || !bytes.Contains(text, []byte("410185 is at revision 1")) {
		t.Fatalf("%v\n%.4000s", err, text)
	}
	return importCost{wall, kibAfter(t, text, "\nheld ")}
}

// importOverHTTP sends the file to a server on an empty store and listens to its progress.
func importOverHTTP(t testing.TB, program string, data []byte, rows int) importCost {
	t.Helper()
	address := freeAddress(t)
	server := exec.Command(program, "--data", t.TempDir(), "serve", "--listen", address, "--no-seed")
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = server.Process.Signal(os.Interrupt)
		_ = server.Wait()
	}()
	awaitServer(t, address)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+address+"/import/410185?name=a.xlsx", bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set(importHeader, "test")
	request.Header.Set("Accept", "text/event-stream")
	start := time.Now()
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	done := hearImport(t, answer)
	wall := time.Since(start)
	read := 0
	for _, s := range done.Sheets {
		read += s.Added
	}
	if done.Commit == nil || done.Commit.Revision != 1 || read != rows || len(done.Errors) > 0 {
		t.Fatalf("%d of %d rows were added\n%+v %v", read, rows, done.Commit, done.Errors)
	}
	return importCost{wall, heldAtMost(t, server.Process)}
}

// awaitServer waits until a server listens.
func awaitServer(t testing.TB, address string) {
	t.Helper()
	for end := time.Now().Add(time.Minute); ; <-time.After(10 * time.Millisecond) {
		answer, err := http.Get("http://" + address + "/healthz")
		if err == nil {
			_ = answer.Body.Close()
			return
		}
		if time.Now().After(end) {
			t.Fatal("the server does not listen:", err)
		}
	}
}

// hearImport reads the events of an import. Its progress comes in the order of the stages, each stage goes on and on to
// its end, and the result is the last that comes.
func hearImport(t testing.TB, answer *http.Response) imported {
	t.Helper()
	var heard struct {
		Stage       string
		Done, Total int
	}
	stages, event, events := "", "", 0
	lines := bufio.NewScanner(answer.Body)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		name, value, _ := strings.Cut(lines.Text(), ": ")
		switch {
		case name == "event":
			event = value
		case name == "data" && event == "progress":
			heard.Total = 0
			if err := json.Unmarshal([]byte(value), &heard); err != nil {
				t.Fatal(err, value)
			}
			events++
			if !strings.HasSuffix(stages, heard.Stage) {
				stages += " " + heard.Stage
			}
		case name == "data" && event == "result":
			if stages != " read plan commit" || events < 10 {
				t.Errorf("%d events of the stages%s were heard", events, stages)
			}
			var done imported
			if err := json.Unmarshal([]byte(value), &done); err != nil {
				t.Fatal(err)
			}
			return done
		case name == "data":
			t.Fatalf("%s: %.2000s", event, value)
		}
	}
	t.Fatal("the stream ended without a result:", lines.Err())
	return imported{}
}

// heldAtMost is the most memory in MiB that a running process held.
func heldAtMost(t testing.TB, process *os.Process) int64 {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	return kibAfter(t, status, "VmHWM:")
}

// kibAfter is the number after a word, of KiB in MiB.
func kibAfter(t testing.TB, text []byte, word string) int64 {
	t.Helper()
	_, rest, _ := bytes.Cut(text, []byte(word))
	var kib int64
	if _, err := fmt.Fscan(bytes.NewReader(rest), &kib); err != nil {
		t.Fatalf("%s: %v in\n%s", word, err, text)
	}
	return kib >> 10
}
