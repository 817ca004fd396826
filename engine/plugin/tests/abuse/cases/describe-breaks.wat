;; Breaks off before it says what it is.
;; expect: refused when loaded: describing broken
(module (use memory) (use start) (use add) (use answer) (use finish)
  (func (export "rule#describe") (result i32) (unreachable)))
