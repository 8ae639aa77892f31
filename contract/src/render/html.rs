//! Reports as one page that needs nothing else, for those who have never seen the tool.

mod basis;
mod claims;
mod findings;
mod heat;
mod totals;
mod tree;

use bindery_codegen::Document;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{
    Report,
    coverage::{Coverage, Permissive},
};

/// The page's own style: no script, no font and no image is loaded from anywhere.
const STYLE: &str = include_str!("html/style.css");
/// From how many entries on a list is closed until somebody opens it.
const MANY: usize = 30;

/// A document, what the check found, and what witnesses it.
#[derive(Debug, Clone, Copy)]
pub struct Chapter<'a> {
    /// The document.
    pub document: &'a Document,
    /// What the check found.
    pub report: &'a Report,
    /// What witnesses each claim.
    pub coverage: &'a Coverage,
}

/// One self-contained page about one or more documents: totals, findings beside the document's
/// text, a heat map of the operations, and every claim as a tree.
///
/// The page has no script and loads nothing; whatever documents and recordings say is escaped.
pub fn html(chapters: &[Chapter<'_>]) -> String {
    let titles: Vec<&str> = chapters.iter().map(Chapter::title).collect();
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "Contract: " (titles.join(", ")) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { "Does the document tell the truth?" }
                    p.lead {
                        "An OpenAPI document claims what a provider sends and takes. Here it is held "
                        "against recorded exchanges: what a recording contradicts is an error, and a "
                        "claim that no recording shows is not witnessed."
                    }
                    @if chapters.len() > 1 { (totals::overview(chapters)) }
                }
                main { @for (index, shown) in chapters.iter().enumerate() { (chapter(index, shown)) } }
            }
        }
    };
    page.into_string()
}

impl<'a> Chapter<'a> {
    /// The title of the document, or its file's name.
    fn title(&self) -> &'a str {
        let title = self.document.get("/info/title");
        let title = title.and_then(|title| title.as_str());
        title.unwrap_or(self.document.name())
    }
}

fn chapter(index: usize, chapter: &Chapter<'_>) -> Markup {
    let Chapter {
        document,
        report,
        coverage,
    } = chapter;
    html! {
        article id={ "document-" (index) } {
            h2 { (chapter.title()) " " small { code { (document.name()) } } }
            (totals::verdict(report))
            (totals::provenance(coverage))
            (totals::tiles(report, coverage))
            section {
                h3 { "Findings" }
                (findings::list(index, document, report))
            }
            section {
                h3 { "Operations by witnessed share" }
                p.note { "Witnessed claims of all claims. What a shared component claims counts for every operation "
                    "that reaches it; a dash stands where there is no such claim." }
                (heat::map(index, coverage))
            }
            section {
                h3 { "Every claim, and what it rests on" }
                (basis::legend(coverage))
                (tree::trees(document, coverage))
            }
            @if !coverage.permissive.is_empty() {
                section {
                    h3 { "Wider than what was recorded" }
                    p.note { "Nothing is wrong here; the document may be able to promise more." }
                    ul { @for wide in &coverage.permissive { (permissive(document, wide)) } }
                }
            }
        }
    }
}

fn permissive(document: &Document, wide: &Permissive) -> Markup {
    let file = document.file(wide.pointer.as_str()).name();
    html! {
        li { code { (file) ":" (wide.position) } " " (prose(&wide.message)) " (in " (wide.values) " values)" }
    }
}

/// A message, with what stands between backticks as code.
fn prose(text: &str) -> Markup {
    html! {
        @for (index, part) in text.split('`').enumerate() {
            @if index % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}
