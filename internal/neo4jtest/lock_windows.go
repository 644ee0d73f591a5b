package neo4jtest

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lockFile locks an open file for as long as it stays open, or says that
// somebody else has it.
func lockFile(file *os.File) (bool, error) {
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(file.Fd()), flags, 0, 1, 0, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}
