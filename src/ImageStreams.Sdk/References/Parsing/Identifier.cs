using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.References;

/// <summary>Starts a scan from a string, from characters or from UTF-8, throwing or not.</summary>
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

    public static T ParseLocal<T>(string text)
        where T : class, ILocalIdentifier<T>
    {
        ArgumentNullException.ThrowIfNull(text);
        return T.TryScanLocal(text, out var result, out var error) ? result : throw error.ToException(text, T.Description);
    }

    public static bool TryParse<T>([NotNullWhen(true)] string? text, [NotNullWhen(true)] out T? result)
        where T : class, IIdentifier<T>
    {
        result = null;
        return text is not null && T.TryScan(text, text, out result, out _);
    }

    /// <summary>Reads a text and returns the error for callers that report it without throwing.</summary>
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

    public static bool TryParseLocal<T>([NotNullWhen(true)] string? text, [NotNullWhen(true)] out T? result)
        where T : class, ILocalIdentifier<T>
    {
        result = null;
        return text is not null && T.TryScanLocal(text, out result, out _);
    }
}
