//go:build unix

package fileread

import "syscall"

// nonBlocking opens a pipe without waiting for somebody to write to it.
const nonBlocking = syscall.O_NONBLOCK

// isSpecial reports whether the system refused to open what is no regular file: a
// socket, or a device that is not there.
func isSpecial(number syscall.Errno) bool {
	return number == syscall.ENXIO || number == syscall.ENODEV || number == syscall.EOPNOTSUPP
}

// isName reports whether there can be no file of that name.
func isName(number syscall.Errno) bool {
	return number == syscall.ENAMETOOLONG || number == syscall.ENOTDIR || number == syscall.ELOOP || number == syscall.EINVAL
}

// isHeld reports whether another program keeps a file for itself; here none can.
func isHeld(syscall.Errno) bool { return false }

// isAway reports whether a file is with a cloud drive that does not bring it; here no
// number says so.
func isAway(syscall.Errno) bool { return false }
