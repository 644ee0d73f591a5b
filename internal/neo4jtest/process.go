package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"time"
)

// endTime is how long an orderly shutdown may take, the writing of a class
// archive included.
const endTime = 2 * time.Minute

// process is one running Java process.
type process struct {
	cmd   *exec.Cmd
	stdin io.Closer
	out   *output
	ended chan struct{} // closed after Wait

	killed bool
}

// startProcess starts Neo4j and returns when it answers, or with what it
// printed when it does not before ctx ends.
func startProcess(ctx context.Context, cmd *exec.Cmd) (*process, error) {
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("neo4jtest: start Neo4j: %w", err)
	}
	p := &process{cmd: cmd, stdin: stdin, out: newOutput(), ended: make(chan struct{})}
	cmd.Stdout, cmd.Stderr = p.out, p.out
	cmd.SysProcAttr = tiedToParent()
	if err := p.spawn(); err != nil {
		return nil, fmt.Errorf("neo4jtest: start Neo4j: %w", err)
	}
	select {
	case <-p.out.ready:
		return p, nil
	case <-p.ended:
		return nil, fmt.Errorf("neo4jtest: Neo4j did not start: %v; it printed:\n%s", cmd.ProcessState, p.out)
	case <-ctx.Done():
		p.kill()
		return nil, fmt.Errorf("neo4jtest: start Neo4j: %w; it printed:\n%s", context.Cause(ctx), p.out)
	}
}

// spawn starts the process from a thread that lives as long as the process:
// Linux takes the death of that thread for the death of the parent.
func (p *process) spawn() error {
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := p.cmd.Start()
		started <- err
		if err == nil {
			_ = p.cmd.Wait()
			close(p.ended)
		}
	}()
	return <-started
}

// kill ends the process as kill -9 does, and waits until it is gone.
func (p *process) kill() {
	p.killed = true
	_ = p.cmd.Process.Kill()
	<-p.ended
}

// end shuts Neo4j down in order, and kills it if that takes too long. A killed
// one has ended already.
func (p *process) end(ctx context.Context) error {
	if p.killed {
		return nil
	}
	ctx, cancel := context.WithTimeoutCause(ctx, endTime, errors.New("it took too long"))
	defer cancel()
	_ = p.stdin.Close()
	select {
	case <-p.ended:
	case <-ctx.Done():
		p.kill()
		return fmt.Errorf("neo4jtest: shut Neo4j down: %w", context.Cause(ctx))
	}
	if !p.cmd.ProcessState.Success() {
		return fmt.Errorf("neo4jtest: Neo4j ended with %v; it printed:\n%s", p.cmd.ProcessState, p.out)
	}
	return nil
}
