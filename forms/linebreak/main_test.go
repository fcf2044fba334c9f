package linebreak

import (
	"flag"
	"os"
	"testing"
)

// TestMain lets the properties draw the same cases at every run in CI, so that what
// fails there is due to the change. Everywhere else they look for new ones.
func TestMain(m *testing.M) {
	if os.Getenv("CI") != "" {
		if err := flag.Set("rapid.seed", "20200923"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
