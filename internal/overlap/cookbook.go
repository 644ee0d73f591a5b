package overlap

import (
	"embed"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

//go:embed cypher/*.cypher
var twins embed.FS

// Recipe is a detector's twin in Cypher, for analysts at a Neo4j that holds the county: Neo4j Browser runs it as it
// stands once its parameters are set.
type Recipe struct {
	Detector Detector
	// Query gives township, subject, topic and participants (sorted keys), one row for each finding; township is empty
	// for a finding of the county, topic where there is none.
	Query string
}

// Cookbook are the recipes of all kinds, in their order.
func Cookbook() []Recipe {
	out := make([]Recipe, len(detectors))
	for i, d := range detectors {
		out[i] = Recipe{d, twin(d.Kind)}
	}
	return out
}

// twin is the Cypher file named after a kind; a test holds that each has one.
func twin(kind gov.OverlapKind) string {
	text, err := twins.ReadFile("cypher/" + strings.ToLower(string(kind)) + ".cypher")
	if err != nil {
		return ""
	}
	return string(text)
}

// RecipeParameters are the parameters of every recipe for a county: county, day, departmentLimit and leaderOrganLimit.
func RecipeParameters(c *snapshot.County) map[string]any {
	return map[string]any{
		"county":           c.Key,
		"day":              string(today(c)),
		"departmentLimit":  c.Settings.Departments(),
		"leaderOrganLimit": c.Settings.LeaderOrgans(),
	}
}
