using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace ImageStreams.AspNetCore;

/// <summary>The page: one text with its style and its script, which its policy names by their hashes.</summary>
internal sealed class StatusPage
{
    private const string Folder = "ImageStreams.AspNetCore.Status.Page.";

    public StatusPage(string title)
    {
        var style = Read("status.css");
        var script = Read("status.js");
        Policy = $"default-src 'none'; script-src {Hash(script)}; style-src {Hash(style)}; connect-src 'self'; img-src data:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        Text = Encoding.UTF8.GetBytes(Read("status.html")
            .Replace("{{style}}", style, StringComparison.Ordinal)
            .Replace("{{script}}", script, StringComparison.Ordinal)
            .Replace("{{title}}", WebUtility.HtmlEncode(title), StringComparison.Ordinal));   // last, for it may have any text in it
    }

    /// <summary>The content security policy.</summary>
    public string Policy { get; }

    /// <summary>The page in UTF-8.</summary>
    public byte[] Text { get; }

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    /// <summary>Reads a resource, with the line ends that a browser counts in hashes.</summary>
    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(StatusPage).Assembly.GetManifestResourceStream(Folder + name)!);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
