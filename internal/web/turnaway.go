package web

import (
	"net/http"

	"dateline/internal/account"
)

// turnAway answers whoever does not have the role.
func (s *site) turnAway(w http.ResponseWriter, r *http.Request, role account.Role) {
	s.fail(w, r, &fault{http.StatusForbidden, "That is not yours to do", "It takes the role of " + role.String() + "; yours is " + s.who(r).Role.String() + "."})
}
