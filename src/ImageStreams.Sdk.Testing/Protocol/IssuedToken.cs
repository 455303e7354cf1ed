namespace ImageStreams.Testing.Protocol;

/// <summary>A token and what it allows, in scopes such as <c>repository:library/python:pull,push</c>.</summary>
internal sealed record IssuedToken(string[] Scopes, DateTimeOffset Expires)
{
    public bool Allows(string repository, string action) =>
        Scopes.SelectMany(scope => scope.Split(' ')).Any(scope => Allows(scope, repository, action));

    private static bool Allows(string scope, string repository, string action) =>
        scope.StartsWith($"repository:{repository}:", StringComparison.Ordinal)
        && scope[(scope.LastIndexOf(':') + 1)..].Split(',').Contains(action);
}
