//go:build !linux

package neo4jtest

import "syscall"

// tiedToParent has nothing to add to the end of standard input here.
func tiedToParent() *syscall.SysProcAttr { return nil }
