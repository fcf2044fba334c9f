package photo

import (
	"context"
	"fmt"
	"runtime"
	"sync"
)

// Task is one file of a batch.
type Task struct {
	Name string
	// Read gets the file's bytes when its turn comes.
	Read func() ([]byte, error)
}

// Done is what became of a Task.
type Done struct {
	Name   string
	Source Facts
	Seen   Seen
	// Output is what was encoded; its JPEG is nil again once it was saved. nil where nothing was.
	Output *Output
	// Err is why there is no output, or why it was not saved. A file that fails concerns no other.
	Err error
}

// Batch says how to treat many files.
type Batch struct {
	Spec    Spec
	Finder  *Finder
	Options Options
	// Save keeps an output; it is called by one goroutine at a time. nil only inspects the files.
	Save func(name string, out Output) error
	// Progress, if not nil, is told after each file; it is called by one goroutine at a time.
	Progress func(done Done, finished, total int)
	// Workers is how many files are worked on at once; 0 stands for one per processor.
	Workers int
}

// batchMemory bounds what the files that are worked on at once may take, by their headers. A
// single file may take all of it.
const batchMemory = maxDecodeBytes + 100<<20

// Run works through the tasks on all processors and answers in their order. After a cancellation
// the tasks that were not begun have the context's error.
func (b Batch) Run(ctx context.Context, tasks []Task) []Done {
	out := make([]Done, len(tasks))
	workers := b.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	budget := newBudget(batchMemory)
	var group sync.WaitGroup
	var telling sync.Mutex
	next := make(chan int)
	finished := 0
	for range min(workers, len(tasks)) {
		group.Go(func() {
			for i := range next {
				out[i] = b.one(ctx, tasks[i], budget, &telling)
				telling.Lock()
				finished++
				if b.Progress != nil {
					b.Progress(out[i], finished, len(tasks))
				}
				telling.Unlock()
			}
		})
	}
	for i := range tasks {
		next <- i
	}
	close(next)
	group.Wait()
	return out
}

// one treats one file. A panic, which would be an error of ours or of a decoder, becomes this
// file's error.
func (b Batch) one(ctx context.Context, task Task, budget *budget, saving *sync.Mutex) (done Done) {
	done.Name = task.Name
	defer func() {
		if r := recover(); r != nil {
			done.Err = fmt.Errorf("程序出错（%v）", r)
		}
	}()
	if done.Err = ctx.Err(); done.Err != nil {
		return done
	}
	data, err := task.Read()
	if err != nil {
		done.Err = err
		return done
	}
	needs := memoryOf(data)
	budget.take(needs)
	defer budget.give(needs)
	source, err := Open(ctx, data, b.Finder)
	done.Source, done.Seen = source.Facts(), source.Seen()
	if err != nil || b.Save == nil {
		done.Err = err
		return done
	}
	made, err := source.Encode(ctx, b.Spec, b.Options)
	if err != nil {
		done.Err = err
		return done
	}
	saving.Lock()
	defer saving.Unlock()
	if err = b.Save(task.Name, made); err != nil {
		done.Err = err
		return done
	}
	made.JPEG = nil
	done.Output = &made
	return done
}

// workMemory is what a file takes besides its decoded pixels.
const workMemory = 40 << 20

// memoryOf estimates what a file takes, from its header.
func memoryOf(data []byte) int {
	_, head, err := readHeader(data)
	if err != nil {
		return 0 // it will be refused from the header again
	}
	return min(len(data)+head.needs+workMemory, batchMemory)
}

// budget shares a number of bytes among goroutines.
type budget struct {
	mutex sync.Mutex
	freed *sync.Cond
	left  int
}

func newBudget(n int) *budget {
	b := &budget{left: n}
	b.freed = sync.NewCond(&b.mutex)
	return b
}

func (b *budget) take(n int) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	for b.left < n {
		b.freed.Wait()
	}
	b.left -= n
}

func (b *budget) give(n int) {
	b.mutex.Lock()
	b.left += n
	b.mutex.Unlock()
	b.freed.Broadcast()
}
