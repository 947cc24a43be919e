//! The operator's commands for agencies: import, export and purge, against a data folder of this machine or, where the environment
//! names one, against the deployed table.

use std::{fs, fs::File, io::BufWriter, path::Path};

use anyhow::{Context as _, bail};
use clap::Subcommand;
use tenants_fn::{export, import, purge};
use tripdesk_core::{
    aws, clock::Clock, config::Settings, ids, operator::Operator, runtime::App, secrets, tenant::import::client_files,
};

use super::output::Output;
use crate::{functions, platform, secrets::Secrets};

/// Most files of one import, those that are not read included.
const MOST_FILES: usize = 20_000;

#[derive(Debug, Subcommand)]
pub(super) enum Tenants {
    /// Takes over the agencies of the earlier platform: every folder with a `client.yaml` below DIR.
    Import {
        /// The folder of folders.
        dir: std::path::PathBuf,
        /// Tells what would be done, and does nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Writes everything of one agency into an archive.
    Export {
        /// The agency's id.
        id: String,
        /// The archive to be (`tar.gz`); it must not be there yet.
        file: std::path::PathBuf,
    },
    /// Removes everything of a deleted agency, and looks for it again.
    Purge {
        /// The agency's id.
        id: String,
    },
}

/// Does what the command says against the data folder, or against AWS when no folder is named and `TABLE_NAME` is set.
pub(super) async fn run(command: Tenants, data: Option<&Path>, output: &Output) -> anyhow::Result<()> {
    let place = Place::open(data).await?;
    let operator = Operator::at_the_keyboard(format!("command-{}", ids::new_id(place.app.clock.now())));
    match command {
        Tenants::Import { dir, dry_run } => {
            let mode = if dry_run { import::Mode::DryRun } else { import::Mode::Real };
            import_from(&place.app, &operator, &dir, mode, output).await
        }
        Tenants::Export { id, file } => export_to(&place.app, &operator, &id, &file, output).await,
        Tenants::Purge { id } => purge_all(&place.app, &operator, &id, output).await,
    }
}

/// Where the agencies are. A data folder stays open, and closed to others, as long as this lives.
struct Place {
    app: App,
    _folder: Option<platform::Prepared>,
}

impl Place {
    async fn open(data: Option<&Path>) -> anyhow::Result<Self> {
        let deployed = std::env::var("TABLE_NAME").is_ok_and(|name| !name.trim().is_empty());
        match data {
            None if deployed => Self::deployed().await,
            data => Self::local(data.unwrap_or(Path::new(".tripdesk"))).await,
        }
    }

    async fn local(data: &Path) -> anyhow::Result<Self> {
        let settings = platform::Settings::new(data);
        let clock = Clock::shifted(settings.clock.clone());
        let prepared = platform::prepare(settings)
            .await
            .context("a running platform is asked over its API (POST /api/v1/admin/tenants/…), or stopped first")?;
        let secrets = Secrets::of(data)?;
        let (app, _) = functions::assemble(&prepared, secrets.environment(), clock)?;
        Ok(Self { app, _folder: Some(prepared) })
    }

    async fn deployed() -> anyhow::Result<Self> {
        let config = aws::config_from_env().await;
        let settings = Settings::read(|name| std::env::var(name).ok())?;
        let settings = secrets::resolved(settings, &config).await.context("a secret cannot be read")?;
        Ok(Self { app: App::new(settings, &config, Clock::default())?, _folder: None })
    }
}

async fn import_from(
    app: &App,
    operator: &Operator,
    dir: &Path,
    mode: import::Mode,
    output: &Output,
) -> anyhow::Result<()> {
    let mut files = Vec::new();
    collect(dir, &mut files)?;
    let files = client_files(files);
    if files.is_empty() {
        bail!("no folder with a client.yaml below {}", dir.display());
    }
    let report = import::run(app, operator, &files, mode).await?;
    if output.json {
        output.result(&serde_json::to_string_pretty(&report)?);
    } else {
        for row in &report.tenants {
            let id = row.id.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
            output.result(&format!("{:<10} {:<28} from {}", word(&row.action), id, row.folder));
            row.errors
                .iter()
                .for_each(|error| output.result(&format!("           {}: {}", error.field, error.message)));
            row.notes.iter().for_each(|note| output.result(&format!("           {note}")));
        }
        let what = if report.dry_run { "would be created" } else { "created" };
        let (created, unchanged) = (report.created, report.unchanged);
        output.result(&format!(
            "{created} {what}, {unchanged} unchanged, {} skipped (tn_*), {} failed",
            report.skipped, report.failed
        ));
    }
    if report.failed > 0 { bail!("{} folders could not be taken over", report.failed) } else { Ok(()) }
}

/// The word of an enum, as the API writes it.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Every `client.yaml` below a folder. Links are not followed.
fn collect(dir: &Path, files: &mut Vec<(String, String)>) -> anyhow::Result<()> {
    for entry in fs::read_dir(dir).with_context(|| format!("cannot read {}", dir.display()))? {
        let entry = entry?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        if kind.is_dir() {
            collect(&path, files)?;
        } else if kind.is_file() && path.file_name().is_some_and(|name| name.eq_ignore_ascii_case("client.yaml")) {
            let text = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            files.push((path.to_string_lossy().into_owned(), String::from_utf8_lossy(&text).into_owned()));
        }
        if files.len() > MOST_FILES {
            bail!("more than {MOST_FILES} agencies below {}", dir.display());
        }
    }
    Ok(())
}

async fn export_to(app: &App, operator: &Operator, id: &str, file: &Path, output: &Output) -> anyhow::Result<()> {
    let (_, agency) = operator.tenant(&app.store, id).await.with_context(|| format!("agency {id}"))?;
    let out = File::create_new(file).with_context(|| format!("cannot make {}", file.display()))?;
    let written = export::write(app, operator, &agency, BufWriter::new(out)).await;
    let (out, manifest) = match written {
        Ok(written) => written,
        Err(error) => {
            // Half an archive looks like a whole one.
            fs::remove_file(file)?;
            return Err(error.into());
        }
    };
    out.into_inner().map_err(|error| error.into_error())?.sync_all()?;
    if output.json {
        output.result(&serde_json::to_string_pretty(&manifest)?);
        return Ok(());
    }
    let records: u64 = manifest.records.values().sum();
    let (files, mails) = (manifest.files, manifest.mails);
    output.result(&format!("{}: {records} records, {files} files, {mails} raw mails", file.display()));
    Ok(())
}

async fn purge_all(app: &App, operator: &Operator, id: &str, output: &Output) -> anyhow::Result<()> {
    let purge =
        purge::run(app, operator, id, purge::Patience::Endless).await.with_context(|| format!("agency {id}"))?;
    if output.json {
        output.result(&serde_json::to_string_pretty(&purge)?);
    } else {
        let removed = &purge.removed;
        output.result(&format!(
            "removed   {} records, {} files, {} raw mails ({} stay: another agency has them, too)",
            removed.records, removed.files, removed.mails, purge.shared_mails
        ));
        let left = &purge.left;
        for (place, found) in [
            ("table", &left.table),
            ("index", &left.index),
            ("files", &left.files),
            ("mails", &left.mails),
            ("caches", &left.caches),
        ] {
            output.result(&format!("left in {place:<7} {}", if found.is_empty() { "nothing" } else { "this:" }));
            found.iter().for_each(|key| output.result(&format!("          {key}")));
        }
    }
    if purge.complete { Ok(()) } else { bail!("something of {id} is left: run the purge again") }
}
