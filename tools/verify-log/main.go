// Verify-log checks an audit log of kenpo from its files alone. It shares no code with kenpo: the
// tree, the tiles and the notes are those of golang.org/x/mod/sumdb (Debian: golang-golang-x-mod-dev).
//
//	verify-log -key KEYFILE DIRECTORY [OLDER-CHECKPOINT...]
//
// The first line of the key file is the key that the log began with; further lines, if any, are the
// keys of later epochs. Exit status 0: all is right. 1: the log is not what it should be. 2: usage.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8 // a tile has 2^8 hashes
const width = 1 << height

type checkpoint struct {
	origin    string
	size      int64
	root      tlog.Hash
	extension []string
}

// decode takes base64 in its one proper form: package note would also take spare bits that are set.
func decode(text string) ([]byte, error) {
	data, err := base64.StdEncoding.DecodeString(text)
	if err == nil && base64.StdEncoding.EncodeToString(data) != text {
		err = fmt.Errorf("base64 is not in its proper form")
	}
	return data, err
}

func parseCheckpoint(text string) (checkpoint, error) {
	var c checkpoint
	lines := strings.Split(text, "\n")
	if len(lines) < 4 || lines[len(lines)-1] != "" {
		return c, fmt.Errorf("checkpoint is not made of whole lines")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return c, fmt.Errorf("checkpoint has no proper size")
	}
	root, err := decode(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return c, fmt.Errorf("checkpoint has no proper root")
	}
	c.origin, c.size, c.extension = lines[0], size, lines[3:len(lines)-1]
	copy(c.root[:], root)
	return c, nil
}

// textOf is the part of a note that its signatures cover.
func textOf(message []byte) string {
	end := bytes.LastIndex(message, []byte("\n\n"))
	if end < 0 {
		return ""
	}
	return string(message[:end+1])
}

// A leaf's members, so that no other can stand in it.
type leaf struct {
	Time           *int64   `json:"time_milliseconds"`
	Actor          string   `json:"actor"`
	Role           string   `json:"role"`
	Operation      string   `json:"operation"`
	Pairs          []int    `json:"pairs"`
	Basis          string   `json:"basis"`
	NoticeVersion  int      `json:"notice_version"`
	NoticeHash     string   `json:"notice_hash"`
	Case           string   `json:"case"`
	Subjects       []string `json:"subjects"`
	SubjectsRoot   string   `json:"subjects_root"`
	SubjectsCount  int64    `json:"subjects_count"`
	Rows           int64    `json:"rows"`
	Outcome        string   `json:"outcome"`
	Reason         string   `json:"reason"`
	MissingCat     int      `json:"missing_category"`
	MissingPurpose int      `json:"missing_purpose"`
	MissingStatute string   `json:"missing_statute"`
	Rotation       string   `json:"rotation"`
}

type epoch struct {
	from int64 // the first tree size whose checkpoints this key signs
	key  string
}

type verifier struct {
	directory string
	now       checkpoint
	hashes    []tlog.Hash // in the order of tlog's stored hashes
	taken     int64       // leaves that the hashes are of
	epochs    []epoch
	files     int
}

func (v *verifier) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index >= int64(len(v.hashes)) {
			return nil, fmt.Errorf("hash %d is beyond the tree", index)
		}
		found[i] = v.hashes[index]
	}
	return found, nil
}

func (v *verifier) open(message []byte, size int64) error {
	key := v.epochs[0].key
	for _, e := range v.epochs {
		if e.from <= size {
			key = e.key
		}
	}
	known, err := note.NewVerifier(key)
	if err != nil {
		return err
	}
	opened, err := note.Open(message, note.VerifierList(known))
	if err != nil {
		return fmt.Errorf("signature: %v", err)
	}
	for _, signature := range append(opened.Sigs, opened.UnverifiedSigs...) {
		if _, err := decode(signature.Base64); err != nil {
			return fmt.Errorf("signature: %v", err)
		}
	}
	// What is beside our signature must be signatures of others: nothing unsigned goes unnoticed.
	if len(opened.UnverifiedSigs) != 0 {
		fmt.Printf("note: %d signatures by keys not given were not checked\n", len(opened.UnverifiedSigs))
	}
	return nil
}

// Path of a tile as C2SP tlog-tiles has it: without the height that package tlog puts in.
func pathOf(t tlog.Tile) string {
	path := t.Path()
	return "tile/" + strings.TrimPrefix(path, fmt.Sprintf("tile/%d/", height))
}

func entriesPath(index int64, w int) string {
	t := tlog.Tile{H: height, L: 0, N: index, W: w}
	return "tile/entries/" + strings.TrimPrefix(pathOf(t), "tile/0/")
}

// read gives the file, or the beginning of the full file that has taken its place meanwhile.
func (v *verifier) read(path string) ([]byte, bool, error) {
	data, err := os.ReadFile(filepath.Join(v.directory, path))
	if err == nil {
		v.files++
		return data, true, nil
	}
	if at := strings.Index(path, ".p/"); at >= 0 {
		if full, fullErr := os.ReadFile(filepath.Join(v.directory, path[:at])); fullErr == nil {
			return full, false, nil
		}
	}
	return nil, false, fmt.Errorf("missing file %s (truncated?)", path)
}

func entriesOf(data []byte) ([][]byte, error) {
	var entries [][]byte
	for len(data) > 0 {
		if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
			return nil, fmt.Errorf("bundle ends within an entry")
		}
		n := int(binary.BigEndian.Uint16(data))
		entries = append(entries, data[2:2+n])
		data = data[2+n:]
	}
	return entries, nil
}

func (v *verifier) readEntries() error {
	for index := int64(0); index*width < v.now.size; index++ {
		w := width
		if left := v.now.size - index*width; left < width {
			w = int(left)
		}
		path := entriesPath(index, w)
		data, exact, err := v.read(path)
		if err != nil {
			return err
		}
		entries, err := entriesOf(data)
		if err != nil || len(entries) < w || exact && len(entries) != w {
			return fmt.Errorf("damaged file %s: not %d whole entries", path, w)
		}
		for _, entry := range entries[:w] {
			if err := v.take(entry); err != nil {
				return fmt.Errorf("%s: %v", path, err)
			}
		}
	}
	return nil
}

func (v *verifier) take(entry []byte) error {
	size := v.taken
	decoder := json.NewDecoder(bytes.NewReader(entry))
	decoder.DisallowUnknownFields()
	var l leaf
	if err := decoder.Decode(&l); err != nil || decoder.More() {
		return fmt.Errorf("leaf %d is not a leaf", size)
	}
	if l.Rotation != "" {
		if err := v.rotate(l.Rotation, size); err != nil {
			return fmt.Errorf("key change at leaf %d: %v", size, err)
		}
	} else if l.Time == nil || l.Operation == "" || l.Outcome == "" {
		return fmt.Errorf("leaf %d lacks a member", size)
	}
	more, err := tlog.StoredHashesForRecordHash(size, tlog.RecordHash(entry), v)
	if err != nil {
		return err
	}
	v.hashes = append(v.hashes, more...)
	v.taken++
	return nil
}

func (v *verifier) rotate(message string, size int64) error {
	if err := v.open([]byte(message), size); err != nil {
		return err
	}
	c, err := parseCheckpoint(textOf([]byte(message)))
	if err != nil {
		return err
	}
	root, err := tlog.TreeHash(size, v)
	if err != nil {
		return err
	}
	if c.size != size || c.root != root || c.origin != v.now.origin {
		return fmt.Errorf("what the old key vouched for is not what stands before")
	}
	if len(c.extension) != 1 || !strings.HasPrefix(c.extension[0], "next-key ") {
		return fmt.Errorf("no next key")
	}
	v.epochs = append(v.epochs, epoch{size + 1, strings.TrimPrefix(c.extension[0], "next-key ")})
	return nil
}
