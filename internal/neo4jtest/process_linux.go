package neo4jtest

import "syscall"

// tiedToParent lets the kernel end the process with the thread that started
// it, and keeps a Ctrl-C at the terminal from reaching it directly.
func tiedToParent() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
