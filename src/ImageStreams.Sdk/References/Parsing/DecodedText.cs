using System.Buffers;
using System.Text;

namespace ImageStreams.References;

/// <summary>The characters of a UTF-8 text, in the caller's stack space or, when longer, in a pooled buffer.</summary>
/// <remarks>
/// Bytes that are not UTF-8 become U+FFFD, as in Go, which no identifier contains. A text that is too long is decoded only
/// up to the point where that is certain: a UTF-16 code unit takes at most three bytes.
/// </remarks>
internal readonly ref struct DecodedText
{
    /// <summary>The buffer that holds every valid reference (520 characters).</summary>
    public const int StackLength = 528;

    private const int MaxBytes = 3 * (ImageReference.MaxLength + 1);

    private readonly char[]? _rented;

    public DecodedText(ReadOnlySpan<byte> utf8, Span<char> stack)
    {
        var read = utf8[..Math.Min(utf8.Length, MaxBytes)];
        _rented = read.Length > stack.Length ? ArrayPool<char>.Shared.Rent(read.Length) : null;
        var buffer = _rented ?? stack;
        Text = buffer[..Encoding.UTF8.GetChars(read, buffer)];
    }

    /// <summary>The decoded characters, valid until this is disposed.</summary>
    public ReadOnlySpan<char> Text { get; }

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<char>.Shared.Return(_rented);
        }
    }
}
