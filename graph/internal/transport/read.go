package transport

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"tiaokuai/internal/gov"
)

// read takes the parameters from the query string of a GET or the body of a POST.
func read(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *refusal) {
	switch r.Method {
	case http.MethodGet:
		return readGET(r)
	case http.MethodPost:
		if !isJSON(r.Header) {
			return nil, &refusal{http.StatusUnsupportedMediaType, gov.Errorf(gov.CodeInvalid,
				"请求体须为 UTF-8 的 application/json", "the body must be application/json in UTF-8")}
		}
		return readPOST(http.MaxBytesReader(w, r.Body, MaxBody))
	}
	w.Header().Set("Allow", "GET, POST")
	return nil, &refusal{http.StatusMethodNotAllowed, gov.Errorf(gov.CodeInvalid, "请使用 GET 或 POST", "use GET or POST")}
}

func isJSON(h http.Header) bool {
	media, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	charset := strings.ToLower(params["charset"])
	return err == nil && media == mediaJSON && (charset == "" || charset == "utf-8") && h.Get("Content-Encoding") == ""
}

func readPOST(body io.Reader) (*graphql.RawParams, *refusal) {
	b, err := io.ReadAll(body)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, oversize(http.StatusRequestEntityTooLarge)
	case err != nil:
		return nil, malformed("请求体不完整", "the body is not complete")
	}
	fields, bad := object(b, gov.Text{ZH: "请求体", EN: "the body"})
	if bad != nil {
		return nil, bad
	}
	return params(fields)
}

// object takes one JSON object apart; what names it in a refusal.
func object(b []byte, what gov.Text) (map[string]json.RawMessage, *refusal) {
	if !utf8.Valid(b) {
		return nil, malformed("%[1]s不是 UTF-8", "%[2]s is not UTF-8", what.ZH, what.EN)
	}
	// A map matches names exactly, where a struct would also take "Query".
	var fields map[string]json.RawMessage
	if json.Unmarshal(b, &fields) != nil || fields == nil {
		return nil, malformed("%[1]s须为一个 JSON 对象", "%[2]s must be one JSON object", what.ZH, what.EN)
	}
	return fields, nil
}

func readGET(r *http.Request) (*graphql.RawParams, *refusal) {
	if len(r.URL.RawQuery) > MaxBody {
		return nil, oversize(http.StatusRequestURITooLong)
	}
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, malformed("查询字符串无法解析", "the query string cannot be read")
	}
	fields := map[string]json.RawMessage{}
	for _, name := range []string{"query", "operationName", "variables", "extensions"} {
		value := values.Get(name)
		if !utf8.ValidString(value) {
			return nil, malformed("参数 %s 不是 UTF-8", "parameter %s is not UTF-8", name)
		}
		switch {
		case value == "":
		case name == "query" || name == "operationName":
			fields[name], _ = json.Marshal(value) // a string never fails
		case !json.Valid([]byte(value)):
			return nil, malformed("参数 %s 不是 JSON", "parameter %s is not JSON", name)
		default:
			fields[name] = json.RawMessage(value)
		}
	}
	return params(fields)
}

// params decodes each parameter; numbers in variables stay as they were written.
func params(fields map[string]json.RawMessage) (*graphql.RawParams, *refusal) {
	p := &graphql.RawParams{}
	for _, parameter := range []struct {
		name string
		into any
	}{
		{"query", &p.Query},
		{"operationName", &p.OperationName},
		{"variables", &p.Variables},
		{"extensions", &p.Extensions},
	} {
		raw, ok := fields[parameter.name]
		if !ok {
			continue
		}
		if decode(raw, parameter.into) != nil {
			return nil, malformed("参数 %s 的类型不对", "parameter %s has the wrong type", parameter.name)
		}
	}
	if p.Query == "" {
		return nil, malformed("缺少参数 query", "parameter query is missing")
	}
	return p, nil
}

// decode spares text the buffers of a decoder, which is there for numbers.
func decode(raw json.RawMessage, into any) error {
	if text, ok := into.(*string); ok {
		return json.Unmarshal(raw, text)
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	return d.Decode(into)
}

func malformed(zh, en string, args ...any) *refusal {
	return &refusal{http.StatusBadRequest, gov.Errorf(gov.CodeInvalid, zh, en, args...)}
}

func oversize(status int) *refusal {
	return &refusal{status, gov.Errorf(gov.CodeTooComplex, "请求超过 %d KB", "the request is larger than %d KB", MaxBody>>10)}
}
