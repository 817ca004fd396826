//! Which body issues a paper.

use luoshi_plan::Plan;
use luoshi_plan::model::{DocumentForm, Issuer};

use crate::library::Template;
use crate::setting::IssuingBody;

/// The body that issues the papers of a template: the one that it names, the plan's first, or where
/// the plan lists none, the plan's own issuing body without a number.
#[must_use]
pub fn issuing_body(plan: &Plan, template: &Template) -> IssuingBody {
    let issuers = &plan.content.issuers;
    let wanted = template.head.issuer.as_ref();
    let named = wanted.and_then(|wanted| issuers.iter().find(|i| i.id.name == wanted.name));
    match named.or(issuers.first()) {
        Some(issuer) => of_issuer(issuer, template.form()),
        None => own(plan),
    }
}

fn of_issuer(issuer: &Issuer, form: DocumentForm) -> IssuingBody {
    let of_form = match form {
        DocumentForm::Letter => &issuer.letter_symbol,
        DocumentForm::Minutes => &issuer.minutes_symbol,
        _ => &issuer.symbol,
    };
    let named = issuer.masthead.clone();
    let name = &issuer.name;
    // A letter carries the bare name (10.1), other documents the name with 文件 unless the body says otherwise (7.2.4).
    let masthead = match form {
        DocumentForm::Letter => name.clone(),
        DocumentForm::Minutes => format!("{name}会议纪要"),
        _ => named.unwrap_or_else(|| format!("{name}文件")),
    };
    IssuingBody {
        id: issuer.id.name.to_string(),
        name: name.clone(),
        masthead,
        symbol: of_form.clone().or_else(|| issuer.symbol.clone()),
        first_number: issuer.first_number,
        printed_by: issuer.printed_by.clone().unwrap_or_else(|| name.clone()),
        preprinted: issuer.preprinted,
    }
}

fn own(plan: &Plan) -> IssuingBody {
    let place = &plan.jurisdiction.name;
    let issuer = &plan.header.issuer;
    // The header may name an office without its place, which a paper must.
    let name = if issuer.contains(place.as_str()) {
        issuer.clone()
    } else {
        format!("{place}{issuer}")
    };
    IssuingBody {
        id: String::new(),
        masthead: format!("{name}文件"),
        symbol: None,
        first_number: 1,
        printed_by: name.clone(),
        preprinted: false,
        name,
    }
}
