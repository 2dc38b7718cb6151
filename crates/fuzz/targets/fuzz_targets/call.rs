#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| atlassian_admin_fuzz::call::holds(data));
