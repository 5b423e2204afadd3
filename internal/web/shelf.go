package web

import "sync"

// shelf keeps the files of the groups that were asked for last, as long as the ledger stays as it is. A file
// is shared by requests at the same time: nobody changes it. The zero shelf is empty and ready.
type shelf struct {
	mu    sync.Mutex
	stamp string
	files []kept // the last asked for first
}

type kept struct {
	of   string
	file file
}

// mostKept is how many files a shelf has: those of a few groups with many thousand incidents.
const mostKept = 3

// get returns the file under a key if it was kept under this stamp of the ledger.
func (s *shelf) get(of, stamp string) (file, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, k := range s.files {
		if k.of == of && s.stamp == stamp && stamp != "" {
			copy(s.files[1:i+1], s.files[:i])
			s.files[0] = k
			return k.file, true
		}
	}
	return file{}, false
}

// put keeps f, which was loaded after the ledger had this stamp.
func (s *shelf) put(of, stamp string, f file) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stamp != stamp {
		s.stamp, s.files = stamp, nil
	}
	s.files = append([]kept{{of, f}}, s.files[:min(len(s.files), mostKept-1)]...)
}
