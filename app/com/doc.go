// Package com readies threads for the dialogs and extensions of the shell of Windows,
// which are COM objects.
package com
