package nets

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"math"
	"os"
	"sync"
	"testing"
)

// files are the nets in assets/faces with a picture as large as they want, and the sum of what they
// answer to testPicture: of all bits, the same on every processor.
var files = []struct{ name, sum string }{
	{"short_range", "4112a56623a3773d"},
	{"full_range", "f0af820e323f9559"},
	{"mesh", "117424d14167df89"},
	{"person", "d164abf45d39be5d"},
}

func weights(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../../../assets/faces/" + name + ".tflite")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func readNet(t testing.TB, name string) *Net {
	t.Helper()
	net, err := Read(weights(t, name))
	if err != nil {
		t.Fatal(err)
	}
	return net
}

// testPicture is an input with something in it everywhere.
func testPicture(n *Net) []float32 {
	h, w := n.Size()
	out := make([]float32, 3*h*w)
	state := uint32(2463534242)
	for i := range out {
		state ^= state << 13
		state ^= state >> 17
		state ^= state << 5
		out[i] = float32(state>>8)/(1<<25) + float32(i/3%w)/float32(2*w)
	}
	return out
}

func sumOf(outputs [][]float32) string {
	hash := sha256.New()
	for _, out := range outputs {
		for _, v := range out {
			hash.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(v)))
		}
	}
	return hex.EncodeToString(hash.Sum(nil)[:8])
}

func TestSameBitsEverywhere(t *testing.T) {
	for _, file := range files {
		net := readNet(t, file.name)
		in := testPicture(net)
		out, err := net.Run(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		if got := sumOf(out); got != file.sum {
			t.Errorf("%s: the outputs' sum is %s, want %s", file.name, got, file.sum)
		}
	}
}

// TestRunsDoNotDisturbEachOther runs one net in several goroutines: memory is used again, answers
// are not.
func TestRunsDoNotDisturbEachOther(t *testing.T) {
	net := readNet(t, "short_range")
	in := testPicture(net)
	first, err := net.Run(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	before := sumOf(first)
	var group sync.WaitGroup
	for k := range 4 {
		group.Go(func() {
			other := make([]float32, len(in))
			for i := range other {
				other[i] = float32(k)
			}
			if _, err := net.Run(context.Background(), other); err != nil {
				t.Error(err)
			}
			again, err := net.Run(context.Background(), in)
			if err != nil || sumOf(again) != before {
				t.Errorf("another answer the second time, %v", err)
			}
		})
	}
	group.Wait()
	if sumOf(first) != before {
		t.Error("a later run changed an earlier answer")
	}
}

func TestRunStops(t *testing.T) {
	net := readNet(t, "short_range")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := net.Run(ctx, testPicture(net)); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := net.Run(context.Background(), make([]float32, 5)); err == nil {
		t.Error("an input of another size was taken")
	}
}

// TestMemoryIsBounded holds the memory of one run, in bytes.
func TestMemoryIsBounded(t *testing.T) {
	for _, file := range files {
		total := 0
		for _, size := range readNet(t, file.name).sizes {
			total += 4 * size
		}
		if total > 6<<20 {
			t.Errorf("%s takes %d bytes", file.name, total)
		}
	}
}

func TestDamagedFilesAreRefused(t *testing.T) {
	data := weights(t, "person")
	for _, n := range []int{0, 3, 4, 100, len(data) / 2, len(data) - 20000} {
		if _, err := Read(data[:n]); err == nil {
			t.Errorf("a file cut off at %d of %d bytes was taken", n, len(data))
		}
	}
	if _, err := NewMesh(data); err == nil {
		t.Error("the net of persons was taken for that of faces' points")
	}
	if _, err := NewDetector(data); err == nil {
		t.Error("the net of persons was taken for a detector")
	}
	if _, err := NewSegmenter(weights(t, "mesh")); err == nil {
		t.Error("the net of faces' points was taken for that of persons")
	}
}

// FuzzRead changes bytes of a net's file: it is refused or runs, and never panics.
func FuzzRead(f *testing.F) {
	data := weights(f, "person")
	f.Add(uint32(40), uint32(0xffffffff))
	f.Add(uint32(len(data)-4), uint32(7))
	f.Fuzz(func(t *testing.T, at, value uint32) {
		changed := append([]byte(nil), data...)
		binary.LittleEndian.PutUint32(changed[int(at)%(len(changed)-3):], value)
		net, err := Read(changed)
		if err != nil {
			return
		}
		if h, w := net.Size(); h*w > 1<<18 {
			return // runs, but not in the time of a test
		}
		if _, err := net.Run(context.Background(), testPicture(net)); err != nil {
			t.Skip(err)
		}
	})
}

func BenchmarkNets(b *testing.B) {
	for _, file := range files {
		data := weights(b, file.name)
		net := readNet(b, file.name)
		in := testPicture(net)
		b.Run(file.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := net.Run(context.Background(), in); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(file.name+" is read", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
