;; Wants 1 GiB before anything runs.
;; expect: refused when loaded: describing memory
(module (use describe) (use start) (use answer)
  (memory (export "memory") 16384)
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (unreachable))
  (func (export "rule#add") (param i32 i32 i32) (result i32) (i32.const 16))
  (func (export "rule#finish") (result i32) (call $answer (i32.const 1))))
