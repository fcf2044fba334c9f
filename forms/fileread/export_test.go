package fileread

import (
	"context"
	"os"
)

// Read is what the readers have in common, with a way to open of the test's own.
func Read(ctx context.Context, open func() (*os.File, error)) ([]byte, error) {
	return reading{limit: 100}.read(ctx, open)
}
