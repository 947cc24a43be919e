//! Writes what each of the given letters (JSON files of `LetterInput`) looks like: `NAME.pdf`, the mail as `NAME.html` and `NAME.txt`,
//! and the traveller's page as `NAME.page.html` in a folder.
//!
//! `cargo run -p quote-fn --example preview -- out lib/src/letter/fixtures/*.json [--logo FILE]`

use std::{error::Error, fs, path::Path, time::Instant};

use quote_fn::pdf;
use tripdesk_core::letter::{self, Form, LetterInput, PageParts, Standing};

fn main() -> Result<(), Box<dyn Error>> {
    let mut logo = None;
    let mut paths = Vec::new();
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--logo" => logo = Some(fs::read(args.next().ok_or("--logo FILE")?)?),
            _ => paths.push(arg),
        }
    }
    let (out, files) = paths.split_first().ok_or("FOLDER FILE…")?;
    fs::create_dir_all(out)?;
    for file in files {
        let name = Path::new(file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let input: LetterInput = serde_json::from_slice(&fs::read(file)?)?;
        let letter = letter::compose(&input);
        let start = Instant::now();
        let bytes = pdf::render(&letter, logo.as_deref())?;
        eprintln!("{name}: {} bytes, {:?}", bytes.len(), start.elapsed());
        let mail = letter::mail(&letter);
        let place = |end: &str| Path::new(out).join(format!("{name}.{end}"));
        fs::write(place("pdf"), bytes)?;
        fs::write(place("html"), mail.html)?;
        fs::write(place("txt"), mail.text)?;
        let parts =
            PageParts { standing: Standing::Open, action: "/q/x", pdf: "#", logo: None, form: &Form::default() };
        fs::write(place("page.html"), letter::page(&input.config, &letter, &parts).html)?;
    }
    Ok(())
}
