mod golden;
mod sample;
