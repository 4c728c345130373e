//! The learnt weights, used in place.

use super::class::{CLASSES, Class};
use super::lattice::{Edges, LABELS, NEVER, Row, Steps};

/// Marks the bytes and their layout.
const MAGIC: [u8; 4] = *b"tag1";

/// Bytes before the table of steps: magic, logarithm of the number of slots, scale.
const HEADER: usize = 12;

/// Bytes of a slot: the key, a weight for each label but `Outside`, one unused.
const SLOT: usize = 8;

/// How far a token's neighbours are seen, in tokens to either side.
pub const REACH: usize = 2;

/// Weights for features, and for steps from label to label.
#[derive(Clone, Debug)]
pub struct Weights<'b> {
    slots: &'b [u8],
    mask: usize,
    scale: f32,
    steps: Vec<Steps>,
}

impl<'b> Weights<'b> {
    /// Reads what [`encode`] wrote; `None` when the bytes are something else.
    pub fn new(bytes: &'b [u8]) -> Option<Self> {
        let (header, rest) = bytes.split_at_checked(HEADER)?;
        if header[..4] != MAGIC {
            return None;
        }
        let count = 1usize.checked_shl(u32::from(header[4]))?;
        let scale = f32::from_le_bytes(header[8..12].try_into().ok()?);
        let (steps, slots) = rest.split_at_checked(CLASSES * LABELS * LABELS)?;
        if slots.len() != count * SLOT {
            return None;
        }
        let steps = steps
            .chunks_exact(LABELS * LABELS)
            .map(|steps| Steps::new(edges_of(steps, scale)))
            .collect();
        Some(Self {
            slots,
            mask: count - 1,
            scale,
            steps,
        })
    }

    /// The scores of the steps to a token of this class.
    pub fn steps(&self, class: Class) -> &Steps {
        &self.steps[class as usize]
    }

    /// Adds the weights of a feature to the scores of labels.
    pub fn add(&self, key: u32, row: &mut Row) {
        let mut place = key as usize & self.mask;
        loop {
            let slot = &self.slots[place * SLOT..(place + 1) * SLOT];
            let held = u32::from_le_bytes([slot[0], slot[1], slot[2], slot[3]]);
            if held == key {
                for label in 1..LABELS {
                    row[label] += f32::from(slot[3 + label] as i8) * self.scale;
                }
                return;
            }
            if held == 0 {
                return;
            }
            place = (place + 1) & self.mask;
        }
    }
}

fn edges_of(steps: &[u8], scale: f32) -> Edges {
    let mut edges = [[0.0; LABELS]; LABELS];
    for (place, &step) in steps.iter().enumerate() {
        edges[place / LABELS][place % LABELS] = match step as i8 {
            i8::MIN => NEVER,
            step => f32::from(step) * scale,
        };
    }
    edges
}

/// The key of a feature of the token `offset` places away, from `-REACH` to `REACH`.
pub fn key(feature: u32, offset: isize) -> u32 {
    let mixed = feature
        .wrapping_add((offset + 3) as u32)
        .wrapping_mul(0x9e37_79b1);
    (mixed ^ mixed >> 16).max(1)
}

/// Writes weights as [`Weights::new`] reads them: `features` as key and weight for each label but
/// `Outside`, and the steps to each class.
pub fn encode(features: &[(u32, [f32; LABELS - 1])], edges: &[Edges], scale: f32) -> Vec<u8> {
    let quantise = |weight: f32| (weight / scale).round().clamp(-127.0, 127.0) as i8;
    let kept: Vec<_> = features
        .iter()
        .map(|(key, row)| (*key, row.map(quantise)))
        .filter(|(_, row)| row.iter().any(|weight| *weight != 0))
        .collect();
    let bits = (kept.len() * 3 / 2).max(2).next_power_of_two().ilog2();
    let mut bytes = MAGIC.to_vec();
    bytes.extend([bits as u8, 0, 0, 0]);
    bytes.extend(scale.to_le_bytes());
    for step in edges.iter().flatten().flatten() {
        let step = if *step <= NEVER {
            i8::MIN
        } else {
            quantise(*step)
        };
        bytes.push(step as u8);
    }
    let start = bytes.len();
    bytes.resize(start + (SLOT << bits), 0);
    let slots = &mut bytes[start..];
    let mask = (1usize << bits) - 1;
    for (key, row) in kept {
        let mut place = key as usize & mask;
        while slots[place * SLOT..place * SLOT + 4] != [0; 4] {
            place = (place + 1) & mask;
        }
        let slot = &mut slots[place * SLOT..(place + 1) * SLOT];
        slot[..4].copy_from_slice(&key.to_le_bytes());
        for (byte, weight) in slot[4..].iter_mut().zip(row) {
            *byte = weight as u8;
        }
    }
    bytes
}
