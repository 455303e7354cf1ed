namespace ImageStreams.Registries;

/// <summary>One way to authenticate that a registry offers (RFC 9110, "WWW-Authenticate").</summary>
internal sealed record AuthenticationChallenge
{
    public required string Scheme { get; init; }

    public string Realm { get; init; } = "";

    public string Service { get; init; } = "";

    /// <summary>The access that the token must grant; empty when the registry does not name it.</summary>
    public string Scope { get; init; } = "";

    public bool IsBasic => Is("Basic");

    public bool IsBearer => Is("Bearer");

    /// <summary>Returns a copy with a parameter set; other parameters are ignored.</summary>
    public AuthenticationChallenge With(ReadOnlySpan<char> name, string value) => name switch
    {
        _ when Equals(name, "realm") => this with { Realm = value },
        _ when Equals(name, "service") => this with { Service = value },
        _ when Equals(name, "scope") => this with { Scope = value },
        _ => this,
    };

    private bool Is(string scheme) => scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase);

    private static bool Equals(ReadOnlySpan<char> left, string right) =>
        left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
