package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// eachLine decodes a file of one JSON object a line, of at most 4 MiB, and hands each on. An error, of
// the line or of take, names the line and ends the reading.
func eachLine[T any](path string, take func(T) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 4<<20)
	for n := 1; lines.Scan(); n++ {
		var v T
		err := json.Unmarshal(lines.Bytes(), &v)
		if err == nil {
			err = take(v)
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return lines.Err()
}
