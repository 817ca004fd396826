;; The function that runs when it is made an instance does not end.
;; expect: refused when loaded: describing fuel
(module (use memory) (use describe) (use start) (use add) (use answer) (use finish)
  (start $forever)
  (func $forever (loop $again (br $again))))
