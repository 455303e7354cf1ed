using System.Text;
using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>What the rules for names have in common.</summary>
internal static class NameTexts
{
    /// <summary>A name or value for a message: escaped, and cut where it is long.</summary>
    public static string Excerpt(string text) => PrintableText.Escape(text, ReferenceErrorTexts.MaxExcerpt);

    /// <summary>The length as the API server counts it, in bytes of UTF-8.</summary>
    public static int CountBytes(string text) => Encoding.UTF8.GetByteCount(text);
}
