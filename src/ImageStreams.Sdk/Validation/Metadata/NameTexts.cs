using System.Text;
using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>Prepares names for messages, and measures them.</summary>
internal static class NameTexts
{
    /// <summary>Escapes a name or value for a message, and cuts a long one.</summary>
    public static string Excerpt(string text) => PrintableText.Escape(text, ReferenceErrorTexts.MaxExcerpt);

    /// <summary>Returns the length as the API server counts it, in bytes of UTF-8.</summary>
    public static int CountBytes(string text) => Encoding.UTF8.GetByteCount(text);
}
