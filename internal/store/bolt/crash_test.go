package bolt_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"tiaokuai/internal/store/bolt"
	"tiaokuai/internal/store/storetest"
)

const (
	killsEnv = "TIAOKUAI_TEST_BOLT_KILLS" // how often the writing process is killed; 50 if unset
	fileEnv  = "TIAOKUAI_TEST_BOLT_FILE"  // makes the test binary the process that writes
	roundEnv = "TIAOKUAI_TEST_BOLT_ROUND"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(fileEnv); path != "" {
		if err := writeUntilKilled(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// writeUntilKilled appends with eight writers at once and prints a line for each answer.
func writeUntilKilled(path string) error {
	s, err := bolt.Open(path)
	if err != nil {
		return err
	}
	round, err := strconv.Atoi(os.Getenv(roundEnv))
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	for w := range 8 {
		wg.Go(func() {
			err := storetest.Write(context.Background(), s, w, round, func(a storetest.Ack) { fmt.Printf("%s %d\n", a.ID, a.Seq) })
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		})
	}
	wg.Wait()
	return nil
}

// A process killed at any moment loses no answered commit and leaves no half of one.
func TestKilledWhileWriting(t *testing.T) {
	kills := 50
	if text := os.Getenv(killsEnv); text != "" {
		var err error
		if kills, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "tiaokuai.db")
	var witness storetest.Witness
	answered := 0
	for round := range kills {
		acks := killAfter(t, path, round, rand.IntN(40))
		s := open(t, path)
		witness.Check(t, s, acks)
		if err := s.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		answered += len(acks)
	}
	t.Logf("%d kills, %d commits answered, %d in the log", kills, answered, witness.Commits())
}

// killAfter runs the writing process, kills it after some answers and gives all that came out of it.
func killAfter(t *testing.T, path string, round, answers int) []storetest.Ack {
	t.Helper()
	child := exec.CommandContext(t.Context(), os.Args[0])
	child.Env = append(os.Environ(), fileEnv+"="+path, roundEnv+"="+strconv.Itoa(round))
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var acks []storetest.Ack
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var a storetest.Ack
		if _, err := fmt.Sscanf(lines.Text(), "%s %d", &a.ID, &a.Seq); err != nil {
			t.Fatalf("%q: %v", lines.Text(), err)
		}
		if acks = append(acks, a); len(acks) == answers+1 {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); err == nil || child.ProcessState.ExitCode() > 0 {
		t.Fatalf("the writing process ended by itself: %v", child.ProcessState)
	}
	return acks
}
