package export

import (
	"cmp"
	"encoding/json"
	"io"
	"strings"

	"dateline"
	"dateline/internal/resolve/count"
	"dateline/internal/tabular"
)

// The description of the CSV files, as Frictionless Data Package (specs.frictionlessdata.io): what
// each column holds, and what the cells mean that are no values.

type dataPackage struct {
	Profile   string     `json:"profile"`
	Name      string     `json:"name"`
	Title     string     `json:"title"`
	Schema    string     `json:"dateline"`
	Numbers   vagueWords `json:"numbers"`
	Resources []resource `json:"resources"`
}

// vagueWords says by which convention vague words have their figures.
type vagueWords struct {
	Convention Convention `json:"convention"`
	Says       string     `json:"says"`
}

type resource struct {
	Profile     string      `json:"profile"`
	Name        string      `json:"name"`
	Path        string      `json:"path"`
	Description string      `json:"description"`
	Encoding    string      `json:"encoding"`
	Schema      tableSchema `json:"schema"`
}

type tableSchema struct {
	Fields        []schemaField `json:"fields"`
	MissingValues []string      `json:"missingValues"`
	Missing       missing       `json:"missingValuesMeaning"`
	PrimaryKey    []string      `json:"primaryKey"`
	ForeignKeys   []foreignKey  `json:"foreignKeys,omitempty"`
}

type schemaField struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Description string `json:"description"`
}

// missing says what each of the cells means that is no value.
type missing struct {
	NR    string
	NA    string
	WH    string
	Empty string `json:"empty"`
}

type foreignKey struct {
	Fields    string    `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string `json:"resource"`
	Fields   string `json:"fields"`
}

// foreign are the columns that name a row of another table.
var foreign = map[string]reference{
	"accounts.csv":   {"incidents", "incident_id"},
	"headlines.csv":  {"incidents", "incident_id"},
	"statements.csv": {"reports", "report_id"},
	"parts.csv":      {"statements", "statement_id"},
}

func writePackage(w io.Writer, c Convention) error {
	c = cmp.Or(c, count.House)
	p := dataPackage{Profile: "tabular-data-package", Name: "dateline-export", Schema: dateline.Schema, Numbers: vagueWords{c, c.Says()},
		Title: "Incidents and statements about armed groups, from public reporting"}
	for _, t := range Tables() {
		p.Resources = append(p.Resources, resourceOf(t))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(p)
}

func resourceOf(t Table) resource {
	s := tableSchema{MissingValues: []string{tabular.NotApplicable, tabular.NotReported, tabular.Unknown, tabular.Withheld}, PrimaryKey: strings.Fields(t.Key),
		Missing: missing{NR: "not reported: no statement tells it", NA: "unknown: told in words that give no value",
			WH: "withheld: left out of this file", Empty: "not applicable, or the open end of a range"}}
	for _, c := range t.Columns {
		s.Fields = append(s.Fields, schemaField{c.Name, typeOf(c.Name), c.Doc})
	}
	if ref, ok := foreign[t.File]; ok {
		s.ForeignKeys = []foreignKey{{ref.Fields, ref}}
	}
	return resource{"tabular-data-resource", strings.TrimSuffix(t.File, ".csv"), t.File, t.Doc, "utf-8", s}
}

// typeOf is the type of a column in a Data Package, by its name.
func typeOf(column string) string {
	switch column[strings.LastIndexByte(column, '_')+1:] {
	case "low", "best", "high", "aside", "accounts", "rank", "part", "start", "end", "m":
		return "integer"
	case "lat", "lon", "score":
		return "number"
	case "from", "to":
		return "date"
	}
	return "string"
}
