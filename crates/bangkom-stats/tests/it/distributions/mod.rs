mod extremes;
mod properties;
mod quantiles;
mod statrs_limits;
mod table;
mod table_file;
