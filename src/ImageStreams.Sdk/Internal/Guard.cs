using System.Runtime.CompilerServices;

namespace ImageStreams.Internal;

/// <summary>Range checks for options and arguments.</summary>
internal static class Guard
{
    /// <summary>Refuses a list with a null item, by the name of the list.</summary>
    public static void NoneIsNull<T>(ReadOnlySpan<T> items, string name)
        where T : class
    {
        foreach (var item in items)
        {
            ArgumentNullException.ThrowIfNull(item, name);
        }
    }

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
        TimeSpan value, TimeSpan max, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, max, name);
        return value;
    }

    public static TimeSpan Between(
        TimeSpan value,
        TimeSpan min,
        TimeSpan max,
        [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, min, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, max, name);
        return value;
    }
}
