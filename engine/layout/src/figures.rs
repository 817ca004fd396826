//! Every figure of the layout, in the units that writers need: twips (1/20 pt), half points, fen of a millimetre.

use luoshi_plan::model::{Millimetres, OwnLayout, Points};

/// The figures of a layout. Lengths are twips (1/1440 inch), type sizes half points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Page width: A4, 210 mm (5.1).
    pub page_width: u32,
    /// Page height: 297 mm.
    pub page_height: u32,
    /// 天头: 37 mm (5.2.1).
    pub margin_top: u32,
    /// Derived: 297 − 37 − 225 mm.
    pub margin_bottom: u32,
    /// 订口: 28 mm (5.2.1).
    pub margin_left: u32,
    /// Derived: 210 − 28 − 156 mm.
    pub margin_right: u32,
    /// From one line to the next: 22 lines fill 225 mm (5.2.3).
    pub line_pitch: u32,
    /// Added to each character, negative to take away: 28 characters fill 156 mm (5.2.3).
    pub character_spacing: i32,
    /// 3号, 16 pt (5.2.2).
    pub body_size: u32,
    /// 2号, 22 pt (7.3.1).
    pub title_size: u32,
    /// From one line of the title to the next.
    pub title_pitch: u32,
    /// 4号, 14 pt: imprint and page numbers (7.4.2, 7.5).
    pub small_size: u32,
    /// From the bottom edge of the paper to that of the page number's line, which is 10/7 of its size high: its dashes
    /// then lie 7 mm below the type area (7.5, derived).
    pub footer: u32,
    /// The fonts.
    pub fonts: Fonts,
}

/// Fonts by their official names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fonts {
    /// 仿宋: the body.
    pub body: String,
    /// 黑体: first level headings, urgency.
    pub heading: String,
    /// 楷体: second level headings, the signatory's name.
    pub second: String,
    /// 小标宋: masthead and title.
    pub title: String,
    /// 宋体: page numbers.
    pub song: String,
    /// Letters and digits within Chinese text.
    pub latin: String,
}

impl Figures {
    /// The figures of an office: those of the standard, but for what it states of its own.
    #[must_use]
    pub fn of(own: Option<&OwnLayout>) -> Figures {
        let mut figures = Figures::national();
        let Some(own) = own else {
            return figures;
        };
        let fonts = [
            (&mut figures.fonts.body, &own.body_font),
            (&mut figures.fonts.heading, &own.heading_font),
            (&mut figures.fonts.second, &own.second_font),
            (&mut figures.fonts.title, &own.title_font),
            (&mut figures.fonts.song, &own.number_font),
            (&mut figures.fonts.latin, &own.latin_font),
        ];
        for (font, own) in fonts {
            if let Some(own) = own {
                font.clone_from(own);
            }
        }
        if let Some(Points(hundredths)) = own.line_pitch {
            figures.line_pitch = hundredths / 5;
        }
        let margins = [
            (&mut figures.margin_top, own.top_margin),
            (&mut figures.margin_bottom, own.bottom_margin),
            (&mut figures.margin_left, own.left_margin),
            (&mut figures.margin_right, own.right_margin),
        ];
        for (margin, own) in margins {
            if let Some(Millimetres(hundredths)) = own {
                // 1 mm is 1440 / 25.4 twips.
                *margin = (hundredths * 1_440 + 1_270) / 2_540;
            }
        }
        figures
    }

    /// The figures of the standard, with the line pitch and character spacing that give 22 lines of 28 characters.
    #[must_use]
    pub fn national() -> Figures {
        Figures {
            page_width: 11_906,
            page_height: 16_838,
            margin_top: 2_098,
            margin_bottom: 1_984,
            margin_left: 1_588,
            margin_right: 1_474,
            line_pitch: 579,
            character_spacing: -5,
            body_size: 32,
            title_size: 44,
            title_pitch: 720,
            small_size: 28,
            footer: 1_407,
            fonts: Fonts {
                body: "仿宋_GB2312".to_owned(),
                heading: "黑体".to_owned(),
                second: "楷体_GB2312".to_owned(),
                title: "方正小标宋简体".to_owned(),
                song: "宋体".to_owned(),
                latin: "Times New Roman".to_owned(),
            },
        }
    }
}
