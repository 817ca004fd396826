;; Grows its memory by nothing, again and again.
;; expect: fuel
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (loop $again (drop (memory.grow (i32.const 0))) (br $again)) (unreachable)))
