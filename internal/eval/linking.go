package eval

import "context"

// Linking scores what package link makes of many reports. It prints a table for each question: the first,
// which the bars are of, is of articles of the Gun Violence Archive (linkgva.go), the second of what their
// incidents say (linkfacts.go).
func Linking(ctx context.Context, dir string) (Table, error) {
	g, err := readGVALinked(ctx, dir)
	if err != nil {
		return Table{}, err
	}
	t := g.articleTable()
	t.More = append(t.More, g.factTable())
	return t, nil
}
