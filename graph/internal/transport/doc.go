// Package transport carries GraphQL to its clients.
//
// [HTTP] is the graphql-over-http specification: queries by GET, queries and mutations by POST with application/json.
//
//   - a request that cannot be read is refused: 405, 406, 413, 414, 415, or 400 for anything but one well-formed
//     object in UTF-8; nothing of the body is echoed;
//   - a request error (parsing, validation, limits) has no data key; it is 200 under application/json and 400, or the
//     status of its code, under application/graphql-response+json;
//   - an answer with data is 200.
//
// [WebSocket] is graphql-transport-ws, [SSE] is graphql-sse in its mode of distinct connections. They carry operations of
// every kind and stand before HTTP, which takes every request that is left.
//
//   - a socket that breaks the protocol is closed with the code of its fault (closing.go); a stream is refused as by HTTP;
//   - nothing is queued: the next event of a subscription is taken from its resolver when the one before has left. A
//     client that does not take a message in time is a slow consumer and is cut off, 4413 on a socket;
//   - the context of an operation ends when either side completes it, and with its socket or stream, whatever ends that;
//     a resolver that ends for a reason of its own gives it to [EndWith];
//   - when the server stops, sockets are closed with 1001 and streams end without a complete event: clients come back.
//
// Every operation goes through the executor and every error through its error presenter, so limits, codes and languages
// are the same everywhere. The finished data is written as it is, never encoded again.
//
// It imports gov, fault, gqlgen's graphql package and github.com/coder/websocket. To add a response media type: one
// constant and its place in accept.go; a message of the protocol: one constant in message.go and its case in socket.go.
package transport
