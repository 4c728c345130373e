//! The encoding that a page says it is in.

/// How far into a page the declaration may stand, in bytes (WHATWG, prescan a byte stream).
const PRESCANNED: usize = 4096;

/// The label behind `charset=` or, in XHTML, `encoding=` at the start of a page.
pub(super) fn declared(bytes: &[u8]) -> Option<String> {
    let start = &bytes[..bytes.len().min(PRESCANNED)];
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let xml = start
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split_once("?>"));
    xml.and_then(|(declaration, _)| label_behind(declaration, "encoding"))
        .or_else(|| {
            let metas = start.split("<meta").skip(1);
            let mut tags = metas.filter_map(|rest| rest.split('>').next());
            tags.find_map(|tag| label_behind(tag, "charset"))
        })
}

fn label_behind(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(name)?;
    let rest = rest.trim_start().strip_prefix('=')?;
    let label = rest.trim_start_matches(['"', '\'', ' ']);
    let length = label
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || b"-_:".contains(byte));
    Some(label[..length.count()].to_owned()).filter(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_declares_its_encoding_in_either_way() {
        let of = |page: &str| declared(page.as_bytes());
        assert_eq!(
            of("<head><meta charset=iso-8859-15>").as_deref(),
            Some("iso-8859-15")
        );
        let old = "<META http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1252\">";
        assert_eq!(of(old).as_deref(), Some("windows-1252"));
        let xml = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><html>";
        assert_eq!(of(xml).as_deref(), Some("iso-8859-1"));
        assert_eq!(of("<p>charset=x"), None);
    }
}
