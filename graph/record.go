package graph

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
)

// Records are sequences of fields without names: numbers as varints, strings
// with their length. Each ends in a CRC-32C over its key and its fields, so
// that a damaged or misplaced record is recognised when it is read.

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// seal ends a record.
func seal(k key, fields []byte) []byte {
	sum := crc32.Update(crc32.Checksum(k, castagnoli), castagnoli, fields)
	return binary.BigEndian.AppendUint32(fields, sum)
}

// unseal checks a record and takes its checksum off.
func unseal(k, record []byte) ([]byte, error) {
	n := len(record) - 4
	if n < 0 {
		return nil, &DamageError{printable(k), "it is cut short"}
	}
	sum := crc32.Update(crc32.Checksum(k, castagnoli), castagnoli, record[:n])
	if sum != binary.BigEndian.Uint32(record[n:]) {
		return nil, &DamageError{printable(k), "its checksum is wrong"}
	}
	return record[:n], nil
}

func putText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func putInt(b []byte, n int) []byte { return binary.AppendVarint(b, int64(n)) }

func putFloat(b []byte, f float64) []byte {
	return binary.BigEndian.AppendUint64(b, math.Float64bits(f))
}

var errFields = errors.New("its fields do not fit the schema")

// fields reads a record's fields; err is set at the first that does not fit.
type fields struct {
	rest []byte
	err  error
}

func (f *fields) uint() uint64 {
	n, size := binary.Uvarint(f.rest)
	if size <= 0 {
		f.err, f.rest = errFields, nil
		return 0
	}
	f.rest = f.rest[size:]
	return n
}

func (f *fields) int() int {
	n, size := binary.Varint(f.rest)
	if size <= 0 {
		f.err, f.rest = errFields, nil
		return 0
	}
	f.rest = f.rest[size:]
	return int(n)
}

// len reads the number of items that follow, each of at least one byte.
func (f *fields) len() int {
	n := f.uint()
	if n > uint64(len(f.rest)) {
		f.err, f.rest = errFields, nil
		return 0
	}
	return int(n)
}

func (f *fields) text() string {
	n := f.len()
	s := string(f.rest[:n])
	f.rest = f.rest[n:]
	return s
}

func (f *fields) fixed64() uint64 {
	if len(f.rest) < 8 {
		f.err, f.rest = errFields, nil
		return 0
	}
	n := binary.BigEndian.Uint64(f.rest)
	f.rest = f.rest[8:]
	return n
}

func (f *fields) float() float64 { return math.Float64frombits(f.fixed64()) }

func (f *fields) byte() byte {
	if len(f.rest) == 0 {
		f.err = errFields
		return 0
	}
	b := f.rest[0]
	f.rest = f.rest[1:]
	return b
}

// end is the error of the whole record.
func (f *fields) end(k []byte) error {
	if f.err == nil && len(f.rest) > 0 {
		f.err = errFields
	}
	if f.err != nil {
		return &DamageError{printable(k), f.err.Error()}
	}
	return nil
}
