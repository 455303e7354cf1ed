using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Turns a recorded request into one for the served API: with our identities, and otherwise byte for byte.</summary>
/// <param name="identities">The identities that correspond.</param>
/// <param name="initialVersion">Our version when the recording began.</param>
internal sealed partial class HttpTranslation(Identities identities, string initialVersion)
{
    /// <summary>The headers that the client of the replay sends itself, or that the recording's proxy added.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept-Encoding", "Authorization", "Connection", "Content-Length", "Content-Type", "Host", "X-Forwarded-For",
    };

    /// <summary>The name that the recording's proxy, a program in Go, sent on for a client that did not give one.</summary>
    private const string Proxy = "Go-http-client/1.1";

    private static readonly UriCreationOptions AsSent = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Creates the request.</summary>
    /// <param name="server">The address of the server, without a path.</param>
    /// <param name="recorded">The recorded request.</param>
    public HttpRequestMessage Create(string server, HttpExchange recorded)
    {
        var request = new HttpRequestMessage(new HttpMethod(recorded.Method), new Uri(server + TranslatePath(recorded.Path), in AsSent));
        foreach (var (name, value) in recorded.RequestHeaders.Where(header => !Own.Contains(header.Key)))
        {
            request.Headers.TryAddWithoutValidation(name, name == "If-None-Match" ? identities.OursFor(value) : value);
        }

        if (!recorded.RequestHeaders.ContainsKey("User-Agent"))
        {
            request.Headers.TryAddWithoutValidation("User-Agent", Proxy);
        }

        if (recorded.RequestBody is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(TranslateBody(body)));
        }

        if (recorded.RequestHeaders.TryGetValue("Content-Type", out var type))
        {
            (request.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return request;
    }

    private string TranslatePath(string path) => QueryIdentity().Replace(path, match =>
        match.Groups["name"].Value + Uri.EscapeDataString(Translate(match.Groups["name"].Value, Uri.UnescapeDataString(match.Groups["value"].Value))));

    private string Translate(string name, string value) => name.EndsWith("resourceVersion=", StringComparison.Ordinal)
        ? identities.OursForVersion(value, initialVersion)
        : identities.OursFor(value);

    private string TranslateBody(string body)
    {
        var named = NamedIdentity().Replace(body, match => match.Groups["name"].Value + identities.OursFor(match.Groups["value"].Value));
        var patched = PatchedIdentity().Replace(named, match => match.Groups["name"].Value + identities.OursFor(match.Groups["value"].Value));
        return Text().Replace(patched, TranslateText);
    }

    /// <summary>Translates a text of JSON with the name of its field, such as a time or the message of a registry.</summary>
    private string TranslateText(Match match)
    {
        var (field, text) = (match.Groups["field"], match.Groups["text"]);
        if (InvalidEscape().IsMatch(text.Value))
        {
            return match.Value;
        }

        var recorded = JsonSerializer.Deserialize<string>($"\"{text.Value}\"")!;
        var ours = field.Success ? identities.OursForText(field.Value, recorded) : identities.OursForText(recorded);
        return ours == recorded ? match.Value : string.Concat(match.Value.AsSpan(0, text.Index - match.Index - 1), JsonSerializer.Serialize(ours));
    }

    [GeneratedRegex("(?<name>[?&](?:resourceVersion|continue|hash)=)(?<value>[^&]+)")]
    private static partial Regex QueryIdentity();

    [GeneratedRegex("(?<name>\"?(?:uid|resourceVersion)\"?\\s*:\\s*[\"']?)(?<value>[A-Za-z0-9-]+)")]
    private static partial Regex NamedIdentity();

    [GeneratedRegex("(?<name>\"path\"\\s*:\\s*\"/metadata/(?:uid|resourceVersion)\"\\s*,\\s*\"value\"\\s*:\\s*\")(?<value>[A-Za-z0-9-]+)")]
    private static partial Regex PatchedIdentity();

    [GeneratedRegex("(?:\"(?<field>[^\"\\\\]+)\"\\s*:\\s*)?\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Text();

    /// <summary>Finds what is no text of JSON: a control character, and an escape that does not exist or may be half a character.</summary>
    [GeneratedRegex("\\\\[^\"\\\\/bfnrt]|[\\x00-\\x1f]")]
    private static partial Regex InvalidEscape();
}
