;; Reads outside its memory.
;; expect: outside
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (i32.load (i32.const 0xfffffff0))))
