namespace ImageStreams.References;

/// <summary>
/// The host and port of a registry as text: OpenShift takes both from the reference without validating them.
/// </summary>
internal sealed record RegistryHostPort
{
    /// <summary>The host without brackets, or empty when the registry's name cannot be split.</summary>
    public required string Host { get; init; }

    /// <summary>The port, usually digits, or empty when the registry's name cannot be split.</summary>
    public required string Port { get; init; }

    public static RegistryHostPort Unknown { get; } = new() { Host = "", Port = "" };

    /// <summary>Splits <c>host:port</c> or <c>[address]:port</c>, as Go's <c>net.SplitHostPort</c> does.</summary>
    public static RegistryHostPort Split(string registry)
    {
        var colon = registry.LastIndexOf(':');
        var host = registry.AsSpan(0, Math.Max(colon, 0));
        var isBracketed = registry.StartsWith('[') && host.EndsWith("]");
        var inner = isBracketed ? host[1..^1] : host;
        var isValid = colon >= 0
            && (isBracketed || !inner.Contains(':'))
            && !HasBracket(inner)
            && !HasBracket(registry.AsSpan(colon));
        return isValid
            ? new RegistryHostPort { Host = inner.ToString(), Port = registry[(colon + 1)..] }
            : Unknown;
    }

    private static bool HasBracket(ReadOnlySpan<char> text) => text.ContainsAny('[', ']');
}
