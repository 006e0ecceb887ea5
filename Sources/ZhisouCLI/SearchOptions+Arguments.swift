public import ArgumentParser
public import Zhisou

extension SearchOptions.Order: ExpressibleByArgument {}
extension SearchOptions.Collapse: ExpressibleByArgument {}
