using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace ImageStreams.Serialization;

/// <summary>Decodes JSON strings as Go's <c>encoding/json</c> does.</summary>
/// <remarks>Every unpaired surrogate, and every byte that is not UTF-8, becomes U+FFFD.</remarks>
internal static class GoText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Decodes a valid JSON string, given the text between its quotes.</summary>
    public static string Decode(ReadOnlySpan<byte> raw, bool escaped)
    {
        if (raw.IsEmpty)
        {
            return "";
        }

        if (escaped)
        {
            return Unescape(raw);
        }

        var isAscii = false;
        var text = string.Create(raw.Length, new Widening(raw, ref isAscii), static (text, widening) => widening.Into(text));
        return isAscii ? text : FromUtf8(raw);
    }

    /// <summary>Returns the string as UTF-8, without a copy when it has no escape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> raw, bool escaped) =>
        escaped ? Encoding.UTF8.GetBytes(Unescape(raw)) : raw;

    /// <summary>Determines whether a JSON string decodes to a text in UTF-8.</summary>
    /// <param name="raw">The text between the quotes of the JSON string.</param>
    /// <param name="escaped">True when it has escapes.</param>
    /// <param name="utf8">The valid UTF-8 to compare with.</param>
    public static bool AreEqual(ReadOnlySpan<byte> raw, bool escaped, ReadOnlySpan<byte> utf8)
    {
        var mayBeRepaired = !escaped && utf8.IndexOf("\uFFFD"u8) >= 0;
        return mayBeRepaired
            ? Decode(raw, escaped).Equals(Encoding.UTF8.GetString(utf8), StringComparison.Ordinal)
            : Unescaped(raw, escaped).SequenceEqual(utf8);
    }

    private static string FromUtf8(ReadOnlySpan<byte> raw)
    {
        if (Utf8.IsValid(raw))
        {
            return Encoding.UTF8.GetString(raw);
        }

        var text = new StringBuilder(raw.Length);
        AppendUtf8(text, raw);
        return text.ToString();
    }

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var text = new StringBuilder(raw.Length);
        while (!raw.IsEmpty)
        {
            var next = raw.IndexOf((byte)'\\');
            var plain = next < 0 ? raw.Length : next;
            AppendUtf8(text, raw[..plain]);
            raw = raw[plain..];
            if (!raw.IsEmpty)
            {
                AppendEscape(text, ref raw);
            }
        }

        return text.ToString();
    }

    private static void AppendUtf8(StringBuilder text, ReadOnlySpan<byte> raw)
    {
        AppendAscii(text, ref raw);

        Span<char> units = stackalloc char[2];
        while (!raw.IsEmpty)
        {
            var valid = Rune.DecodeFromUtf8(raw, out var rune, out var length) == OperationStatus.Done;
            text.Append(valid ? units[..rune.EncodeToUtf16(units)] : [Replacement]);
            raw = raw[(valid ? length : 1)..];
        }
    }

    /// <summary>Takes leading ASCII characters, many at a time.</summary>
    private static void AppendAscii(StringBuilder text, ref ReadOnlySpan<byte> raw)
    {
        Span<char> chars = stackalloc char[128];
        var more = true;
        while (more && !raw.IsEmpty)
        {
            more = Ascii.ToUtf16(raw[..Math.Min(raw.Length, chars.Length)], chars, out var count) == OperationStatus.Done;
            text.Append(chars[..count]);
            raw = raw[count..];
        }
    }

    /// <summary>Takes one leading escape, or two that form a surrogate pair.</summary>
    private static void AppendEscape(StringBuilder text, ref ReadOnlySpan<byte> raw)
    {
        if (raw[1] != 'u')
        {
            text.Append(GetShortEscape(raw[1]));
            raw = raw[2..];
            return;
        }

        var unit = ParseHexUnit(raw);
        raw = raw[6..];
        if (char.IsHighSurrogate(unit) && TryTakeLowSurrogate(ref raw, out var low))
        {
            text.Append(unit).Append(low);
            return;
        }

        text.Append(char.IsSurrogate(unit) ? Replacement : unit);
    }

    private static bool TryTakeLowSurrogate(ref ReadOnlySpan<byte> raw, out char low)
    {
        low = raw.Length >= 6 && raw[0] == '\\' && raw[1] == 'u' ? ParseHexUnit(raw) : default;
        if (!char.IsLowSurrogate(low))
        {
            return false;
        }

        raw = raw[6..];
        return true;
    }

    private static char GetShortEscape(byte letter) => letter switch
    {
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        _ => (char)letter,
    };

    private static char ParseHexUnit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>Copies bytes as ASCII and notes if that failed, so that most strings are read only once.</summary>
    private readonly ref struct Widening(ReadOnlySpan<byte> bytes, ref bool isAscii)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private readonly ref bool _isAscii = ref isAscii;

        public void Into(Span<char> text) => _isAscii = Ascii.ToUtf16(_bytes, text, out _) == OperationStatus.Done;
    }
}
