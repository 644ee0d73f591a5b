package scenario

import (
	"encoding/json"

	"tiaokuai/internal/gov"
)

// Encode is a scenario as a document's body; INVALID where it is too large to keep.
func (s Scenario) Encode() ([]byte, error) {
	body, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	if len(body) > MaxBytes {
		return nil, gov.Errorf(gov.CodeInvalid, "方案过大：%d 字节，上限 %d 字节", "the scenario is too large: %d bytes of at most %d", len(body), MaxBytes).At("edits").
			Advise("请分为几个方案", "make several scenarios of it")
	}
	return body, nil
}

// Decode is a scenario read back from a document; INTERNAL where it can't be read.
func Decode(body []byte) (Scenario, error) {
	var s Scenario
	if err := gov.DecodeStrict(body, &s); err != nil {
		return s, damaged().Because(err)
	}
	if _, known := StateName(s.State); !known || s.Cursor < 0 || s.Cursor > len(s.Steps) {
		return s, damaged()
	}
	return s, nil
}

func damaged() *gov.Error {
	return gov.Errorf(gov.CodeInternal, "模拟方案的记录已损坏", "the record of a scenario is damaged")
}
