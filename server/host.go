package main

import (
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"tiaokuai/internal/gov"
)

// ownHosts refuses requests that a browser was led to this machine with: a page of another name whose address was turned
// to the loopback (DNS rebinding) passes every check of origins, but names its own host. It guards a server that listens
// on the loopback alone; what others can reach has names that only its operator knows.
func ownHosts(f refusals, listen string, origins []string, next http.Handler) http.Handler {
	if !loopback(listen) {
		return next
	}
	var named []string
	for _, o := range origins {
		if u, err := url.Parse(o); err == nil {
			named = append(named, strings.ToLower(u.Hostname()))
		}
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !loopback(r.Host) && !slices.Contains(named, strings.ToLower(hostname(r.Host))) {
			f.write(w, r, gov.Errorf(gov.CodeForbidden, "本服务只在本机监听，不接受以 %q 为名的请求", "this server listens on this machine alone and answers no request for %q", r.Host).
				Advise("请用 http://127.0.0.1 访问；经反向代理时以 --origin 写明其地址", "use http://127.0.0.1; behind a reverse proxy name its address with --origin"))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// loopback says whether a host, with or without a port, is this machine to itself.
func loopback(host string) bool {
	name := hostname(host)
	ip := net.ParseIP(name)
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		return name
	}
	return strings.Trim(host, "[]")
}
