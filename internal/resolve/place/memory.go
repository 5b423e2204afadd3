package place

import (
	"strings"
	"sync"
)

// memory remembers what was found under names, since reports name the same places again and again. It forgets all
// when it is full. It may be used from many goroutines at once.
type memory struct {
	mu    sync.Mutex
	found map[string][]Entry
}

// looked is what Lookup found.
var looked memory

// The most that is remembered, and the longest name, in bytes.
const (
	mostRemembered    = 8192
	longestRemembered = 40
)

func (m *memory) get(name string) (found []Entry, known bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	found, known = m.found[name]
	return found, known
}

func (m *memory) put(name string, found []Entry) {
	if len(name) > longestRemembered {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.found == nil || len(m.found) == mostRemembered {
		m.found = map[string][]Entry{}
	}
	m.found[strings.Clone(name)] = found[:len(found):len(found)]
}
