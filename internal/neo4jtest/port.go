package neo4jtest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"strconv"
)

// Ports are drawn below the ranges from which systems give ports to outgoing
// connections, so that nobody takes a killed server's before its restart.
const (
	firstPort = 20000
	lastPort  = 32000
	portTries = 100
)

// freePort returns a port on which nobody listens.
func freePort() (int, error) {
	for range portTries {
		port := firstPort + rand.IntN(lastPort-firstPort)
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err == nil {
			return port, l.Close()
		}
	}
	return 0, errors.New("neo4jtest: found no free port on 127.0.0.1")
}

func localURI(port int) string { return fmt.Sprintf("bolt://127.0.0.1:%d", port) }
