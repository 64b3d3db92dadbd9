package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// tilesOf lists the full tiles of a tree and the partial one at the right edge of each level.
func tilesOf(size int64) []tlog.Tile {
	var tiles []tlog.Tile
	for level := 0; size>>(height*uint(level)) > 0; level++ {
		hashes := size >> (height * uint(level))
		for n := int64(0); n*width < hashes; n++ {
			w := width
			if left := hashes - n*width; left < width {
				w = int(left)
			}
			tiles = append(tiles, tlog.Tile{H: height, L: level, N: n, W: w})
		}
	}
	return tiles
}

func (v *verifier) compareTiles() (map[string]bool, error) {
	required := map[string]bool{}
	for index := int64(0); index*width < v.now.size; index++ {
		w := width
		if left := v.now.size - index*width; left < width {
			w = int(left)
		}
		required[entriesPath(index, w)] = true
	}
	for _, tile := range tilesOf(v.now.size) {
		path := pathOf(tile)
		required[path] = true
		want, err := tlog.ReadTileData(tile, v)
		if err != nil {
			return nil, err
		}
		data, exact, err := v.read(path)
		if err != nil {
			return nil, err
		}
		if !bytes.HasPrefix(data, want) || exact && len(data) != len(want) {
			return nil, fmt.Errorf("damaged file %s: not the hashes of the entries", path)
		}
	}
	return required, nil
}

// compareOlder proves that the log only grew since the older checkpoint.
func (v *verifier) compareOlder(message []byte) error {
	older, err := parseCheckpoint(textOf(message))
	if err != nil {
		return err
	}
	if older.origin != v.now.origin {
		return fmt.Errorf("it is of another log: %s", older.origin)
	}
	if older.size > v.now.size {
		if err := v.open(message, older.size); err != nil {
			return fmt.Errorf("rolled back or truncated: the log has %d leaves, the older checkpoint %d", v.now.size, older.size)
		}
		return fmt.Errorf("rolled back: the log has %d leaves, the older checkpoint %d", v.now.size, older.size)
	}
	if err := v.open(message, older.size); err != nil {
		return err
	}
	if older.size == 0 {
		return nil
	}
	proof, err := tlog.ProveTree(v.now.size, older.size, v)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, v.now.size, v.now.root, older.size, older.root); err != nil {
		return fmt.Errorf("forked: the first %d leaves differ", older.size)
	}
	return nil
}

// compareExtra looks at a file that the checkpoint does not need.
func (v *verifier) compareExtra(path string) error {
	inner := strings.TrimPrefix(path, "tile/")
	entries := strings.HasPrefix(inner, "entries/")
	if entries {
		inner = "0/" + strings.TrimPrefix(inner, "entries/")
	}
	tile, err := tlog.ParseTilePath(fmt.Sprintf("tile/%d/%s", height, inner))
	if err != nil || !strings.HasPrefix(path, "tile/") || tile.L < 0 {
		return fmt.Errorf("a file that no log has: %s", path)
	}
	end := tile.N*width + int64(tile.W)
	if end > v.now.size>>(height*uint(tile.L)) {
		if _, err := os.Stat(filepath.Join(v.directory, "journal")); err == nil {
			fmt.Printf("note: %s is beyond the checkpoint; the log is open or was not closed\n", path)
			return nil
		}
		return fmt.Errorf("%s is beyond the checkpoint: rolled back?", path)
	}
	// A partial file of an earlier checkpoint.
	data, err := os.ReadFile(filepath.Join(v.directory, path))
	if err != nil {
		return nil // superseded while we looked
	}
	want, err := tlog.ReadTileData(tile, v)
	if err != nil {
		return err
	}
	if entries {
		list, err := entriesOf(data)
		if err != nil {
			return fmt.Errorf("damaged file %s: %v", path, err)
		}
		data = nil
		for _, entry := range list {
			hash := tlog.RecordHash(entry)
			data = append(data, hash[:]...)
		}
	}
	if !bytes.Equal(data, want) {
		return fmt.Errorf("damaged file %s: not the beginning of what stands there now", path)
	}
	return nil
}

func (v *verifier) lookAround(required map[string]bool) error {
	return filepath.WalkDir(v.directory, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(v.directory, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if entry.IsDir() {
			if name == "journal" {
				fmt.Println("note: a journal is there; its leaves are under no checkpoint yet")
				return filepath.SkipDir
			}
			return nil
		}
		if name == "checkpoint" || name == "checkpoint.tmp" || required[name] {
			return nil
		}
		return v.compareExtra(name)
	})
}

func run(directory, keyFile string, older []string) error {
	keys, err := os.ReadFile(keyFile)
	if err != nil {
		return err
	}
	lines := strings.Fields(string(keys))
	if len(lines) == 0 {
		return fmt.Errorf("no key in %s", keyFile)
	}
	message, err := os.ReadFile(filepath.Join(directory, "checkpoint"))
	if err != nil {
		return fmt.Errorf("missing file checkpoint")
	}
	v := &verifier{directory: directory, epochs: []epoch{{0, lines[0]}}}
	if v.now, err = parseCheckpoint(textOf(message)); err != nil {
		return err
	}
	if len(v.now.extension) != 0 || !strings.HasPrefix(lines[0], v.now.origin+"+") {
		return fmt.Errorf("the checkpoint is not of this log")
	}
	if err := v.readEntries(); err != nil {
		return err
	}
	root, err := tlog.TreeHash(v.now.size, v)
	if v.now.size > 0 && err != nil {
		return err
	}
	if v.now.size > 0 && root != v.now.root {
		return fmt.Errorf("root of the entries is not the checkpoint's: changed or forked")
	}
	if err := v.open(message, v.now.size); err != nil {
		return fmt.Errorf("checkpoint: %v", err)
	}
	for i, e := range v.epochs {
		if i < len(lines) && lines[i] != e.key {
			return fmt.Errorf("the key of epoch %d is not the one in %s", i+1, keyFile)
		}
	}
	required, err := v.compareTiles()
	if err != nil {
		return err
	}
	for _, path := range older {
		message, err := os.ReadFile(path)
		if err == nil {
			err = v.compareOlder(message)
		}
		if err != nil {
			return fmt.Errorf("older checkpoint %s: %v", path, err)
		}
	}
	if err := v.lookAround(required); err != nil {
		return err
	}
	fmt.Printf("right: %d leaves, %d files, %d epochs, %d older checkpoints, root %v\n",
		v.now.size, v.files, len(v.epochs), len(older), v.now.root)
	return nil
}

func main() {
	key := flag.String("key", "", "file with the log's public key")
	flag.Parse()
	if *key == "" || flag.NArg() < 1 {
		fmt.Fprintln(os.Stderr, "usage: verify-log -key KEYFILE DIRECTORY [OLDER-CHECKPOINT...]")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *key, flag.Args()[1:]); err != nil {
		fmt.Println("WRONG:", err)
		os.Exit(1)
	}
}
