// Package photo inspects ID photos, finds the face, crops, whitens the background on request and
// encodes a JPEG that satisfies a Spec in every reading. Bytes go in and bytes come out: it opens
// no files, knows no notice and says no verdicts.
//
//   - Open measures one file; its Facts are all that a check needs. It keeps the picture for a
//     window: Preview to show, AutoFrame to propose a frame, Crop to look at a frame, Encode to
//     make the file.
//   - Batch does the same for many files on all cores within bounded memory.
//
// Everything is deterministic: the same bytes in give the same bytes out, whatever the number of
// processors. Long work takes a context and stops soon after it is cancelled.
package photo
