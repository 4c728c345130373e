//! From the drawing instructions of a page to its characters and where they stand.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};

/// A character on a page. Positions are in points, downwards and to the right, turned so that its
/// text runs to the right.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Character {
    /// Mostly one; a ligature has several.
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) baseline: f32,
    /// The height of its font.
    pub(super) size: f32,
    pub(super) direction: Direction,
}

/// Where the text of a character runs to on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Direction {
    Right,
    Down,
    Left,
    Up,
}

/// What stands on a page.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) characters: Vec<Character>,
    /// Characters whose fonts do not tell what they are.
    pub(super) nameless: usize,
    pub(super) images: usize,
}

/// What stands on `page`.
pub(super) fn drawn<'a>(page: &Page<'a>, cache: &InterpreterCache<'a>) -> Drawn {
    let (width, height) = page.render_dimensions();
    let upright = Affine::new(page.initial_transform(true).as_coeffs().map(f64::from));
    let area = Rect::new(0.0, 0.0, width.into(), height.into());
    let settings = InterpreterSettings::default();
    let mut context = Context::new(upright, area, cache, page.xref(), settings);
    let mut drawn = Drawn::default();
    interpret_page(page, &mut context, &mut drawn);
    drawn
}

impl Direction {
    fn of(turn: Affine) -> Self {
        let [right, down, ..] = turn.as_coeffs();
        match () {
            () if right.abs() >= down.abs() && right >= 0.0 => Direction::Right,
            () if right.abs() >= down.abs() => Direction::Left,
            () if down >= 0.0 => Direction::Down,
            () => Direction::Up,
        }
    }

    /// A point of the page, turned so that text of this direction runs to the right.
    fn turned(self, point: Point) -> (f32, f32) {
        let (x, y) = (point.x as f32, point.y as f32);
        match self {
            Direction::Right => (x, y),
            Direction::Down => (y, -x),
            Direction::Left => (-x, -y),
            Direction::Up => (-y, x),
        }
    }
}

impl Drawn {
    fn add(&mut self, glyph: &Glyph<'_>, place: Affine) {
        let Some(text) = glyph.as_unicode().map(text_of) else {
            self.nameless += 1;
            return;
        };
        let [right, down, side, up, ..] = place.as_coeffs();
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawing) => drawing.advance_width(),
        };
        let direction = Direction::of(place);
        let (left, baseline) = direction.turned(place * Point::ORIGIN);
        // Glyphs are drawn a thousand units high.
        let size = (side.hypot(up) * 1000.0) as f32;
        let width = (f64::from(advance.unwrap_or(500.0)) * right.hypot(down)) as f32;
        if text.is_empty()
            || ![left, baseline, size, width]
                .iter()
                .all(|number| number.is_finite())
        {
            return;
        }
        self.characters.push(Character {
            text,
            left,
            right: left + width.max(0.0),
            baseline,
            size,
            direction,
        });
    }
}

/// The characters that a glyph stands for, ligatures taken apart.
fn text_of(glyph: BfString) -> String {
    let mut text = String::new();
    let mut add = |character: char| match character {
        '\u{fb00}' => text.push_str("ff"),
        '\u{fb01}' => text.push_str("fi"),
        '\u{fb02}' => text.push_str("fl"),
        '\u{fb03}' => text.push_str("ffi"),
        '\u{fb04}' => text.push_str("ffl"),
        '\u{fb05}' | '\u{fb06}' => text.push_str("st"),
        // The bullet of the font Symbol.
        '\u{f0b7}' => text.push('•'),
        '\u{a0}' | '\t' => text.push(' '),
        _ if character.is_control() || ('\u{e000}'..='\u{f8ff}').contains(&character) => {}
        _ => text.push(character),
    };
    match glyph {
        BfString::Char(character) => add(character),
        BfString::String(string) => string.chars().for_each(add),
    }
    text
}

impl<'a> Device<'a> for Drawn {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.add(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.images += 1;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(
        &mut self,
        _: f32,
        _: Option<SoftMask<'a>>,
        _: hayro_interpret::BlendMode,
    ) {
    }
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
