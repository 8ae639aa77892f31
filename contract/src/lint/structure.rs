//! `structure`: a misspelt keyword, or one with a value of another kind, is bound as if it were not
//! there.

use super::{Breach, Survey};

pub(super) fn check(survey: &Survey<'_>) -> Vec<Breach> {
    let misfits = survey.document.misfits().into_iter();
    misfits
        .map(|misfit| {
            let help = misfit.diagnostic.help.unwrap_or_default();
            Breach::new(&misfit.at, misfit.diagnostic.message, help)
        })
        .collect()
}
