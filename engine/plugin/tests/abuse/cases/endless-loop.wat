;; A loop without end.
;; expect: fuel
(module (use memory) (use describe) (use start) (use add) (use answer)
  (func (export "rule#finish") (result i32)
    (loop $again (br $again)) (unreachable)))
