using System.Net;
using System.Text.Encodings.Web;

namespace ImageStreams.Registries;

/// <summary>Blanks out secrets in text that a registry sent: as they are, and as JSON, HTML and URLs escape them; in
/// upper and lower case.</summary>
internal sealed class SecretScrubber
{
    /// <summary>The text in place of a secret.</summary>
    public const string Blank = "***";

    private readonly string[] _secrets;
    private readonly string[] _forms;

    public SecretScrubber(IEnumerable<string> secrets)
    {
        _secrets = [.. secrets
            .SelectMany(static secret => new[] { secret, secret.TrimEnd('=') })   // with and without the padding of Base64
            .Where(static secret => secret.Length > 0)
            .Distinct()
            .OrderByDescending(static secret => secret.Length)];
        _forms = [.. _secrets.SelectMany(GetEscapedForms).Distinct()];
    }

    /// <summary>Returns the text without the secrets. A text in which a secret is escaped in another way is blanked out as a
    /// whole.</summary>
    public string Scrub(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Blank, StringComparison.OrdinalIgnoreCase);   // hosts are shown in lower case
        }

        foreach (var form in _forms)
        {
            text = text.Replace(form, Blank, StringComparison.OrdinalIgnoreCase);   // hexadecimal digits have two cases
        }

        return HidesSecret(text) ? Blank : text;
    }

    private static IEnumerable<string> GetEscapedForms(string secret)
    {
        string[] forms =
        [
            JavaScriptEncoder.Default.Encode(secret),
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
            WebUtility.HtmlEncode(secret),
            HtmlEncoder.Default.Encode(secret),
            Uri.EscapeDataString(secret),
            WebUtility.UrlEncode(secret),
        ];
        return forms.Where(form => form != secret);
    }

    private bool HidesSecret(string text) =>
        text.AsSpan().ContainsAny('&', '%', '\\') && GetDecodedForms(text).Any(form => HasSecret(form, text));

    private bool HasSecret(string decoded, string text) => decoded != text && Array.Exists(
        _secrets, secret => decoded.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> GetDecodedForms(string text)
    {
        var html = WebUtility.HtmlDecode(text);
        yield return html;
        yield return WebUtility.UrlDecode(text);
        yield return Uri.UnescapeDataString(text);
        yield return JsonUnescaper.Unescape(text);
        yield return JsonUnescaper.Unescape(html);
        yield return WebUtility.HtmlDecode(html);
    }
}
