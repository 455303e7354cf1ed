namespace ImageStreams.AspNetCore;

/// <summary>The parts of a path below <c>/api</c> or <c>/apis</c>.</summary>
internal readonly record struct ResourcePath
{
    private const string Namespaces = "namespaces";

    public required string Group { get; init; }

    public required string Version { get; init; }

    public required string Plural { get; init; }

    public string? Namespace { get; init; }

    public string? Name { get; init; }

    public string? Subresource { get; init; }

    /// <summary>Gets a value indicating whether the path is an old one for watches: <c>/watch/</c> after the version.</summary>
    public bool IsWatch { get; init; }

    /// <summary>Gets a value indicating whether there is more in the path than any resource has.</summary>
    public bool HasMore { get; init; }

    /// <summary>Reads a path; null when it names no resource.</summary>
    /// <param name="path">The decoded path, such as <c>/apis/image.openshift.io/v1/imagestreams</c>.</param>
    public static ResourcePath? Parse(string path)
    {
        var parts = path.Split('/');
        return parts switch
        {
            ["", "api", { Length: > 0 } version, _, ..] => Read("", version, parts.AsSpan(3)),
            ["", "apis", { Length: > 0 } group, { Length: > 0 } version, _, ..] => Read(group, version, parts.AsSpan(4)),
            _ => null,
        };
    }

    private static ResourcePath? Read(string group, string version, ReadOnlySpan<string> parts)
    {
        var isWatch = parts is ["watch", _, ..];
        parts = TrimEnd(isWatch ? parts[1..] : parts);
        return parts.IsEmpty || parts[0].Length == 0
            ? null
            : Read(parts) with { Group = group, Version = version, IsWatch = isWatch };
    }

    // The parts of a namespace itself are its subresources; everything else below a namespace is in it.
    private static ResourcePath Read(ReadOnlySpan<string> parts) => parts switch
    {
        [Namespaces, _, "status" or "finalize"] => Create(null, parts),
        [Namespaces, var ns, _, ..] => Create(ns, parts[2..]),
        _ => Create(null, parts),
    };

    private static ResourcePath Create(string? ns, ReadOnlySpan<string> parts) => new()
    {
        Group = "",
        Version = "",
        Plural = parts[0],
        Namespace = ns,
        Name = parts.Length > 1 ? parts[1] : null,
        Subresource = parts.Length > 2 ? parts[2] : null,
        HasMore = parts.Length > 3,
    };

    private static ReadOnlySpan<string> TrimEnd(ReadOnlySpan<string> parts) =>
        parts is [.., ""] ? parts[..^1] : parts;
}
