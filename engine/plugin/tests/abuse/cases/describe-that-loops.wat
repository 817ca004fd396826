;; Never comes to say what it is.
;; expect: refused when loaded: describing fuel
(module (use memory) (use start) (use add) (use answer) (use finish)
  (func (export "rule#describe") (result i32) (loop $again (br $again)) (unreachable)))
