package casework

import (
	"encoding/json"
	"time"

	"tiaokuai/internal/gov"
)

// Encode is a decision as a document's body.
func (d Decision) Encode() ([]byte, error) { return json.Marshal(d) }

// Recorded is a decision read back from a document; INTERNAL where it can't be read.
func Recorded(fingerprint string, version int64, actor string, at time.Time, body []byte) (Record, error) {
	r := Record{Fingerprint: fingerprint, Version: version, Actor: actor, Time: at}
	if err := json.Unmarshal(body, &r.Decision); err != nil {
		return r, gov.Errorf(gov.CodeInternal, "问题研判记录已损坏", "the record of a case is damaged").Because(err)
	}
	return r, nil
}
