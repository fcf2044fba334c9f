package fileread

import (
	"slices"
	"syscall"

	"golang.org/x/sys/windows"
)

// nonBlocking is nothing here: pipes have names of their own and are told by their
// handle.
const nonBlocking = 0

// isSpecial reports whether the system refused to open what is no regular file.
func isSpecial(number syscall.Errno) bool {
	return slices.Contains([]syscall.Errno{
		windows.ERROR_PIPE_BUSY, windows.ERROR_BAD_DEV_TYPE, windows.ERROR_CANT_ACCESS_FILE,
	}, number)
}

// isName reports whether there can be no file of that name. Some numbers are Go's own: of
// a name with a zero in it, of what is below a file, of a link that leads to itself.
func isName(number syscall.Errno) bool {
	return slices.Contains([]syscall.Errno{
		syscall.EINVAL, syscall.ENOTDIR, syscall.ELOOP,
		windows.ERROR_INVALID_NAME, windows.ERROR_BAD_PATHNAME, windows.ERROR_FILENAME_EXCED_RANGE,
		windows.ERROR_DIRECTORY, windows.ERROR_CANT_RESOLVE_FILENAME,
	}, number)
}

// isHeld reports whether another program keeps a file for itself.
func isHeld(number syscall.Errno) bool {
	return number == windows.ERROR_SHARING_VIOLATION || number == windows.ERROR_LOCK_VIOLATION
}

// isAway reports whether a file is with a cloud drive that does not bring it.
func isAway(number syscall.Errno) bool {
	return slices.Contains([]syscall.Errno{
		windows.ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING, windows.ERROR_CLOUD_FILE_PROVIDER_TERMINATED,
		windows.ERROR_CLOUD_FILE_AUTHENTICATION_FAILED, windows.ERROR_CLOUD_FILE_ACCESS_DENIED,
		windows.ERROR_CLOUD_FILE_NETWORK_UNAVAILABLE, windows.ERROR_CLOUD_FILE_UNSUCCESSFUL,
		windows.ERROR_CLOUD_FILE_REQUEST_ABORTED, windows.ERROR_CLOUD_FILE_REQUEST_CANCELED,
		windows.ERROR_CLOUD_FILE_REQUEST_TIMEOUT,
	}, number)
}
