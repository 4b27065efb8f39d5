SELECT 1 FROM json_each('[]'), json_tree('[]')
