package nets

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// Fields of the tables in a TensorFlow Lite file, by their number in its schema.
const (
	modelCodes            = 1
	modelGraphs           = 2
	modelBuffers          = 4
	graphTensors          = 0
	graphInputs           = 1
	graphOutputs          = 2
	graphOperators        = 3
	tensorShape           = 0
	tensorKind            = 1
	tensorBuffer          = 2
	tensorName            = 3
	operatorCode          = 0
	operatorInputs        = 1
	operatorOutputs       = 2
	operatorOptions       = 4
	operatorCustomOptions = 5
	codeOld               = 0 // one byte
	codeCustom            = 1
	codeNew               = 3 // four bytes
	bufferData            = 0
)

// The kinds of values that the nets' tensors have, by their number in the schema.
const (
	kindFloat32 = 0
	kindFloat16 = 1
	kindInt32   = 2
)

// shape is the sizes of a tensor: 1, height, width, channels, or a vector's length.
type shape []int

func (s shape) size() int {
	n := 1
	for _, d := range s {
		n *= d
	}
	return n
}

// code is the number of an operator.
type code int

// tensor is a tensor's description and, for a weight, its values.
type tensor struct {
	name   string
	shape  shape
	values []float32 // nil: computed when the net runs
	whole  []int     // a constant of whole numbers
}

func (t tensor) isConstant() bool { return t.values != nil || t.whole != nil }

// operator is an operator as the file describes it.
type operator struct {
	code            code
	custom          string
	inputs, outputs []int
	options         table
	customOptions   []byte
}

// graph is the content of a file.
type graph struct {
	tensors         []tensor
	operators       []operator
	inputs, outputs []int
}

// errGraphs: there is not exactly one graph in the file.
var errGraphs = errors.New("not exactly one graph")

// maxValues bounds a tensor, so that a damaged file asks for no absurd memory.
const maxValues = 1 << 24

func readGraph(data []byte) (*graph, error) {
	root := table{data, int(binary.LittleEndian.Uint32(data))}
	graphs := root.tables(modelGraphs)
	if len(graphs) != 1 {
		return nil, errGraphs
	}
	buffers, codes := root.tables(modelBuffers), root.tables(modelCodes)
	g := &graph{inputs: graphs[0].ints(graphInputs), outputs: graphs[0].ints(graphOutputs)}
	for _, t := range graphs[0].tables(graphTensors) {
		tensor, err := readTensor(t, buffers[t.intAt(tensorBuffer, 0)].bytes(bufferData))
		if err != nil {
			return nil, err
		}
		g.tensors = append(g.tensors, tensor)
	}
	for _, o := range graphs[0].tables(graphOperators) {
		c := codes[o.intAt(operatorCode, 0)]
		read := operator{
			code: code(max(c.byteAt(codeOld, 0), c.intAt(codeNew, 0))), custom: string(c.bytes(codeCustom)),
			inputs: o.ints(operatorInputs), outputs: o.ints(operatorOutputs),
			options: o.sub(operatorOptions), customOptions: o.bytes(operatorCustomOptions),
		}
		if read.code == dequantize { // weights of half precision are widened once, when they are read
			g.tensors[read.outputs[0]].values = g.tensors[read.inputs[0]].values
			continue
		}
		g.operators = append(g.operators, read)
	}
	return g, nil
}

func readTensor(t table, data []byte) (tensor, error) {
	out := tensor{name: string(t.bytes(tensorName)), shape: t.ints(tensorShape)}
	for _, d := range out.shape {
		if d < 1 || d > maxValues {
			return out, fmt.Errorf("tensor %s: shape %v", out.name, out.shape)
		}
	}
	n := out.shape.size()
	if n < 1 || n > maxValues {
		return out, fmt.Errorf("tensor %s: shape %v", out.name, out.shape)
	}
	if len(data) == 0 {
		return out, nil
	}
	switch kind := t.byteAt(tensorKind, 0); kind {
	case kindFloat32:
		out.values = make([]float32, n)
		for i := range out.values {
			out.values[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
		}
	case kindFloat16:
		out.values = make([]float32, n)
		for i := range out.values {
			out.values[i] = widened(binary.LittleEndian.Uint16(data[2*i:]))
		}
	case kindInt32:
		for i := range n {
			out.whole = append(out.whole, int(int32(binary.LittleEndian.Uint32(data[4*i:]))))
		}
	default:
		return out, fmt.Errorf("tensor %s: values of kind %d", out.name, kind)
	}
	return out, nil
}

// widened is an IEEE 754 number of half precision in single precision, without loss.
func widened(half uint16) float32 {
	sign, exponent, fraction := uint32(half>>15)<<31, uint32(half>>10)&31, uint32(half)&1023
	switch exponent {
	case 0: // zero, and the numbers below the smallest exponent
		return math.Float32frombits(sign | math.Float32bits(float32(fraction)/(1<<24)))
	case 31: // infinity and not a number
		return math.Float32frombits(sign | 0x7f800000 | fraction<<13)
	}
	return math.Float32frombits(sign | (exponent+112)<<23 | fraction<<13)
}
