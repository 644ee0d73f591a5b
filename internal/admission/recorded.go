package admission

import (
	"encoding/json"

	"tiaokuai/internal/gov"
)

// Encode is an application as a document's body; INVALID where it is too large to keep.
func (a Application) Encode() ([]byte, error) {
	body, err := json.Marshal(a)
	if err != nil {
		return nil, err
	}
	if len(body) > MaxBytes {
		return nil, gov.Errorf(gov.CodeInvalid, "申请过大：%d 字节，上限 %d 字节", "the application is too large: %d bytes of at most %d", len(body), MaxBytes).
			Advise("请分乡镇或分事项申请", "apply for fewer townships or duties at a time")
	}
	return body, nil
}

// Recorded is an application read back from a document; INTERNAL where it can't be read, which an unknown field is too.
func Recorded(body []byte) (Application, error) {
	var a Application
	if err := gov.DecodeStrict(body, &a); err != nil {
		return Application{}, gov.Errorf(gov.CodeInternal, "职责准入申请的记录已损坏", "the record of an admission is damaged").Because(err)
	}
	return a, nil
}
