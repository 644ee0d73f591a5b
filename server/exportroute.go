package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log/slog"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/gzhttp"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/exchange"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// downloadTime is how long a client may take over one export.
const downloadTime = 10 * time.Minute

// exports answers /export/{county}.{extension} with the county as a file, and /export/{county} with the formats there are.
type exports struct {
	refusals
	atlas *atlas.Atlas
}

// newExports compresses for who accepts it: a county shrinks to a tenth.
func newExports(a *atlas.Atlas, log *slog.Logger, reference func() string) http.Handler {
	types := make([]string, 0, len(exchange.Formats()))
	for _, f := range exchange.Formats() {
		if !f.Binary {
			types = append(types, f.MediaType)
		}
	}
	wrap, err := gzhttp.NewWrapper(gzhttp.ContentTypes(types))
	if err != nil {
		panic(err) // the options above are wrong
	}
	compressed := wrap(exports{refusals{log, reference}, a})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(downloadTime)) // a recorder in a test has none
		compressed.ServeHTTP(w, r)
	})
}

func (e exports) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	v, err := e.atlas.View()
	if err != nil {
		e.write(w, r, err)
		return
	}
	name := r.PathValue("file")
	county, format, ok := exchange.Named(name)
	if !ok {
		e.list(w, r, v, name)
		return
	}
	if err := e.send(w, r, v, county, format); err != nil {
		e.write(w, r, err)
	}
}

// send answers with a county in a format. An error comes before anything was written.
func (e exports) send(w http.ResponseWriter, r *http.Request, v *atlas.View, code string, format exchange.Format) error {
	ctx, cancel := context.WithTimeout(r.Context(), requestTimeout)
	defer cancel()
	head, err := v.Head(code)
	if err != nil {
		return err
	}
	q, err := readExportQuery(ctx, v, code, r.URL.RawQuery)
	if err != nil {
		return err
	}
	tag := q.tag(head, format)
	if matches(r.Header.Values("If-None-Match"), tag) && q.Revision <= head.Revision {
		w.Header().Set("ETag", tag)
		w.Header().Set("Cache-Control", "private, no-cache")
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	county, err := v.At(ctx, code, q.Version)
	if err != nil {
		return err
	}
	var beside exchange.Beside
	if r.Method != http.MethodHead {
		if beside, err = besideOf(ctx, v, county, format, q.Bases); err != nil {
			return err
		}
	}
	h := w.Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", "private, no-cache")
	h.Set("Content-Type", contentType(format))
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": q.fileName(county, format)}))
	if r.Method == http.MethodHead {
		return nil
	}
	if err := format.Write(w, county, beside); err != nil {
		e.log.InfoContext(ctx, "an export was broken off", "county", code, "format", format.Extension, "error", err)
		panic(http.ErrAbortHandler) // so that what was sent is not taken for the whole
	}
	return nil
}

// contentType says of plain text that it is UTF-8; the other formats say so themselves.
func contentType(f exchange.Format) string {
	if strings.HasPrefix(f.MediaType, "text/") {
		return f.MediaType + "; charset=utf-8"
	}
	return f.MediaType
}

// exportQuery is what the query string asks for.
type exportQuery struct {
	atlas.Version
	name string
}

// readExportQuery reads revision or time, basis (again and again) and name; anything else is refused.
func readExportQuery(ctx context.Context, v *atlas.View, code, raw string) (exportQuery, error) {
	values, err := url.ParseQuery(raw)
	if err != nil {
		return exportQuery{}, gov.Errorf(gov.CodeInvalid, "查询字符串无法解析", "the query string cannot be read")
	}
	var q exportQuery
	for _, name := range sortedNames(values) {
		value := values[name][0]
		switch {
		case name == "basis":
			q.Bases, err = parseBases(values[name])
		case len(values[name]) > 1:
			err = gov.Errorf(gov.CodeInvalid, "参数 %s 只能出现一次", "parameter %s is given twice", name).At(name)
		case name == "revision":
			q.Revision, err = parseRevision(value)
		case name == "time" && values["revision"] != nil:
			err = gov.Errorf(gov.CodeInvalid, "revision 与 time 只能二选一", "give either revision or time").At(name)
		case name == "time":
			q.Revision, err = revisionOn(ctx, v, code, value)
		case name == "name":
			q.name, err = value, checkFileName(value)
		default:
			err = gov.Errorf(gov.CodeInvalid, "没有参数 %q", "there is no parameter %q", name).At(name).
				Advise("可用 revision、time、basis、name", "there are revision, time, basis and name")
		}
		if err != nil {
			return exportQuery{}, err
		}
	}
	return q, nil
}

// tag is the entity tag: weak, since the same file goes out compressed or not.
func (q exportQuery) tag(head gov.Head, format exchange.Format) string {
	revision := q.Revision
	if revision == 0 {
		revision = head.Revision
	}
	whole := fmt.Sprintf("%s\n%d\n%d\n%s\n%q\n%q\n%s", head.County, revision, head.Documents, format.Extension, slices.Sorted(slices.Values(q.Bases)), q.name, version)
	sum := sha256.Sum256([]byte(whole))
	return `W/"` + hex.EncodeToString(sum[:12]) + `"`
}

// matches says whether an If-None-Match names the tag.
func matches(headers []string, tag string) bool {
	for one := range strings.SplitSeq(strings.Join(headers, ","), ",") {
		one = strings.TrimSpace(one)
		if one == "*" || strings.TrimPrefix(one, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// fileName is what a browser saves the file as: 登封市-第5版.graphml, or as asked.
func (q exportQuery) fileName(c *snapshot.County, format exchange.Format) string {
	ending := "." + format.Extension
	if q.name == "" {
		return fmt.Sprintf("%s-第%d版%s", strings.Map(fileRune, c.Name), c.Revision(), ending)
	}
	if strings.HasSuffix(strings.ToLower(q.name), ending) {
		return q.name
	}
	return q.name + ending
}

// list answers with the formats that a county can be had in.
func (e exports) list(w http.ResponseWriter, r *http.Request, v *atlas.View, name string) {
	head, err := v.Head(name)
	if err != nil {
		e.write(w, r, e.unknown(v, name, err))
		return
	}
	type listed struct {
		Extension   string `json:"extension"`
		MediaType   string `json:"mediaType"`
		Title       string `json:"title"`
		Description string `json:"description"`
		Href        string `json:"href"`
	}
	answer := struct {
		County   string   `json:"county"`
		Revision int64    `json:"revision"`
		Formats  []listed `json:"formats"`
	}{head.County, head.Revision, nil}
	l := languageOfRequest(r)
	for _, f := range exchange.Formats() {
		answer.Formats = append(answer.Formats, listed{f.Extension, f.MediaType, f.Title.In(l), f.Description.In(l), "/export/" + url.PathEscape(name) + "." + f.Extension})
	}
	h := w.Header()
	h.Set("Content-Type", "application/json; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept-Language")
	_ = json.NewEncoder(w).Encode(answer) // an error means the client is gone
}

// unknown tells an unknown format from an unknown county.
func (e exports) unknown(v *atlas.View, name string, err error) error {
	county, extension, dotted := strings.Cut(name, ".")
	if _, missing := v.Head(county); !dotted || missing != nil {
		return err
	}
	return noFormat(extension)
}
