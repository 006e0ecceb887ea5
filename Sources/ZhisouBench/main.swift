print("zhisou")
