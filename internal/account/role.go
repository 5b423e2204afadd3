package account

import "fmt"

// Role is what somebody may do. Each may do what those before it may.
type Role int

// The roles.
const (
	Nobody   Role = iota // has not logged in
	Reader               // sees everything that is kept
	Reviewer             // rules: accepts, corrects, rejects, joins and parts; takes back rulings of their own
	Editor               // takes back rulings of others, and decides where reviewers disagree
	Admin                // says who has an account and which role
)

var names = [...]string{Nobody: "nobody", Reader: "reader", Reviewer: "reviewer", Editor: "editor", Admin: "admin"}

// Roles are the roles that an account can have, the least first.
var Roles = []Role{Reader, Reviewer, Editor, Admin}

// String returns the name of the role.
func (r Role) String() string { return names[r] }

// RoleOf returns the role of that name, which an account can have.
func RoleOf(name string) (Role, error) {
	for _, r := range Roles {
		if r.String() == name {
			return r, nil
		}
	}
	return Nobody, fmt.Errorf("there is no role %q", name)
}
