//go:build unix

package neo4jtest

import (
	"errors"
	"os"
	"syscall"
)

// lockFile locks an open file for as long as it stays open, or says that
// somebody else has it.
func lockFile(file *os.File) (bool, error) {
	err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}
