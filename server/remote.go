package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"

	berrors "go.etcd.io/bbolt/errors"

	"tiaokuai/internal/gov"
)

// remote is a running server that a command goes through instead of opening the store.
type remote string

// largestRefusal bounds how much of a server's refusal is read.
const largestRefusal = 8 << 20

// do sends a request to a path of the server. What it answers is the caller's to read and close.
func (s remote) do(ctx context.Context, t terminal, method string, path []string, query url.Values, body io.Reader, headers ...string) (*http.Response, error) {
	u, err := url.Parse(string(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, gov.Errorf(gov.CodeInvalid, "--server 应写作 http://地址:端口", "--server must be http://HOST:PORT")
	}
	u = u.JoinPath(path...)
	u.RawQuery = query.Encode()
	request, err := http.NewRequestWithContext(ctx, method, u.String(), body)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept-Language", string(t.language))
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, gov.Errorf(gov.CodeUnavailable, "无法连接服务 %s", "the server at %s can't be reached", string(s)).Because(err).
			Advise("请检查 --server 的地址", "check the address in --server")
	}
	return answer, nil
}

// refused is what the server said in place of what was asked for, in the language it was asked in.
func (s remote) refused(answer *http.Response) error {
	var body struct{ Errors []shownError }
	err := json.NewDecoder(io.LimitReader(answer.Body, largestRefusal)).Decode(&body)
	if err != nil || len(body.Errors) == 0 {
		return gov.Errorf(gov.CodeUnavailable, "%[1]s 的答复不是本程序的：%[2]s", "%[1]s answers unlike this program: %[2]s", string(s), answer.Status)
	}
	return told(body.Errors)
}

// told are errors that a server showed.
func told(errors []shownError) gov.Problems {
	var out gov.Problems
	for _, e := range errors {
		code, _ := e.Extensions["code"].(string)
		hint, _ := e.Extensions["hint"].(string)
		argument, _ := e.Extensions["argument"].([]any)
		out = append(out, &gov.Error{Path: argument, Code: cmp.Or(gov.Code(code), gov.CodeInternal), Message: gov.Text{ZH: e.Message, EN: e.Message}, Hint: gov.Text{ZH: hint, EN: hint}})
	}
	return out
}

// throughServer adds what to do where a server holds the data file.
func throughServer(err error) error {
	return advised(err, gov.Textf("若是运行中的服务，请加 --server http://127.0.0.1:8080（其地址）经由它进行；否则请停止另一个进程，或用 --data 指定另一个目录",
		"if that is a running server, go through it: --server http://127.0.0.1:8080 (its address); else stop the other process, or name another folder with --data"))
}

// advised is an error with advice where a server holds the data file; any other as it is.
func advised(err error, advice gov.Text) error {
	var locked *gov.Error
	if !errors.Is(err, berrors.ErrTimeout) || !errors.As(err, &locked) {
		return err
	}
	out := *locked
	out.Hint = advice
	return &out
}
