using System.Text;

namespace ImageStreams.Testing.Protocol;

/// <summary>A request, independent of its transport.</summary>
internal sealed record WireRequest
{
    public required string Method { get; init; }

    public required string Scheme { get; init; }

    public required string Host { get; init; }

    public required string Path { get; init; }

    /// <summary>The query with its question mark; empty for none.</summary>
    public required string Query { get; init; }

    /// <summary>Returns the value of a header; empty when it is missing.</summary>
    public required Func<string, string> Header { get; init; }

    public byte[] Body { get; init; } = [];

    public RegistryRoute Route => field ??= RegistryRoute.Parse(Path);

    public bool IsRead => Method is "GET" or "HEAD";

    /// <summary>Returns the values of a query parameter, decoded.</summary>
    public IEnumerable<string> Parameters(string name) => Query.TrimStart('?').Split('&')
        .Where(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(pair => Uri.UnescapeDataString(pair[(name.Length + 1)..].Replace('+', ' ')));

    /// <summary>Returns the first value of a query parameter; empty when it is missing.</summary>
    public string Parameter(string name) => Parameters(name).FirstOrDefault("");

    /// <summary>Returns the user name and password of Basic authentication.</summary>
    public (string UserName, string Password)? Login()
    {
        var header = Header("Authorization");
        Span<byte> pair = new byte[header.Length];
        return header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(header["Basic ".Length..], pair, out var length)
            && Encoding.UTF8.GetString(pair[..length]).Split(':', 2) is [var userName, var password]
                ? (userName, password)
                : null;
    }
}
