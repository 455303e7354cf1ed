using System.Runtime.CompilerServices;

namespace ImageStreams.Internal;

/// <summary>Limits that limits have.</summary>
internal static class Guard
{
    public static int Positive(int value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }

    public static int NotNegative(int value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        return value;
    }

    public static TimeSpan Positive(
        TimeSpan value, TimeSpan longest, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, longest, name);
        return value;
    }

    public static TimeSpan Between(
        TimeSpan value,
        TimeSpan shortest,
        TimeSpan longest,
        [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, shortest, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, longest, name);
        return value;
    }
}
