//! How fresh the index has to be.

use clap::Args;

#[derive(Debug, Args)]
pub struct FreshnessArguments {
    /// Look for changed articles first, however long it takes
    #[arg(long, conflicts_with = "no_refresh")]
    pub refresh: bool,
    /// Answer from the index as it is
    #[arg(long)]
    pub no_refresh: bool,
}
