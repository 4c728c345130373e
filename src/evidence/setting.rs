//! What is set and where, for `config`.

/// Everything that can be set, and the files it may be set in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SettingsReport {
    /// The settings, in a fixed order.
    pub settings: Vec<Setting>,
    /// The files, the one that wins first.
    pub files: Vec<SettingsFile>,
}

/// A setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its key in a file.
    pub key: &'static str,
    /// What holds.
    pub value: SettingValue,
    /// Where it comes from.
    pub origin: SettingOrigin,
}

/// What a setting is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingValue {
    /// Nothing.
    Unset,
    /// A word, path or command.
    Text(String),
    /// A number.
    Number(u64),
    /// Any number of paths.
    List(Vec<String>),
}

/// Where a setting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingOrigin {
    /// An option of the command line.
    Flag(String),
    /// A variable of the environment.
    Variable(String),
    /// A line of a file.
    File {
        /// The file.
        path: String,
        /// The line, from 1.
        line: u64,
    },
    /// What is built in.
    Default,
}

/// A file of settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsFile {
    /// Where it is, or would be.
    pub path: String,
    /// Whose it is.
    pub owner: SettingsOwner,
    /// Whether it is there.
    pub is_there: bool,
}

/// Whose file of settings it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsOwner {
    /// That of the folder of articles.
    Project,
    /// The user's own.
    User,
}
