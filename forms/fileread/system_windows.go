package fileread

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// nonBlocking is nothing here: pipes have names of their own and are told by their
// handle.
const nonBlocking = 0

// isSpecial reports whether the system refused to open what is no regular file.
func isSpecial(number syscall.Errno) bool {
	return number == windows.ERROR_PIPE_BUSY || number == windows.ERROR_BAD_DEV_TYPE
}

// isName reports whether there can be no file of that name.
func isName(number syscall.Errno) bool {
	return number == syscall.EINVAL || // Go's own, of a name that ends in its middle
		number == windows.ERROR_INVALID_NAME || number == windows.ERROR_BAD_PATHNAME ||
		number == windows.ERROR_FILENAME_EXCED_RANGE || number == windows.ERROR_DIRECTORY
}

// isHeld reports whether another program keeps a file for itself.
func isHeld(number syscall.Errno) bool {
	return number == windows.ERROR_SHARING_VIOLATION || number == windows.ERROR_LOCK_VIOLATION
}
