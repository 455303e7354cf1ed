using System.Text.Encodings.Web;
using System.Text.Json;

namespace ImageStreams.Patching;

/// <summary>Writes texts as JSON.</summary>
internal static class JsonTexts
{
    /// <summary>Returns a text in quotes, with as few escapes as possible.</summary>
    public static string Quote(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
