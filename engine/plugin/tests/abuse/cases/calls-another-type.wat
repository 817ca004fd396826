;; Calls a function of another type.
;; expect: call
(module (use memory) (use describe) (use start) (use add) (use answer)
  (table 1 funcref) (elem (i32.const 0) func $odd) (func $odd (param i64))
  (func (export "rule#finish") (result i32)
    (call_indirect (result i32) (i32.const 0))))
