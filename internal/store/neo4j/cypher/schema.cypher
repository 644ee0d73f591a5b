// What must be unique, and with it the indexes that the statements need. One statement each, run at start.
CREATE CONSTRAINT tiaokuai_log IF NOT EXISTS FOR (n:Log) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT tiaokuai_head IF NOT EXISTS FOR (n:Head) REQUIRE n.county IS UNIQUE;
CREATE CONSTRAINT tiaokuai_commit_id IF NOT EXISTS FOR (n:Commit) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT tiaokuai_commit_seq IF NOT EXISTS FOR (n:Commit) REQUIRE n.seq IS UNIQUE;
CREATE CONSTRAINT tiaokuai_commit_revision IF NOT EXISTS FOR (n:Commit) REQUIRE (n.county, n.revision) IS UNIQUE;
CREATE CONSTRAINT tiaokuai_document IF NOT EXISTS FOR (n:Document) REQUIRE (n.county, n.kind, n.id, n.version) IS UNIQUE;
CREATE CONSTRAINT tiaokuai_document_seq IF NOT EXISTS FOR (n:Document) REQUIRE n.seq IS UNIQUE;
CREATE CONSTRAINT tiaokuai_checkpoint IF NOT EXISTS FOR (n:Checkpoint) REQUIRE (n.county, n.revision) IS UNIQUE;
CREATE CONSTRAINT tiaokuai_region IF NOT EXISTS FOR (n:Region) REQUIRE n.key IS UNIQUE;
{{range .}}CREATE CONSTRAINT tiaokuai_{{.}} IF NOT EXISTS FOR (n:{{.}}) REQUIRE (n.county, n.key) IS UNIQUE;
{{end}}
