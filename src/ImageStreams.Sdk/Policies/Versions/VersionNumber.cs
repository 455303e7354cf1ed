using System.Globalization;

namespace ImageStreams.Policies;

/// <summary>One number of a version, of any length: leading zeros do not count.</summary>
/// <remarks>Numbers above 64 bits are compared by their digits, so that none of them costs more than its own length.</remarks>
internal readonly struct VersionNumber : IComparable<VersionNumber>
{
    private readonly ulong _value;
    private readonly string? _digits;

    private VersionNumber(ulong value, string? digits)
    {
        _value = value;
        _digits = digits;
    }

    /// <summary>Gets a value indicating whether the number is 0.</summary>
    public bool IsZero => _value == 0 && _digits is null;

    /// <summary>Reads a number from digits, of which there must be at least one and nothing else.</summary>
    public static VersionNumber Read(ReadOnlySpan<char> digits)
    {
        if (ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return new(value, null);
        }

        return new(0, digits.TrimStart('0').ToString());
    }

    /// <summary>Tests whether the number is at most a limit of 64 bits.</summary>
    public bool IsAtMost(ulong limit) => _digits is null && _value <= limit;

    /// <inheritdoc/>
    public int CompareTo(VersionNumber other)
    {
        if (_digits is null || other._digits is null)
        {
            var length = (_digits is not null).CompareTo(other._digits is not null);
            return length != 0 ? length : _value.CompareTo(other._value);
        }

        var digits = _digits.Length.CompareTo(other._digits.Length);
        return digits != 0 ? digits : string.CompareOrdinal(_digits, other._digits);
    }

    /// <summary>Returns the number in decimal.</summary>
    public override string ToString() => _digits ?? _value.ToString(CultureInfo.InvariantCulture);
}
