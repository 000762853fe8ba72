use std::path::PathBuf;

/// The folder with the data of an example.
///
/// ```
/// assert!(bangkom_examples::data_dir("layanan_publik").ends_with("data/layanan_publik"));
/// ```
pub fn data_dir(example: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "data", example]
        .iter()
        .collect()
}
