package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"time"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// importHeader must be there, with any value: a page of another origin can't send it unasked, so no form or link on some
// page imports a file in the name of who looks at it.
const importHeader = "Tiaokuai-Import"

// importTime is how long an import may take: the file's way here, reading, planning and the commit.
const importTime = 10 * time.Minute

// imports answers POST /import/{county} with a file as its body.
type imports struct {
	refusals
	atlas *atlas.Atlas
	turn  chan struct{} // one file at a time: a large one needs a few hundred MiB
}

func newImports(a *atlas.Atlas, log *slog.Logger, reference func() string) http.Handler {
	return imports{refusals{log, reference}, a, make(chan struct{}, 1)}
}

func (h imports) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind == "multipart/form-data" {
		h.show(w, r, http.StatusUnsupportedMediaType, gov.Problems{noForm()})
		return
	}
	until := time.Now().Add(importTime)
	control := http.NewResponseController(w)
	_, _ = control.SetReadDeadline(until), control.SetWriteDeadline(until) // a recorder in a test has none
	ctx, cancel := context.WithDeadline(r.Context(), until)
	defer cancel()
	job, err := h.read(r.WithContext(ctx), w)
	if err != nil {
		h.write(w, r, err)
		return
	}
	select {
	case h.turn <- struct{}{}:
		defer func() { <-h.turn }()
	case <-ctx.Done():
		h.write(w, r, gov.Errorf(gov.CodeUnavailable, "另一份文件正在导入", "another file is being imported"))
		return
	}
	if r.Header.Get("Accept") == "text/event-stream" {
		h.stream(ctx, w, r, job)
		return
	}
	done, err := job.run(ctx, h.atlas)
	if err != nil {
		h.write(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	if len(done.Errors) > 0 {
		w.WriteHeader(http.StatusUnprocessableEntity)
	}
	_ = json.NewEncoder(w).Encode(done) // an error means the client is gone
}

// noForm refuses the body of a web form, which has the file among other things.
func noForm() *gov.Error {
	return gov.Errorf(gov.CodeInvalid, "不接受表单（multipart/form-data）", "a form (multipart/form-data) is not taken").At("Content-Type").
		Advise("请把文件本身作为请求正文发送，如 curl --data-binary @文件.xlsx", "send the file itself as the request's body: curl --data-binary @FILE.xlsx")
}

// importProgress is how far an import is.
type importProgress struct {
	Stage string `json:"stage"`
	Done  int    `json:"done"`
	Total int    `json:"total,omitempty"`
}

// stream tells of the progress in events of its name, and of the end in one called result, or error.
func (h imports) stream(ctx context.Context, w http.ResponseWriter, r *http.Request, job importing) {
	w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	control := http.NewResponseController(w)
	tell := func(event string, v any) {
		data, err := json.Marshal(v)
		if err != nil {
			data = []byte("null")
		}
		_, _ = fmt.Fprintf(w, "event: %s\ndata: %s\n\n", event, data)
		_ = control.Flush()
	}
	job.Hear = func(stage string, done, total int) {
		tell("progress", importProgress{stage, done, total})
	}
	done, err := job.run(ctx, h.atlas)
	if err != nil {
		done = nothing()
		done.Errors = shownAll(h.problems(ctx, err), job.Writing)
		tell("error", done)
		return
	}
	tell("result", done)
}

// read takes what the request asks for, and the file.
func (h imports) read(r *http.Request, w http.ResponseWriter) (importing, error) {
	if r.Header.Get(importHeader) == "" {
		return importing{}, gov.Errorf(gov.CodeForbidden, "缺少请求头 %s", "the header %s is missing", importHeader).
			Advise("导入请求须带该请求头（任意值），以防被其他网页冒用", "an import carries this header, with any value, so that no other page can forge one")
	}
	job, err := readImportQuery(r.URL.RawQuery)
	if err != nil {
		return job, err
	}
	job.County, job.Writing = r.PathValue("county"), languageOfRequest(r)
	if err := gov.CheckKey(job.County); err != nil {
		return job, err.At("county")
	}
	job.Data, err = io.ReadAll(http.MaxBytesReader(w, r.Body, workbook.StandardLimits().File))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return job, gov.Errorf(gov.CodeInvalid, "文件超过 %d MiB", "the file is larger than %d MiB", large.Limit>>20).Advise("请分几个文件导入", "import it in several files")
	case err != nil:
		return job, gov.Errorf(gov.CodeInvalid, "文件没有完整送达", "the file did not arrive whole").Because(err)
	case len(job.Data) == 0:
		return job, gov.Errorf(gov.CodeInvalid, "请求正文为空", "the body is empty").Advise("请把文件作为请求正文发送", "send the file as the request's body")
	}
	return job, nil
}
