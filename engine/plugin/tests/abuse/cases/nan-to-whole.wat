;; Makes a whole number of what is not a number.
;; expect: arithmetic
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.trunc_f64_s (f64.const nan))))
