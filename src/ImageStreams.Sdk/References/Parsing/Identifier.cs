using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.References;

/// <summary>The ways into a scan: a string, characters, UTF-8; throwing or not.</summary>
internal static class Identifier
{
    public static T Parse<T>(string text)
        where T : class, IIdentifier<T>
    {
        ArgumentNullException.ThrowIfNull(text);
        return T.TryScan(text, text, out var result, out var error) ? result : throw error.ToException(text, T.Description);
    }

    public static T Parse<T>(ReadOnlySpan<char> text)
        where T : class, IIdentifier<T> =>
        T.TryScan(text, null, out var result, out var error) ? result : throw error.ToException(text, T.Description);

    public static T Parse<T>(ReadOnlySpan<byte> utf8)
        where T : class, IIdentifier<T>
    {
        using var decoded = new DecodedText(utf8, stackalloc char[DecodedText.StackLength]);
        return Parse<T>(decoded.Text);
    }

    public static bool TryParse<T>([NotNullWhen(true)] string? text, [NotNullWhen(true)] out T? result)
        where T : class, IIdentifier<T>
    {
        result = null;
        return text is not null && T.TryScan(text, text, out result, out _);
    }

    /// <summary>Reads a text, and keeps what is wrong with it for those who will tell without throwing.</summary>
    public static bool TryParse<T>(string text, [NotNullWhen(true)] out T? result, out ReferenceError error)
        where T : class, IIdentifier<T> =>
        T.TryScan(text, text, out result, out error);

    public static bool TryParse<T>(ReadOnlySpan<char> text, [NotNullWhen(true)] out T? result)
        where T : class, IIdentifier<T> =>
        T.TryScan(text, null, out result, out _);

    public static bool TryParse<T>(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out T? result)
        where T : class, IIdentifier<T>
    {
        using var decoded = new DecodedText(utf8, stackalloc char[DecodedText.StackLength]);
        return TryParse(decoded.Text, out result);
    }
}
