using System.Buffers;

namespace ImageStreams.Policies;

/// <summary>A decimal number of any length: <c>[-]12[.34]</c>, without an exponent.</summary>
internal sealed class ExactNumber : IComparable<ExactNumber>
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private readonly bool _isNegative;
    private readonly string _whole;
    private readonly string _fraction;

    private ExactNumber(bool isNegative, ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction)
    {
        _whole = whole.TrimStart('0').ToString();
        _fraction = fraction.TrimEnd('0').ToString();
        _isNegative = isNegative && _whole.Length + _fraction.Length > 0;
    }

    /// <summary>Reads a number, which must be the whole text; null when it is none.</summary>
    public static ExactNumber? Read(string text)
    {
        var rest = text.AsSpan();
        var isNegative = rest.StartsWith('-');
        rest = isNegative ? rest[1..] : rest;
        var dot = rest.IndexOf('.');
        var whole = dot < 0 ? rest : rest[..dot];
        var fraction = dot < 0 ? default : rest[(dot + 1)..];
        var isNumber = AreDigits(whole) && (dot < 0 || AreDigits(fraction));
        return isNumber ? new ExactNumber(isNegative, whole, fraction) : null;
    }

    /// <inheritdoc/>
    public int CompareTo(ExactNumber? other)
    {
        if (other is null || _isNegative != other._isNegative)
        {
            return other is null || !_isNegative ? 1 : -1;
        }

        var size = _whole.Length.CompareTo(other._whole.Length);
        size = size != 0 ? size : string.CompareOrdinal(_whole, other._whole);
        size = size != 0 ? size : string.CompareOrdinal(_fraction, other._fraction);
        return _isNegative ? -size : size;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(Digits);
}
