using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace ImageStreams.Tool;

/// <summary>Writes a graph as one HTML file that needs nothing else and contacts nobody.</summary>
/// <remarks>
/// Its policy names the style and the script by their digests, so that nothing else runs, whatever names the graph has. The
/// same model gives the same bytes.
/// </remarks>
internal static class GraphPage
{
    private const string Open = "{{";
    private const string Close = "}}";

    /// <summary>Writes the page.</summary>
    /// <param name="destination">The writer; not flushed and not disposed.</param>
    /// <param name="model">The content.</param>
    public static void Write(TextWriter destination, GraphPageModel model)
    {
        var rest = GraphPageResources.Template;
        while (rest.IndexOf(Open, StringComparison.Ordinal) is var start and >= 0)
        {
            var end = rest.IndexOf(Close, start, StringComparison.Ordinal);
            destination.Write(rest.AsSpan(0, start));
            WritePart(destination, model, rest[(start + Open.Length)..end]);
            rest = rest[(end + Close.Length)..];
        }

        destination.Write(rest);
    }

    private static void WritePart(TextWriter destination, GraphPageModel model, string part)
    {
        if (part == "model")
        {
            GraphPageJson.Write(destination, model);
            return;
        }

        destination.Write(GetText(model, part));
    }

    private static string GetText(GraphPageModel model, string part) => part switch
    {
        "policy" => CreatePolicy(),
        "title" => HtmlEncoder.Default.Encode(SafeText.Escape(model.Title)),
        "notices" => HtmlEncoder.Default.Encode(GraphPageResources.Notices),
        "style" => GraphPageResources.Style,
        "library" => GraphPageResources.GetLibrary(),
        "worker" => GraphPageResources.Worker,
        "script" => GraphPageResources.Script,
        _ => throw new InvalidOperationException($"The page has no part {part}."),
    };

    /// <summary>Creates the policy: one script, one style sheet, one worker made by the script, and WebAssembly for it.</summary>
    private static string CreatePolicy() =>
        $"default-src 'none'; script-src '{Hash(GraphPageResources.Script)}' 'wasm-unsafe-eval'; "
        + $"style-src '{Hash(GraphPageResources.Style)}'; worker-src blob:; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
