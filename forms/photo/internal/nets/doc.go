// Package nets runs the small neural nets that find faces, the points of a face, and the person in
// a picture. It reads TensorFlow Lite files and knows the sixteen operators that occur in the four
// nets of assets/faces; another net is refused when it is read, not when it runs.
//
//   - Read makes a Net from a file; Net.Run runs it.
//   - Pyramid and Window bring a part of a picture to a net's input.
//   - Detector, Mesh and Segmenter are the nets with their inputs and outputs understood.
//
// The same input gives the same bits on every processor: each product is rounded to 32 bits before
// it is added, by an explicit conversion, because Go fuses x*y+z where the processor can; sums are
// taken in a fixed order. A Net never changes after Read and may run in several goroutines at once;
// the memory of one run is planned when the net is read. The innermost loops are kept from the race
// detector, which would follow each of their numbers; the slices that they get are looked at before.
package nets
