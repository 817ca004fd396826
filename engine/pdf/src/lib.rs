//! Documents as PDF.
//!
//! In: a [`luoshi_layout::Document`], the figures of its layout, fonts as bytes.
//! Out: the bytes of a PDF with its fonts embedded, or which font is missing.
//! Never here: a template, a plan, a clock, a file other than a font.

use luoshi_diagnostics as _;
use luoshi_layout as _;
use typst as _;
use typst_layout as _;
use typst_pdf as _;
