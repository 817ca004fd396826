;; Copies to outside its memory.
;; expect: outside
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (memory.copy (i32.const 0xffffff00) (i32.const 0) (i32.const 64)) (i32.const 32)))
