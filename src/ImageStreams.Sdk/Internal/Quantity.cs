using System.Globalization;

namespace ImageStreams.Internal;

/// <summary>Formats counts with their noun.</summary>
internal static class Quantity
{
    /// <summary>Formats a count, such as <c>1 tag</c> or <c>2 tags</c>.</summary>
    public static string Format(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>Formats a number that is already a text, such as <c>0.5</c>.</summary>
    public static string Format(string number, string noun) => number == "1" ? $"{number} {noun}" : $"{number} {noun}s";

    /// <summary>Formats a number of bytes, such as <c>1 byte</c> or <c>2 bytes</c>.</summary>
    public static string FormatBytes(long count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} byte{(count == 1 ? "" : "s")}");
}
