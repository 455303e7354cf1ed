namespace ImageStreams.Validation;

/// <summary>A host and a port, both of which may have wildcards.</summary>
internal readonly record struct RegistryPattern(string Host, string Port)
{
    private const string SecurePort = "443";
    private const string InsecurePort = "80";

    /// <summary>Reads <c>host</c> or <c>host:port</c>; false when there are more colons.</summary>
    public static bool TryParse(string text, bool insecure, out RegistryPattern pattern)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var defaultPort = insecure ? InsecurePort : SecurePort;
        pattern = colon < 0
            ? new RegistryPattern(text, defaultPort)
            : new RegistryPattern(text[..colon], text[(colon + 1)..]);
        return !pattern.Port.Contains(':', StringComparison.Ordinal);
    }

    /// <summary>Determines whether the pattern matches a registry; an empty port matches 443 and 80.</summary>
    public bool Matches(string host, string port) => Wildcard.IsMatch(host, Host) && MatchesPort(port);

    /// <summary>Returns <c>host:port</c>.</summary>
    public override string ToString() => $"{Host}:{Port}";

    private bool MatchesPort(string port) =>
        port.Length == 0 ? Port is InsecurePort or SecurePort or "*" : Wildcard.IsMatch(port, Port);
}
