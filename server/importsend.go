package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"
)

// send has the running server import the file.
func (c importCommand) send(ctx context.Context, t terminal, data []byte) (done imported, err error) {
	server := remote(c.Server)
	answer, err := server.do(ctx, t, http.MethodPost, []string{"import", url.PathEscape(c.County)}, c.query(), bytes.NewReader(data),
		importHeader, "server", "Content-Type", "application/octet-stream")
	if err != nil {
		return done, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK && answer.StatusCode != http.StatusUnprocessableEntity {
		return done, server.refused(answer)
	}
	return done, json.NewDecoder(answer.Body).Decode(&done)
}

// query is what is asked for, as POST /import takes it.
func (c importCommand) query() url.Values {
	q := url.Values{"name": {filepath.Base(c.File)}, "mode": {c.Mode}, "maxRemoved": {strconv.Itoa(c.MaxRemoved)}, "actor": {c.Actor}}
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
