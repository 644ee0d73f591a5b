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

// fetch asks the running server for the export and gives the function that writes what it answers.
func (c exportCommand) fetch(ctx context.Context, t terminal, format exchange.Format) (func(io.Writer) error, error) {
	query := url.Values{}
	if c.Revision != 0 {
		query.Set("revision", strconv.FormatInt(c.Revision, 10))
	}
	for _, b := range c.Basis {
		query.Add("basis", string(b))
	}
	server := remote(c.Server)
	answer, err := server.do(ctx, t, http.MethodGet, []string{"export", url.PathEscape(c.County + "." + format.Extension)}, query, nil) //nolint:bodyclose // closed below, or by the function that is given
	if err != nil {
		return nil, err
	}
	if answer.StatusCode != http.StatusOK {
		defer answer.Body.Close()
		return nil, server.refused(answer)
	}
	return func(w io.Writer) error {
		defer answer.Body.Close()
		if _, err := io.Copy(w, answer.Body); err != nil {
			return gov.Errorf(gov.CodeUnavailable, "传输中断", "the transfer was broken off").Because(err)
		}
		return nil
	}, nil
}
