package main
type exportCmd struct{}
func (exportCmd) Help() string { return "" }
func (c *exportCmd) Run(s *streams) error { return nil }
type evalCmd struct{}
func (evalCmd) Help() string { return "" }
func (c *evalCmd) Run(s *streams) error { return nil }
