package main

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"slices"
	"strings"
	"time"

	"tiaokuai/internal/atlas"
	"tiaokuai/internal/desk"
	"tiaokuai/internal/dossier"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/scenario"
	"tiaokuai/internal/snapshot"
)

// dossiers answers /dossier/{county}/{scenario}.html and .docx with the 论证报告 of a scenario, in the request's language or
// that of ?language=.
type dossiers struct {
	refusals
	atlas    *atlas.Atlas
	desk     *desk.Desk
	proposer *proposal.Proposer
}

func newDossiers(a *atlas.Atlas, d *desk.Desk, p *proposal.Proposer, log *slog.Logger, reference func() string) http.Handler {
	return dossiers{refusals{log, reference}, a, d, p}
}

// dossierForms are the two forms of a dossier.
var dossierForms = []struct {
	extension, mediaType, disposition string
	policy                            string // what a page may load: nothing but itself
	write                             func(io.Writer, dossier.Dossier) error
}{
	{"html", "text/html; charset=utf-8", "inline", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'", dossier.HTML},
	{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment", "", dossier.DOCX},
}

func (d dossiers) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := d.send(w, r); err != nil {
		d.write(w, r, err)
	}
}

// send writes a dossier once it is whole.
func (d dossiers) send(w http.ResponseWriter, r *http.Request) error {
	language, err := dossierLanguage(r)
	if err != nil {
		return err
	}
	key, extension, _ := strings.Cut(r.PathValue("file"), ".")
	for _, form := range dossierForms {
		if form.extension != extension {
			continue
		}
		report, err := d.report(r.Context(), r.PathValue("county"), key, language)
		if err != nil {
			return err
		}
		var out bytes.Buffer
		if err := form.write(&out, report); err != nil {
			return err
		}
		h := w.Header()
		h.Set("Content-Type", form.mediaType)
		h.Set("Cache-Control", "private, no-cache")
		h.Set("Content-Disposition", mime.FormatMediaType(form.disposition, map[string]string{"filename": report.Title + "." + extension}))
		if form.policy != "" {
			h.Set("Content-Security-Policy", form.policy)
		}
		_, err = out.WriteTo(w)
		if err != nil {
			d.log.InfoContext(r.Context(), "a dossier was broken off", "scenario", key, "error", err)
		}
		return nil
	}
	return gov.Errorf(gov.CodeNotFound, "论证报告有 .html 和 .docx 两种", "a dossier is .html or .docx").At("file")
}

func dossierLanguage(r *http.Request) (gov.Language, error) {
	switch v := r.URL.Query().Get("language"); strings.ToUpper(v) {
	case "":
		return languageOfRequest(r), nil
	case string(gov.LanguageZH):
		return gov.LanguageZH, nil
	case string(gov.LanguageEN):
		return gov.LanguageEN, nil
	default:
		return "", gov.Errorf(gov.CodeInvalid, "language 为 zh 或 en，不能为 %q", "language is zh or en, not %q", v).At("language")
	}
}

// report gathers a scenario's dossier.
func (d dossiers) report(ctx context.Context, county, key string, l gov.Language) (dossier.Dossier, error) {
	v, err := d.atlas.View()
	if err != nil {
		return dossier.Dossier{}, err
	}
	one, err := d.desk.Scenario(ctx, v, county, key)
	if err != nil {
		return dossier.Dossier{}, err
	}
	before, after, err := d.desk.ResultOf(ctx, v, one)
	if err != nil {
		return dossier.Dossier{}, err
	}
	found, err := d.proposals(ctx, one.Scenario, before, after)
	if err != nil {
		return dossier.Dossier{}, err
	}
	held, err := d.checks(one.Scenario, before, after)
	if err != nil {
		return dossier.Dossier{}, err
	}
	items, err := d.desk.Track(ctx, v, county, key)
	if err != nil {
		return dossier.Dossier{}, err
	}
	return dossier.Of(dossier.Input{
		ID: key, Scenario: one.Scenario, Before: before, After: after, Proposals: found, Checks: held, Items: items, Language: l, Now: time.Now(),
	}), nil
}

// checks are the rules held to how the plan groups the organs of its scope, without one of each township it touches.
func (d dossiers) checks(s scenario.Scenario, before, after *snapshot.County) ([]proposal.Check, error) {
	scopes := []proposal.Scope{s.Scope}
	if s.Scope == (proposal.Scope{}) {
		scopes = nil
		for _, t := range scenario.Touched(before, after) {
			if _, there := before.Node(t); there {
				scopes = append(scopes, proposal.Scope{Township: t})
			}
		}
	}
	var out []proposal.Check
	for _, scope := range scopes {
		g, err := d.proposer.GroupingOf(before, after, scope, proposal.Options{})
		if err != nil {
			return nil, err
		}
		out = append(out, g.Checks...)
	}
	return out, nil
}

// proposals are what there was to choose from in the scenario's scope; without one, in the townships it touches.
func (d dossiers) proposals(ctx context.Context, s scenario.Scenario, before, after *snapshot.County) ([]proposal.Proposal, error) {
	found, err := d.proposer.Propose(ctx, before, s.Scope, proposal.Options{})
	if err != nil || s.Scope != (proposal.Scope{}) {
		return found, err
	}
	touched := scenario.Touched(before, after)
	return slices.DeleteFunc(found, func(p proposal.Proposal) bool {
		return !slices.Contains(touched, p.Scope.Township) && !slices.Contains(s.Origin.Proposals, p.Key)
	}), nil
}
