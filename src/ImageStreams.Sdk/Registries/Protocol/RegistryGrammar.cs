using System.Runtime.CompilerServices;
using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Registries;

/// <summary>Validates the names that become part of a registry URL (OCI distribution 1.1, "Pulling manifests").</summary>
internal static class RegistryGrammar
{
    private const int MaxRegistryLength = 261;
    private const int MaxRepositoryLength = 255;
    private const int MaxTagLength = 128;
    private const int MaxShown = 256;

    public static string RequireRegistry(string value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        IsRegistry(value)
            ? value
            : throw new ArgumentException(
                $"{Show(value)} is not a registry: a host with an optional port, such as quay.io or localhost:5000.", name);

    public static string RequireRepositoryName(
        string value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        IsRepositoryName(value)
            ? value
            : throw new ArgumentException(
                $"{Show(value)} is not a repository name: lower-case letters and digits, separated by '/', '.', '_' or '-'.",
                name);

    public static string RequireTag(string value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        IsTag(value)
            ? value
            : throw new ArgumentException(
                $"{Show(value)} is not a tag: up to 128 letters, digits, '_', '.' and '-', of which '.' and '-' are not the first.",
                name);

    public static string RequireTagOrDigest(
        string value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        IsTag(value) || (value is not null && Digest.TryParse(value, out _))
            ? value
            : throw new ArgumentException(
                $"{Show(value)} names no manifest: give a tag of up to 128 characters, or a digest.", name);

    /// <summary><c>host[:port]</c>: a name, an IPv4 address or an IPv6 address in brackets.</summary>
    public static bool IsRegistry(string? value)
    {
        if (value is null || value.Length is 0 or > MaxRegistryLength)
        {
            return false;
        }

        var end = value[0] == '['
            ? value.IndexOf(']', StringComparison.Ordinal) + 1
            : value.IndexOf(':', StringComparison.Ordinal);
        var host = end < 0 ? value : value.AsSpan(0, end);
        return IsHost(host) && (end < 0 || end == value.Length || IsPort(value.AsSpan(end)));
    }

    /// <summary><c>component *("/" component)</c>.</summary>
    public static bool IsRepositoryName(string? value)
    {
        if (value is null || value.Length is 0 or > MaxRepositoryLength)
        {
            return false;
        }

        foreach (var component in value.AsSpan().Split('/'))
        {
            if (!IsComponent(value.AsSpan(component)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>[A-Za-z0-9_] *127[A-Za-z0-9._-]</c>.</summary>
    public static bool IsTag(string? value) =>
        value is { Length: > 0 and <= MaxTagLength }
        && value[0] is not ('.' or '-')
        && !value.AsSpan().ContainsAnyExcept(NameCharacters.Tag);

    /// <summary>Determines whether a URL can contain the host: neither <c>a..b</c> nor <c>[:::]</c>. A dot at the end
    /// is another name of the same host and would bypass rules about it.</summary>
    private static bool IsHost(ReadOnlySpan<char> host) =>
        HasHostCharacters(host) && Uri.TryCreate($"https://{host}/", UriKind.Absolute, out _);

    private static bool HasHostCharacters(ReadOnlySpan<char> host) =>
        host.Length > 2 && host[0] == '['
            ? host[^1] == ']' && !host[1..^1].ContainsAnyExcept(NameCharacters.IPv6)
            : host.Length > 0 && host[0] is not ('.' or '-') && host[^1] != '.' && !host.ContainsAnyExcept(NameCharacters.Host);

    private static bool IsPort(ReadOnlySpan<char> colonAndPort) =>
        colonAndPort.Length is > 1 and <= 6
        && colonAndPort[0] == ':'
        && !colonAndPort[1..].ContainsAnyExcept(NameCharacters.Digits)
        && int.Parse(colonAndPort[1..], provider: null) is > 0 and <= ushort.MaxValue;

    /// <summary><c>alphanumeric *(("." / 1*2"_" / 1*"-") alphanumeric)</c>.</summary>
    private static bool IsComponent(ReadOnlySpan<char> component)
    {
        while (true)
        {
            var word = component.IndexOfAnyExcept(NameCharacters.LowerAlphanumeric);
            if (word < 0)
            {
                return component.Length > 0;
            }

            var separator = word == 0 ? 0 : SeparatorLength(component[word..]);
            if (separator == 0)
            {
                return false;
            }

            component = component[(word + separator)..];
        }
    }

    private static int SeparatorLength(ReadOnlySpan<char> text) => text[0] switch
    {
        '.' => 1,
        '_' => text.StartsWith("__") ? 2 : 1,
        '-' => text.IndexOfAnyExcept('-') is var length and > 0 ? length : 0,
        _ => 0,
    };

    /// <summary>Quotes a name that was refused, without the user name and password that an address may contain.</summary>
    private static string Show(string? value)
    {
        var shown = value ?? "";
        var at = shown.LastIndexOf('@');
        return $"'{PrintableText.Escape(at < 0 ? shown : $"***{shown[at..]}", MaxShown)}'";
    }
}
