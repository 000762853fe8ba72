mod table;
mod table_file;
