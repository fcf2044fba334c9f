package photo_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
)

func TestProblems(t *testing.T) {
	whole := drawnJPEG(t, drawn.Standing(300, 420))
	scan := bytes.Index(whole, []byte{0xff, 0xda})
	restarted := bytes.Clone(whole[:len(whole)-2])
	rows := []struct {
		name string
		data []byte
		want photo.Problem
	}{
		{"nothing", nil, photo.Empty},
		{"text", []byte("not a picture at all"), photo.NotPicture},
		{"zeros", make([]byte, 5000), photo.NotPicture},
		{"half", whole[:len(whole)/2], photo.Truncated},
		{"start only", whole[:3], photo.Truncated},
		{"header only", whole[:scan], photo.Truncated},
		{"no end, no last block", whole[:len(whole)-20], photo.Truncated},
		{"a piece cut out", append(bytes.Clone(whole[:scan+4000]), whole[scan+4600:]...), photo.Damaged},
		{"ends before the last block", append(restarted[:len(restarted)-200], 0xff, 0xd9), photo.Damaged},
		{"no rows", resizedHeader(t, whole, 300, 0), photo.ZeroSized},
		{"no columns", resizedHeader(t, whole, 0, 420), photo.ZeroSized},
		{"4.3 gigapixels", resizedHeader(t, whole, 65500, 65500), photo.TooManyPixels},
		{"one row above 100 megapixels", resizedHeader(t, whole, 10000, 10001), photo.TooManyPixels},
		{"100 megapixels, ends at once", resizedHeader(t, whole, 10000, 10000), photo.Damaged},
		{"bomb.png", pngHeader(20000, 20000, 8, 6), photo.TooManyPixels},
		{"wide.png", pngHeader(9000, 9000, 16, 6), photo.TooMuchMemory},
		{"iPhone", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), photo.IsHEIC},
		{"iPhone, general brand", []byte("\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic"), photo.IsHEIC},
		{"avif", []byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1"), photo.Unsupported},
		{"film", []byte("\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isom"), photo.NotPicture},
		{"scan.tif", []byte("II*\x00\x08\x00\x00\x00"), photo.Unsupported},
		{"scan.pdf", []byte("%PDF-1.4\n"), photo.Unsupported},
	}
	for _, row := range rows {
		source, err := photo.Open(context.Background(), row.data, nil)
		facts := source.Facts()
		if !errors.Is(err, row.want) || facts.Problem != row.want || facts.Bytes != len(row.data) {
			t.Errorf("%s: %v, problem %q; want %q", row.name, err, string(facts.Problem), string(row.want))
		}
		if row.want.Remedy().Empty() || !strings.Contains(err.Error(), row.want.Error()) {
			t.Errorf("%s: nothing is said: %v", row.name, err)
		}
	}
}

// TestRefusedBeforeAllocating opens headers that claim gigabytes.
func TestRefusedBeforeAllocating(t *testing.T) {
	whole := drawnJPEG(t, drawn.Standing(300, 420))
	for name, data := range map[string][]byte{
		"jpeg": resizedHeader(t, whole, 65500, 65500), "png": pngHeader(60000, 60000, 8, 6),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := photo.Open(context.Background(), data, nil)
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; err == nil || used > 4<<20 {
			t.Errorf("%s: %d bytes allocated, %v", name, used, err)
		}
	}
}

func TestMissingEndIsNoted(t *testing.T) {
	data := drawnJPEG(t, drawn.Standing(300, 420))
	if facts := inspect(t, data[:len(data)-2], nil); !facts.MissingEnd {
		t.Errorf("%+v", facts)
	}
	if facts := inspect(t, data, nil); facts.MissingEnd || facts.Suspect {
		t.Errorf("%+v", facts)
	}
}

// TestDamageIsFound changes bytes in the middle of sound files. Some changes do no visible harm,
// so that not all can be found; image/jpeg alone finds about one in six.
func TestDamageIsFound(t *testing.T) {
	photo.Slow(t)
	random := rand.New(rand.NewPCG(7, 7))
	found, all := 0, 0
	for _, grain := range []int{3, 12} {
		p := drawn.Standing(360, 480)
		p.Grain, p.Ground = grain, drawn.LightGrey
		data := drawnJPEG(t, p)
		scan := bytes.Index(data, []byte{0xff, 0xda}) + 20
		for range 40 {
			broken := bytes.Clone(data)
			at := scan + random.IntN(len(data)-scan-200)
			clear(broken[at : at+64])
			source, err := photo.Open(context.Background(), broken, nil)
			facts := source.Facts()
			if err != nil || facts.Suspect {
				found++
			}
			all++
		}
	}
	if t.Logf("%d of %d", found, all); found*10 < all*8 {
		t.Errorf("found damage in %d of %d files", found, all)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	data := drawnJPEG(t, drawn.Standing(300, 420))
	if source, err := photo.Open(ctx, data, nil); !errors.Is(err, context.Canceled) || source.Facts().Problem != "" {
		t.Errorf("%+v, %v", source.Facts(), err)
	}
}
