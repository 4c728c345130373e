//! What is wrong with single lines of a file, told where it does not disturb.

use super::stream;

/// Complaints that come while results are written. Over a pager they would be drawn somewhere into what
/// it shows, so they wait until it has been left: make this before the printer, and it is dropped behind
/// it.
#[derive(Default)]
pub struct Complaints {
    /// Those that wait, where they must.
    waiting: Option<Vec<String>>,
}

impl Complaints {
    /// Complaints that wait where they would be seen beside what the pager shows.
    pub fn beside_pager() -> Self {
        Self {
            waiting: stream::error_is_terminal().then(Vec::new),
        }
    }

    /// Tells of a line that cannot be used, now or when the pager has been left.
    pub fn complain(&mut self, complaint: String) {
        self.remark(format!("error: {complaint}"));
    }

    /// Tells anything else that belongs beside the results.
    pub fn remark(&mut self, remark: String) {
        match &mut self.waiting {
            Some(waiting) => waiting.push(remark),
            None => stream::remark(&remark),
        }
    }
}

impl Drop for Complaints {
    fn drop(&mut self) {
        for remark in self.waiting.iter().flatten() {
            stream::remark(remark);
        }
    }
}
