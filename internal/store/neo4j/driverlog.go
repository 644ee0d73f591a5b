package neo4j

import (
	"fmt"
	"log/slog"
)

// driverLog hands the driver's messages to the program's log; what the driver calls an error it mostly mends itself.
type driverLog struct{ to *slog.Logger }

func (l driverLog) Error(name, id string, err error) {
	l.to.Warn("neo4j driver", "part", name, "id", id, "error", err)
}

func (l driverLog) Warnf(name, id, msg string, args ...any) {
	l.to.Warn("neo4j driver", "part", name, "id", id, "message", fmt.Sprintf(msg, args...))
}

func (l driverLog) Infof(name, id, msg string, args ...any) {
	l.to.Debug("neo4j driver", "part", name, "id", id, "message", fmt.Sprintf(msg, args...))
}

func (driverLog) Debugf(string, string, string, ...any) {} // a line for every message on the wire
