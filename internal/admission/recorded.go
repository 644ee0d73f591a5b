package admission

import (
	"encoding/json"

	"tiaokuai/internal/gov"
)

// Encode is an application as a document's body.
func (a Application) Encode() ([]byte, error) { return json.Marshal(a) }

// Recorded is an application read back from a document; INTERNAL where it can't be read, which an unknown field is too.
func Recorded(body []byte) (Application, error) {
	var a Application
	if err := gov.DecodeStrict(body, &a); err != nil {
		return Application{}, gov.Errorf(gov.CodeInternal, "职责准入申请的记录已损坏", "the record of an admission is damaged").Because(err)
	}
	return a, nil
}
