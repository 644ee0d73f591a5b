package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"tiaokuai/internal/gov"
)

// send has the running server import the file.
func (c importCommand) send(ctx context.Context, t terminal, data []byte) (done imported, err error) {
	server := remote(c.Server)
	answer, err := server.do(ctx, t, http.MethodPost, []string{"import", url.PathEscape(c.County)}, c.query(), bytes.NewReader(data),
		importHeader, "server", "Content-Type", "application/octet-stream", "Accept", "text/event-stream")
	if err != nil {
		return done, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return done, server.refused(answer)
	}
	return hear(answer.Body, t.progress())
}

// longestEvent bounds an event of an import; the result is the longest.
const longestEvent = 64 << 20

// hear reads the events of an import up to its result, which it gives, or to the error that it ended with.
func hear(events io.Reader, progress func(stage string, done, total int)) (done imported, err error) {
	lines, event := bufio.NewScanner(events), ""
	lines.Buffer(nil, longestEvent)
	for lines.Scan() {
		switch name, value, _ := strings.Cut(lines.Text(), ": "); {
		case name == "event":
			event = value
		case name != "data":
		case event == "progress" && progress != nil:
			var p importProgress
			if err := json.Unmarshal([]byte(value), &p); err != nil {
				return done, err
			}
			progress(p.Stage, p.Done, p.Total)
		case event == "result":
			return done, json.Unmarshal([]byte(value), &done)
		case event == "error":
			if err := json.Unmarshal([]byte(value), &done); err != nil || len(done.Errors) == 0 {
				return done, errors.Join(errors.New("the import failed without an error"), err)
			}
			return imported{}, told(done.Errors)
		}
	}
	return done, gov.Errorf(gov.CodeUnavailable, "传输中断，不知是否已导入", "the transfer was broken off; it is not known whether the file was imported").Because(lines.Err()).
		Advise("请加同一个 --commit-id 重发", "send it again with one --commit-id")
}

// query is what is asked for, as POST /import takes it.
func (c importCommand) query() url.Values {
	q := url.Values{"name": {filepath.Base(c.File)}, "mode": {c.Mode}, "maxRemoved": {strconv.Itoa(c.MaxRemoved)}, "actor": {c.Actor}, "edits": {strconv.Itoa(listedEdits)}}
	if len(c.Township) > 0 {
		q["township"] = c.Township
	}
	for name, v := range map[string]string{
		"formTownship": c.FormTownship, "formDepartment": c.FormDepartment, "formDocument": c.FormDocument,
		"reason": c.Reason, "effective": string(c.Date), "commitId": c.ID,
		"approvalAuthority": c.Approval.Authority, "approvalDocument": c.Approval.Document, "approvalDate": string(c.Approval.Date),
	} {
		if v != "" {
			q.Set(name, v)
		}
	}
	for name, v := range map[string]bool{"create": c.Create, "dryRun": c.DryRun} {
		if v {
			q.Set(name, "true")
		}
	}
	return q
}
