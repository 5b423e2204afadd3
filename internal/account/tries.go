package account

import (
	"net/netip"
	"sync"
	"time"
)

// How many failures are let pass.
const (
	mostTries = 10
	triesFor  = 15 * time.Minute
	mostKept  = 20000 // names and addresses that are remembered, the oldest forgotten first
)

// tries counts failures by name and by address, in memory alone. A try counts from when it begins, so that many at once
// are no way around it; one that succeeds is taken back.
type tries struct {
	mu  sync.Mutex
	of  map[string][]time.Time // when, the oldest first
	age []string               // keys in the order in which they came; some may be gone
}

func newTries() tries { return tries{of: map[string][]time.Time{}} }

// begin counts a try under all keys, or returns how long to wait if there were too many under one.
func (t *tries) begin(now time.Time, keys ...string) (wait time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, k := range keys {
		t.drop(now, k)
		if at := t.of[k]; len(at) >= mostTries {
			wait = max(wait, at[0].Add(triesFor).Sub(now))
		}
	}
	if wait > 0 {
		return wait
	}
	for _, k := range keys {
		if t.of[k] == nil {
			t.age = append(t.age, k)
			t.forget()
		}
		t.of[k] = append(t.of[k], now)
	}
	return 0
}

// drop takes out what is too long ago.
func (t *tries) drop(now time.Time, key string) {
	at := t.of[key]
	for len(at) > 0 && now.Sub(at[0]) >= triesFor {
		at = at[1:]
	}
	t.set(key, at)
}

func (t *tries) set(key string, at []time.Time) {
	if len(at) == 0 {
		delete(t.of, key)
		return
	}
	t.of[key] = at
}

// forget drops the oldest keys when there are too many.
func (t *tries) forget() {
	for len(t.age) > mostKept {
		delete(t.of, t.age[0])
		t.age = t.age[1:]
	}
}

// back takes back a try that began at now: it was no failure.
func (t *tries) back(now time.Time, keys ...string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, k := range keys {
		at := t.of[k]
		for i := range at {
			if at[i].Equal(now) {
				t.set(k, append(at[:i:i], at[i+1:]...))
				break
			}
		}
	}
}

// place is the part of an address by which tries are counted: of IPv6 the network, of which one household has many
// addresses.
func place(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return "?"
	}
	if ip = ip.Unmap(); ip.Is6() {
		if p, err := ip.WithZone("").Prefix(64); err == nil {
			return p.String()
		}
	}
	return ip.String()
}
