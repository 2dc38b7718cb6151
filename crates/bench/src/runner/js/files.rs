//! What is measured of files, of starts and of what is left behind.

use serde_json::Value;

use super::{Package, path};
use crate::command::{Cmd, Outcome};
use crate::measure::Bench;
use crate::report::{Row, Unit};

/// The size of a file as it is, and as servers send it, in kB.
struct Size {
    raw: f64,
    brotli: f64,
}

pub(super) fn sizes(_: &Bench, package: &Package) -> Outcome<Vec<Row>> {
    let schemas = path(&package.schemas);
    let files = [package.built("core_bg.wasm"), package.built("slim.js"), package.built("index.js"), schemas];
    let told = package.script("size.mjs", files).text(&package.scripts)?;
    let mut told = told.lines().map(read);
    let mut next = || told.next().ok_or("a size is missing")?;
    let (module, code, single, schemas) = (next()?, next()?, next()?, next()?);
    let row = |what, value, against| Row { what, unit: Unit::Size, value, against, goal: Some(1.0) };
    Ok(vec![
        row("npm: wasm / 185 kB", module.raw, 185.0),
        row("npm: wasm, brotli / 66 kB", module.brotli, 66.0),
        // Of these, 4 kB are for stacks that name the caller, invitations, responses of backends,
        // and errors of hosts without WebAssembly.
        row("npm: all other code, minified / 31 kB", code.raw, 31.0),
        row("npm: wasm and code / schemas for zod", module.raw + code.raw, schemas.raw),
        row("npm: the same, brotli", module.brotli + code.brotli, schemas.brotli),
        row("npm: all in a single file, brotli / 90 kB", single.brotli, 90.0),
    ])
}

fn read(line: &str) -> Outcome<Size> {
    let numbers: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    match numbers.as_slice() {
        [raw, brotli] => Ok(Size { raw: raw / 1e3, brotli: brotli / 1e3 }),
        _ => Err(format!("no sizes: {line}").into()),
    }
}

pub(super) fn scripts(bench: &Bench, package: &Package) -> Outcome<Vec<Row>> {
    let (starts, aborts, events) = if bench.is_quick() { (5, 200, 40_000) } else { (15, 1_000, 400_000) };
    let [ours, installed, bundled] = least_starts(package, starts)?;
    let aborts = told(package, "bench/abort.mjs", aborts)?;
    let left = told(package, "bench/leak.mjs", events)?;
    let row = |what, unit, value, against, goal| Row { what, unit, value, against, goal: Some(goal) };
    let held = |walk: &str, when: &[&str]| {
        number(&left, &[&[walk], when].concat()).map(|bytes| bytes / 1024.0 / 1024.0)
    };
    Ok(vec![
        row(
            "npm: import until usable / schemas for zod, both as installed",
            Unit::Start,
            ours,
            installed,
            0.15,
        ),
        Row {
            what: "npm: the same, zod and schemas bundled into one file",
            unit: Unit::Start,
            value: ours,
            against: bundled,
            goal: None,
        },
        row("npm: abort felt, p99 / 20 ms", Unit::Wait, number(&aborts, &["p99"])?, 20.0, 1.0),
        row(
            "npm: wasm memory over many events / after 20 pages, feed",
            Unit::Memory,
            held("stream", &["memory"])?,
            held("stream", &["first", "memory"])?,
            1.0,
        ),
        row(
            "npm: the same, listing",
            Unit::Memory,
            held("listing", &["memory"])?,
            held("listing", &["first", "memory"])?,
            1.0,
        ),
    ])
}

/// The least that it takes from the import until something can be used, in milliseconds of the processor: the package, the schemas
/// as npm installs them, and the schemas in one file. In Node programs are seldom bundled.
fn least_starts(package: &Package, times: u32) -> Outcome<[f64; 3]> {
    let files = [package.built("node.js"), path(&package.installed), path(&package.schemas)];
    let mut least = [f64::INFINITY; 3];
    for _ in 0..times {
        for (least, file) in least.iter_mut().zip(&files) {
            let told = package.script("start.mjs", [file.clone()]).text(&package.scripts)?;
            *least = least.min(told.trim().parse::<f64>()? / 1e3);
        }
    }
    Ok(least)
}

/// What one of the package's own scripts tells, as JSON.
fn told(package: &Package, script: &str, count: u32) -> Outcome<Value> {
    let command = Cmd::new(["node".to_owned(), script.to_owned(), count.to_string()]);
    Ok(serde_json::from_str(&command.text(&package.folder)?)?)
}

fn number(value: &Value, names: &[&str]) -> Outcome<f64> {
    let found = names.iter().try_fold(value, |value, name| value.get(name)).and_then(Value::as_f64);
    found.ok_or_else(|| format!("{} is not told", names.join(".")).into())
}
