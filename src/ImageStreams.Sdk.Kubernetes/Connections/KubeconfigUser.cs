using System.Collections.Immutable;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace ImageStreams.Kubernetes;

/// <summary>A user of a kubeconfig, as far as KubernetesClient does not read it.</summary>
internal sealed record KubeconfigUser
{
    /// <summary>The field with a list of values for each key of the impersonated user.</summary>
    public const string Extra = "as-user-extra";

    /// <summary>The field with the file of a token.</summary>
    public const string TokenFileField = "tokenFile";

    private const string HeaderPrefix = "Impersonate-";

    /// <summary>The file with the token, which counts before the token in the kubeconfig; null for none.</summary>
    public string? TokenFile { get; init; }

    /// <summary>The headers that make the server act as another user.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Reads a user.</summary>
    public static KubeconfigUser Read(YamlMappingNode user) => new()
    {
        TokenFile = user.FindText(TokenFileField) is { Length: > 0 } file ? file : null,
        Headers = [.. ReadHeaders(user).Where(static header => header.Value.Length > 0)],
    };

    private static IEnumerable<KeyValuePair<string, string>> ReadHeaders(YamlMappingNode user)
    {
        yield return new(HeaderPrefix + "User", user.FindText("as") ?? "");
        yield return new(HeaderPrefix + "Uid", user.FindText("as-uid") ?? "");
        foreach (var group in user.FindTexts("as-groups"))
        {
            yield return new(HeaderPrefix + "Group", group);
        }

        var extra = user.FindNode(Extra) as YamlMappingNode ?? [];
        foreach (var key in extra.Children.Keys.OfType<YamlScalarNode>().Select(static key => key.Value ?? ""))
        {
            foreach (var value in extra.FindTexts(key))
            {
                yield return new($"{HeaderPrefix}Extra-{Escape(key)}", value);
            }
        }
    }

    // Bytes that the name of a header must not have, and the percent sign, are written as URLs have them.
    private static string Escape(string key)
    {
        var text = new StringBuilder(key.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(key))
        {
            _ = IsToken(unit) ? text.Append((char)unit) : text.Append('%').Append(unit.ToString("X2", null));
        }

        return text.ToString();
    }

    private static bool IsToken(byte unit) => char.IsAsciiLetterOrDigit((char)unit) || "!#$&'*+-.^_`|~".Contains((char)unit, StringComparison.Ordinal);
}
