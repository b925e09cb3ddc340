// Compile the Python modules in archives, in place: node compiled.mjs FOLDER_OF_PYODIDE KEPT,... ARCHIVE...
//
// Pyodide itself compiles them, so the code is that of its own version of Python. The archives KEPT keep their sources,
// which the course reads to explain them and IPython to run them; of the others nobody reads the source.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, kept, ...names] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")));
const python = await loadPyodide({ indexURL: join(folder, "/") });
python.runPython(`
import importlib.util, io, warnings, zipfile
from importlib._bootstrap_external import _code_to_hash_pyc

warnings.simplefilter("ignore")

def compiled(path, source):
    """Return the bytes of a compiled module that is used without looking whether its source is newer."""
    code = compile(source, path, "exec", dont_inherit=True)
    return bytes(_code_to_hash_pyc(code, importlib.util.source_hash(source), False))

def rewrite(keep):
    """Write the archive in /in to /out with its modules compiled."""
    with zipfile.ZipFile("/in") as old, zipfile.ZipFile("/out", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for info in old.infolist():
            content, path = old.read(info), info.filename
            is_module = path.endswith(".py")
            if is_module:
                place = importlib.util.cache_from_source(path) if keep else path + "c"
                new.writestr(zipfile.ZipInfo(place, info.date_time), compiled(path, content), zipfile.ZIP_DEFLATED)
            if keep or not is_module:
                new.writestr(info, content, zipfile.ZIP_DEFLATED)
`);
for (const name of names) {
  python.FS.writeFile("/in", readFileSync(join(folder, name)));
  python.globals.get("rewrite")(kept.split(",").includes(name));
  writeFileSync(join(folder, name), python.FS.readFile("/out"));
}
process.exit(0);
