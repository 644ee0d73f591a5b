package main

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strconv"

	"tiaokuai/internal/exchange"
	"tiaokuai/internal/gov"
)

// fetchAs asks the running server for the export and gives the function that writes what it answers.
func (c exportCommand) fetchAs(ctx context.Context, t terminal, format exchange.Format) (func(io.Writer) error, error) {
	answer, err := c.fetch(ctx, t, format.Extension) //nolint:bodyclose // closed by the function that is given
	if err != nil {
		return nil, err
	}
	return func(w io.Writer) error {
		defer answer.Body.Close()
		if _, err := io.Copy(w, answer.Body); err != nil {
			return gov.Errorf(gov.CodeUnavailable, "传输中断", "the transfer was broken off").Because(err)
		}
		return nil
	}, nil
}

// fetch asks the running server for the county in a format. The answer is OK, and the caller's to close.
func (s source) fetch(ctx context.Context, t terminal, extension string) (*http.Response, error) {
	query := url.Values{}
	if s.Revision != 0 {
		query.Set("revision", strconv.FormatInt(s.Revision, 10))
	}
	for _, b := range s.Basis {
		query.Add("basis", string(b))
	}
	server := remote(s.Server)
	answer, err := server.do(ctx, t, http.MethodGet, []string{"export", url.PathEscape(s.County + "." + extension)}, query, nil)
	if err == nil && answer.StatusCode != http.StatusOK {
		defer answer.Body.Close()
		return nil, server.refused(answer)
	}
	return answer, err
}
