# The server alone, as one static program: docker build -t tiaokuai .
# On a file instead of Neo4j: docker run -p 127.0.0.1:8080:8080 -v tiaokuai:/data tiaokuai serve --listen 0.0.0.0:8080 --open
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o /out/server ./server && mkdir /out/data

# Not an empty image, because the health check in compose.yaml uses its wget.
FROM alpine:3.22
COPY --from=build /out/server /usr/local/bin/server
COPY --from=build --chown=65532:65532 /out/data /data
USER 65532:65532
ENV TIAOKUAI_DATA=/data
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["server"]
CMD ["serve"]
