;; Breaks off, as a panic in Rust does.
;; expect: broken
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (unreachable)))
