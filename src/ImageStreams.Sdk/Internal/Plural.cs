using System.Globalization;

namespace ImageStreams.Internal;

/// <summary>Formats numbers with their nouns.</summary>
internal static class Plural
{
    /// <summary>Formats a number with a regular noun, such as <c>1 build</c> and <c>2 builds</c>.</summary>
    public static string Format(long count, string noun) => Format(count.ToString(CultureInfo.InvariantCulture), noun);

    /// <summary>Formats a number that is already a text.</summary>
    public static string Format(string count, string noun) => count == "1" ? $"{count} {noun}" : $"{count} {noun}s";
}
