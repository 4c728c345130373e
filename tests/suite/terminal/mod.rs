//! The program in a terminal of its own: what a person sees, and the keys they press.
//!
//! ```text
//! let mut session = Terminal::new().columns(60).run(&collection, ["search", "Munition"]);
//! session.wait_for("Found");
//! session.press("q");
//! assert_eq!(session.finish().code, Some(0));
//! ```

mod colours;
mod everyday;
mod links;
mod open;
mod overview;
mod pager;
mod session;
mod widths;

pub use session::Terminal;
