;; Fills its memory again and again: each byte is a step.
;; expect: fuel
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (loop $again (memory.fill (i32.const 131072) (i32.const 1) (i32.const 131072)) (br $again)) (unreachable)))
