namespace ImageStreams.Clients;

/// <summary>Checks the name of an object to look up, as Kubernetes does before it asks its store.</summary>
internal static class NameParameter
{
    /// <summary>Finds the problem of a name, in the words of Kubernetes; null when objects can have the name.</summary>
    public static string? FindProblem(string name)
    {
        if (name.Length == 0)
        {
            return "Name parameter required.";
        }

        var problems = FindProblems(name);
        return problems.Count == 0 ? null : $"Name parameter invalid: {ApiErrors.Quote(name)}: {string.Join(';', problems)}";
    }

    /// <exception cref="ApiException">No object can have the name (<see cref="ApiFailure.BadRequest"/>).</exception>
    public static void Require(string name)
    {
        if (FindProblem(name) is { } problem)
        {
            throw ApiErrors.BadRequest(problem);
        }
    }

    private static List<string> FindProblems(string name) => name is "." or ".."
        ? [$"may not be '{name}'"]
        : [.. "/%".Where(name.Contains).Select(c => $"may not contain '{c}'")];
}
