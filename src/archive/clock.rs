//! Moments as they are kept and shown.

use std::time::SystemTime;

/// The time to the second, RFC 3339 in UTC.
pub(super) fn now() -> String {
    written(jiff::Timestamp::now())
}

/// A time of the file system in the same way; `None` for one that no calendar holds.
pub(super) fn moment(time: SystemTime) -> Option<String> {
    jiff::Timestamp::try_from(time).ok().map(written)
}

fn written(time: jiff::Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_moment_is_told_in_utc() {
        let time = SystemTime::UNIX_EPOCH + Duration::from_millis(1_700_000_000_900);
        assert_eq!(moment(time).as_deref(), Some("2023-11-14T22:13:20Z"));
    }
}
