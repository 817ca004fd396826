;; Never makes room for a batch.
;; expect: fuel
(module (use describe) (use start) (use answer)
  (memory (export "memory") 4)
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (loop $again (br $again)) (unreachable))
  (func (export "rule#add") (param i32 i32 i32) (result i32) (i32.const 16))
  (func (export "rule#finish") (result i32) (call $answer (i32.const 1))))
