package main

import (
	"cmp"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strconv"

	"tiaokuai/internal/exchange"
	"tiaokuai/internal/gov"
)

// largestRefusal bounds how much of a server's refusal is read.
const largestRefusal = 1 << 20

// fetch gives the function that asks the running server for the export and writes what it answers.
func (c exportCommand) fetch(ctx context.Context, t terminal, format exchange.Format) (func(io.Writer) error, error) {
	address, err := c.address(format)
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept-Language", string(t.language))
	return func(w io.Writer) error { return c.download(request, w) }, nil
}

// download writes the answer to a request; the HTTP client unpacks what was compressed on the way.
func (c exportCommand) download(request *http.Request, w io.Writer) error {
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return gov.Errorf(gov.CodeUnavailable, "无法连接服务 %s", "the server at %s can't be reached", c.Server).Because(err).
			Advise("请检查 --server 的地址", "check the address in --server")
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return refused(answer, c.Server)
	}
	if _, err := io.Copy(w, answer.Body); err != nil {
		return gov.Errorf(gov.CodeUnavailable, "传输中断", "the transfer was broken off").Because(err)
	}
	return nil
}

// address is the path of the export on the server.
func (c exportCommand) address(format exchange.Format) (string, error) {
	u, err := url.Parse(c.Server)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", gov.Errorf(gov.CodeInvalid, "--server 应写作 http://地址:端口", "--server must be http://HOST:PORT")
	}
	query := url.Values{}
	if c.Revision != 0 {
		query.Set("revision", strconv.FormatInt(c.Revision, 10))
	}
	for _, b := range c.Basis {
		query.Add("basis", string(b))
	}
	u = u.JoinPath("export", url.PathEscape(c.County+"."+format.Extension))
	u.RawQuery = query.Encode()
	return u.String(), nil
}

// refused is what the server said in place of the file, in the language it was asked in.
func refused(answer *http.Response, server string) error {
	var body struct {
		Errors []struct {
			Message    string
			Extensions struct {
				Code gov.Code
				Hint string
			}
		}
	}
	err := json.NewDecoder(io.LimitReader(answer.Body, largestRefusal)).Decode(&body)
	if err != nil || len(body.Errors) == 0 {
		return gov.Errorf(gov.CodeUnavailable, "%[1]s 的答复不是本程序的：%[2]s", "%[1]s answers unlike this program: %[2]s", server, answer.Status)
	}
	e := body.Errors[0]
	return &gov.Error{Code: cmp.Or(e.Extensions.Code, gov.CodeInternal), Message: gov.Text{ZH: e.Message, EN: e.Message}, Hint: gov.Text{ZH: e.Extensions.Hint, EN: e.Extensions.Hint}}
}
